// SPDX-License-Identifier: GPL-2.0-or-later
//
// "/": the search page, which without a query is the start page.
#pragma once

#include "tools/serve/page/page_service.h"

namespace ibid {

PageRoutes search_pages();

}  // namespace ibid
