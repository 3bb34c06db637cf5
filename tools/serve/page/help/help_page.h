// SPDX-License-Identifier: GPL-2.0-or-later
//
// "/help": the keys, and the query language on one screen.
#pragma once

#include "tools/serve/page/page_service.h"

namespace ibid {

PageRoutes help_pages();

}  // namespace ibid
