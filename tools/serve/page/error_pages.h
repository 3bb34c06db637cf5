// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages that say what went wrong and what to do next.
#pragma once

#include <exception>

#include "tools/serve/page/page_visit.h"

namespace ibid {

// 404. `sentence`: what is not there; text.
HttpResponse not_found_page(const PageVisit& visit, const std::string& sentence);
HttpResponse not_allowed_page(const PageVisit& visit, const std::string& allowed_methods);
// 400 with the place in the query, 404, 503, 500, by what the error is.
HttpResponse error_page(const PageVisit& visit, const std::exception& error);

}  // namespace ibid
