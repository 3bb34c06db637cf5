// SPDX-License-Identifier: GPL-2.0-or-later
//
// The months as English and Korean write them: corpus/word_lists/months.txt.
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

extern const std::array<MonthName, 12> kMonthNames;  // January first

}  // namespace ibid
