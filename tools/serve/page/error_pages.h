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
// By what the error is, as problem_of() says; of a query, "q", with the place in it.
HttpResponse error_page(const PageVisit& visit, const std::exception& error);

}  // namespace ibid
