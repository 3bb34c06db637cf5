// SPDX-License-Identifier: GPL-2.0-or-later
//
// Query tree + analyzer + vocabulary -> QueryPlan. Names Xapian: search internals only.
#pragma once

#include "indexer/analysis/analyzer.h"
#include "search/alias_book.h"
#include "search/index_view.h"
#include "search/plan.h"
#include "search/query.h"

namespace ibid {

// `root` is of a ParsedQuery. `aliases`: null to take words as typed. May throw Xapian::Error;
// callers translate.
QueryPlan plan_query(const QueryNode& root, const IndexView& index, Analyzer& analyzer,
                     const AliasBook* aliases);

}  // namespace ibid
