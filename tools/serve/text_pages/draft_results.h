// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every quotation of a draft: a table on the page, or a file for a spreadsheet.
#pragma once

#include <cstddef>
#include <string>

#include "tools/serve/page/page_visit.h"

namespace ibid {

// More quotations of one draft are not verified, and that is said.
inline constexpr std::size_t kMostDraftQuotations = 300;

// `report`: look only there; empty: everywhere. Both throw what a verifier throws.
void write_draft(HtmlWriter& html, const PageVisit& visit, const std::string& draft,
                 const std::string& report);
HttpResponse draft_download(const PageVisit& visit, const std::string& draft,
                            const std::string& report);

}  // namespace ibid
