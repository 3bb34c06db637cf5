// SPDX-License-Identifier: GPL-2.0-or-later
//
// The feed of a query, /feed?q=…: the passages that match it, those first that the index has had
// for the shortest time.
#pragma once

#include "tools/serve/page/page_service.h"

namespace ibid {

PageRoutes feed_routes();

}  // namespace ibid
