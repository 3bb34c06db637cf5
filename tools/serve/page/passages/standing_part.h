// SPDX-License-Identifier: GPL-2.0-or-later
//
// What has become of a permalink, as a part of a page: same, moved, changed with what differs, or
// gone.
#pragma once

#include "search/permalinks/resolution.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// `cited`: the text as it was cited, if the reader has given it.
Html standing_part(const PageVisit& visit, const Resolution& resolution, std::string_view cited);

}  // namespace ibid
