// SPDX-License-Identifier: GPL-2.0-or-later
//
// What was found of a quotation, as text for people and as a JSON line. Prints nothing. The grammar
// of the line is docs/output-format.md.
#pragma once

#include <cstdint>
#include <string>

#include "search/quote_match.h"
#include "search/text_page.h"

namespace ibid {

// Where a quotation comes from: a line of a file, and its id where that line names one.
struct QuoteOrigin {
  std::uint64_t line = 0;  // 1-based; 0: the command line
  std::string id;          // empty: none
};

std::string quote_json_line(const QuoteOrigin& origin, const QuoteAnswer& answer);
std::string quote_error_json_line(const QuoteOrigin& origin, const std::string& message);
std::string quote_text(const QuoteOrigin& origin, const QuoteAnswer& answer,
                       const TextLayout& layout);

}  // namespace ibid
