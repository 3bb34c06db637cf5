// SPDX-License-Identifier: GPL-2.0-or-later
//
// The months as English and Korean write them: corpus/words/months.txt.
#pragma once

#include <array>
#include <string_view>

namespace ibid {

struct MonthName {
  std::string_view english;      // "September"
  std::string_view short_form;   // "Sep"; without a full stop
  std::string_view other_short;  // "Sept"; mostly empty
  std::string_view korean;       // "9월"
};

// From January on.
inline constexpr std::array kMonthNames = std::to_array<MonthName>({
#include "corpus/words/months.inc"
});
static_assert(kMonthNames.size() == 12, "corpus/words/months.txt has the twelve months");

}  // namespace ibid
