// SPDX-License-Identifier: GPL-2.0-or-later
//
// What narrows an answer down: counts of its sources, reports and so on, each a link that chooses
// it; and what is chosen, each a link that gives it up.
#pragma once

#include "search/passages/hit.h"
#include "tools/serve/page/page_visit.h"
#include "tools/serve/page/search/search_asked.h"

namespace ibid {

// Empty if nothing is chosen.
Html chosen_filters(const PageVisit& visit, const SearchAsked& asked);

Html facet_list(const PageVisit& visit, const SearchAsked& asked, const SearchResult& result);

}  // namespace ibid
