// SPDX-License-Identifier: GPL-2.0-or-later
//
// Query tree + analyzer + vocabulary -> QueryPlan. Names Xapian: search internals only.
#pragma once

#include <string_view>

#include "indexer/analyzer.h"
#include "search/alias_book.h"
#include "search/index_view.h"
#include "search/plan.h"
#include "search/query.h"

namespace ibid {

// Throws QueryError for what parses but cannot be run. May throw Xapian::Error; callers translate.
// `query` is the text that `root` was parsed from: errors tell columns in it. `aliases`: null to
// take words as typed.
QueryPlan plan_query(const QueryNode& root, std::string_view query, const IndexView& index,
                     Analyzer& analyzer, const AliasBook* aliases);

}  // namespace ibid
