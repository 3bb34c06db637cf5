// SPDX-License-Identifier: GPL-2.0-or-later
//
// Query tree + analyzer + vocabulary -> QueryPlan: the entry to the planner.
#pragma once

#include "indexer/analysis/analyzer.h"
#include "search/index/index_view.h"
#include "search/plan/plan.h"
#include "search/query/query.h"
#include "search/words/alias_book.h"

namespace ibid {

// `root`: of a ParsedQuery. `aliases`: null to take words as typed. May throw Xapian::Error, which
// callers translate.
QueryPlan plan_query(const QueryNode& root, const IndexView& index, Analyzer& analyzer,
                     const AliasBook* aliases);

}  // namespace ibid
