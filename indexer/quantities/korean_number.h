// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers with Korean powers of ten: "2천401억", "1만 1천", "5백만", "천 4백만", "3천오백만". Parts
// of falling size, each a coefficient (digits, or 일 to 구 before a power; none is one) with its
// power. Internal to the quantity files.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/analysis/text_scan.h"
#include "indexer/quantities/decimal.h"

namespace ibid {

class QuantityReader;

// Positions count folded characters.
struct KoreanNumber {
  Decimal value;
  int power = 0;         // of ten, that the powers gave a number of one part; else 0
  int shared_power = 0;  // 4 of 3천만, 3천2백만: what 2천 of "2천~3천만" leaves out; else 0
  bool small = false;    // it has powers below 만 only
  std::size_t begin = 0, end = 0;
};

// The number whose first digits, of value `first`, are from `begin` to `end`: with a power that
// stands alone before it (천 4백만). Nothing if no Korean power belongs to the digits.
std::optional<KoreanNumber> read_korean_number(const QuantityReader& reader, const Decimal& first,
                                               std::size_t begin, std::size_t end);

}  // namespace ibid
