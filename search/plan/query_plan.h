// SPDX-License-Identifier: GPL-2.0-or-later
//
// Query tree + analyzer + vocabulary -> QueryPlan. Names Xapian: search internals only.
#pragma once

#include "indexer/analysis/analyzer.h"
#include "search/index/index_view.h"
#include "search/plan/plan.h"
#include "search/query/query.h"
#include "search/words/alias_book.h"

namespace ibid {

// `root` is of a ParsedQuery. `aliases`: null to take words as typed. May throw Xapian::Error;
// callers translate.
QueryPlan plan_query(const QueryNode& root, const IndexView& index, Analyzer& analyzer,
                     const AliasBook* aliases);

}  // namespace ibid
