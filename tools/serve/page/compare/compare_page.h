// SPDX-License-Identifier: GPL-2.0-or-later
//
// "/compare?a=…&b=…": two passages side by side, with the words, figures, dates and sources that
// differ.
#pragma once

#include "tools/serve/page/page_service.h"

namespace ibid {

PageRoutes compare_pages();

}  // namespace ibid
