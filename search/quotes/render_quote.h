// SPDX-License-Identifier: GPL-2.0-or-later
//
// The answer for a quotation, as text for people and as a JSON line. Prints nothing. The grammar of
// the line is in docs/output-format.md.
#pragma once

#include <string>

#include "search/passages/line_origin.h"
#include "search/quotes/forms/quote_answer.h"
#include "search/render/text_page.h"

namespace ibid {

std::string quote_json_line(const LineOrigin& origin, const QuoteAnswer& answer);
std::string quote_error_json_line(const LineOrigin& origin, const std::string& message);
std::string quote_text(const LineOrigin& origin, const QuoteAnswer& answer,
                       const TextLayout& layout);

}  // namespace ibid
