// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which passages a query finds, as numbers of documents: a page of them in the order asked for.
// Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "search/index/index_view.h"
#include "search/match/top_documents.h"
#include "search/passages/hit.h"
#include "search/plan/plan.h"

namespace ibid {

struct HitPage {
  std::vector<Candidate> hits;
  std::uint64_t matches = 0;  // of all pages
  bool exact = true;          // false: `matches` is an estimate
  // As SearchResult has them.
  std::vector<std::pair<Facet, std::vector<FacetCount>>> facets;
};

// Both throw what reading the index does. By score, those that tie come in the order of passage
// ids, whatever numbers the index's history gave to their documents.

// The page that `options` ask for of what the plan matches.
HitPage matched_page(const QueryPlan& plan, const SearchOptions& options, const IndexView& index);
// At most `limit`, by score.
std::vector<Candidate> best_of(const Xapian::Query& query, std::uint64_t limit,
                               const IndexView& index);

}  // namespace ibid
