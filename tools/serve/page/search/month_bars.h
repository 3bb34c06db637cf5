// SPDX-License-Identifier: GPL-2.0-or-later
//
// How the matches of a query are spread over time: bars as SVG, each a link that chooses its month,
// and the same as a table.
#pragma once

#include <vector>

#include "search/passages/hit.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// `months`: of Facet::kDate, in any order. Nothing if there are fewer than two. `kept`: fields that
// the links keep.
Html month_bars(const PageVisit& visit, const std::vector<FacetCount>& months,
                const HttpFields& kept);

}  // namespace ibid
