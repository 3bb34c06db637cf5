// SPDX-License-Identifier: GPL-2.0-or-later
//
// The pages of sources, for the table of routes.
#pragma once

#include "tools/serve/page/page_service.h"
#include "tools/serve/page/sources/source_list_page.h"
#include "tools/serve/page/sources/source_page.h"

namespace ibid {

inline PageRoutes source_pages() {
  return {{"/sources", source_list_page}, {"/source", source_page}, {"/source/", source_page}};
}

}  // namespace ibid
