// SPDX-License-Identifier: GPL-2.0-or-later
//
// /quote: does a report say so, word for word? /check: what do the reports hold of these claims?
// Both take a text from the address or from a form; a short one is then in the address, which can
// be sent on.
#pragma once

#include "tools/serve/page/page_service.h"

namespace ibid {

PageRoutes text_page_routes();
// Whether the answer may take seconds.
bool is_long_text_page(const HttpRequest& request);

HttpResponse quote_page(const PageVisit& visit);
HttpResponse check_page(const PageVisit& visit);

}  // namespace ibid
