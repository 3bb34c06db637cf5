// SPDX-License-Identifier: GPL-2.0-or-later
//
// In which forms a text was looked for, as certificates say it, in the language of the page.
#pragma once

#include <string>
#include <string_view>

#include "tools/serve/page/page_visit.h"

namespace ibid {

// `form`: one of QuoteCertificate::forms or ClaimCertificate::forms. One that has no words of ours
// is returned as it is.
std::string searched_form(const PageVisit& visit, std::string_view form);

}  // namespace ibid
