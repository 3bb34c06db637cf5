// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quantities in a text: amounts of money, percentages, counts and years, read by a small grammar of
// English and Korean, so that "$240.1 billion" and "2,401억 달러" are one quantity. Pure.
//
//   quantity = [currency] number [scale] ["percent" | currency]
//   number   = digits with "," between groups of three and "."
//            | English number words before a scale
//   scale    = thousand … trillion, bn, tn, lakh, crore; 십 백 천 만 억 조 경 with further, smaller
//              parts: 1만 1천, 천 4백만
//
// The first of two joined numbers ("6 or 7 percent", 3억∼5억 달러) has the unit of the second.
// Years are four digits, with what is joined to them (FY2024, 2024Q3), and the next year in two
// (2023-24).
//
// Not quantities: dates (but their year is one), times, telephone numbers, versions, designators
// (S-400), text in a URL, numbers in words alone (수십억), fractions, signs ("-3.5%" is 3.5
// percent).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "indexer/analysis/normalize.h"
#include "indexer/quantities/decimal.h"

namespace ibid {

enum class QuantityKind : std::uint8_t { kAmount, kPercent, kCount, kYear };

struct Quantity {
  QuantityKind kind = QuantityKind::kCount;
  Decimal value;        // exact
  std::string unit;     // kAmount: ISO 4217 code, "" if the word is of several countries ("pesos");
                        // kPercent: "%", or "pp" for percentage points; else ""
  bool scaled = false;  // the number as written needed more than its digits: "11 thousand"
  ByteRange range;      // of the text: number, scale, unit
};

// Replaces `out`: ascending, no overlap. Quantities that begin inside one of the `skip` ranges
// (ascending; mostly citation marks) are left out; so are plain numbers below 100 without scale or
// unit, and years before 1000 or after 2100. `text` is valid UTF-8 of less than 4 GiB.
// Thread: safe.
void find_quantities(std::string_view text, const std::vector<ByteRange>& skip,
                     std::vector<Quantity>& out);

// The same for a text that is folded already (normalize.h).
void find_quantities_of_folded(std::string_view text, const std::vector<FoldedChar>& folded,
                               const std::vector<ByteRange>& skip, std::vector<Quantity>& out);

// The same for a text with signs of markup (Passage::markup): "**3** million" is one quantity.
void find_quantities(std::string_view text, const std::vector<ByteRange>& skip,
                     const std::vector<ByteRange>& markup, std::vector<Quantity>& out);

// Reads all of `text` as one quantity, including small ones and short scales ("5m", "300k"); a
// plain number is a kCount.
std::optional<Quantity> parse_quantity(std::string_view text);

}  // namespace ibid
