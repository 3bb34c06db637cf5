// SPDX-License-Identifier: GPL-2.0-or-later
//
// In which way a word of the query was found, as people say it.
#pragma once

#include <string>
#include <string_view>

#include "tools/serve/page/page_visit.h"

namespace ibid {

// `form`: as TermMatch::form. One that has no words of ours is returned as it is.
std::string form_words(const PageVisit& visit, std::string_view form);

}  // namespace ibid
