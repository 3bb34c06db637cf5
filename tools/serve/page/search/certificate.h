// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is shown when nothing is found: what was looked for, in which forms, where and when; to be
// printed and kept.
#pragma once

#include "search/passages/hit.h"
#include "tools/serve/page/page_visit.h"
#include "tools/serve/page/search/search_asked.h"

namespace ibid {

Html nothing_found(const PageVisit& visit, const SearchAsked& asked, const SearchResult& result);

}  // namespace ibid
