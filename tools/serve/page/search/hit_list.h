// SPDX-License-Identifier: GPL-2.0-or-later
//
// The hits of an answer, as a list: each in context, with its place, its sources and its near
// copies.
#pragma once

#include "search/passages/hit.h"
#include "tools/serve/page/page_visit.h"
#include "tools/serve/page/search/search_asked.h"

namespace ibid {

Html hit_list(const PageVisit& visit, const SearchAsked& asked, const SearchResult& result);

}  // namespace ibid
