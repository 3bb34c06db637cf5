// SPDX-License-Identifier: GPL-2.0-or-later
//
// "/sources": the sources of an index, or of the passages that a query finds.
#pragma once

#include "search/sources/sources.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

HttpResponse source_list_page(const PageVisit& visit);

// A source in words: its most frequent title, or its id, words or address.
const std::string& words_of(const SourceSummary& source);

}  // namespace ibid
