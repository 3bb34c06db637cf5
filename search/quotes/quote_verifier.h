// SPDX-License-Identifier: GPL-2.0-or-later
//
// Is this what the report says? Exact, but for typing, altered, or not there at all.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "search/quotes/forms/quote_answer.h"

namespace ibid {

class OpenIndex;

// Thread: that of the index.
class QuoteVerifier {
 public:
  // `index`: lent for the object's life. `report`: look into this report only; empty: into all.
  // Throws Error{kIndex}, and Error{kUsage} for a report that the index does not hold.
  QuoteVerifier(OpenIndex& index, const std::string& report);
  ~QuoteVerifier();
  QuoteVerifier(const QuoteVerifier&) = delete;
  QuoteVerifier& operator=(const QuoteVerifier&) = delete;

  // Throws Error{kInput} for what is no quotation: empty, not UTF-8, longer than kMostQuoteBytes.
  // Each answer is of one generation of the index, and says of which.
  QuoteAnswer verify(std::string_view quotation);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ibid
