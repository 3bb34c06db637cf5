// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which passages a query finds, as numbers of documents: a page of them in the order asked for.
// Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "search/best_documents.h"
#include "search/hit.h"
#include "search/index_view.h"
#include "search/plan.h"

namespace ibid {

// Both throw what reading the index does. By score, those that tie come in the order of passage
// ids, whatever numbers the index's history gave to their documents.

// The page of `options` of what the plan matches. Into `result`: how many match, and the facets.
std::vector<Candidate> matched_page(const QueryPlan& plan, const SearchOptions& options,
                                    const IndexView& index, SearchResult& result);
// At most `limit`, by score.
std::vector<Candidate> best_of(const Xapian::Query& query, std::uint64_t limit,
                               const IndexView& index);

}  // namespace ibid
