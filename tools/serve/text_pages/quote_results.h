// SPDX-License-Identifier: GPL-2.0-or-later
//
// The answer for a quotation as HTML: where it is, how it differs, or what was searched.
#pragma once

#include "search/quotes/forms/quote_answer.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

void write_quote_answer(HtmlWriter& html, const PageVisit& visit, const QuoteAnswer& answer);

// A chip: "exact", "same words", "altered", "not found".
void write_status(HtmlWriter& html, const PageVisit& visit, QuoteStatus status);
// From the report's words to those of the quotation.
void write_diff(HtmlWriter& html, const PageVisit& visit, const QuoteAlteration& alteration,
                const std::string& quotation);
// "negation, number"
std::string change_names(const PageVisit& visit, const QuoteAlteration& alteration);

}  // namespace ibid
