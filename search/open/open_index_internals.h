// SPDX-License-Identifier: GPL-2.0-or-later
//
// The contents of an OpenIndex, for the code that answers from it.
#pragma once

#include <string>

#include "indexer/analysis/analyzer.h"
#include "search/index/index_session.h"
#include "search/match/kept_terms.h"
#include "search/open/open_index.h"
#include "search/plan/query_planner.h"

namespace ibid {

struct OpenIndex::Internals {
  explicit Internals(const std::string& index, Nodes wanted) : session(index, wanted) {}

  IndexSession session;
  Analyzer analyzer;
  KeptTerms terms;  // of passages shown
  QueryPlanner planner{session.dir(), analyzer};
};

}  // namespace ibid
