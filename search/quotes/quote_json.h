// SPDX-License-Identifier: GPL-2.0-or-later
//
// The answer for a quotation as parts of other renderings: the object of its JSON line, a change
// and left-out text in words.
#pragma once

#include <string>

#include "search/passages/line_origin.h"
#include "search/quotes/forms/quote_answer.h"
#include "search/render/json_lines.h"

namespace ibid {

Json quote_json(const LineOrigin& origin, const QuoteAnswer& answer);

// "number: "four" became "five"", not escaped.
std::string change_text(const QuoteChange& change);

// "found in deleted text of REPORT, p. 7", not escaped.
std::string left_out_text(const LeftOutQuote& quote);

}  // namespace ibid
