// SPDX-License-Identifier: GPL-2.0-or-later
//
// All days and months that running text names, in English and Korean, with or without a year, so
// that "June 18" and "6월 18일" are one. find_date.h reads whole dates only. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

struct NamedDay {
  int year = 0;      // 0: not named
  int month = 0;     // 1 to 12
  int day = 0;       // 1 to 31; 0: the month only
  int last_day = 0;  // of "May 16–17" and "9월 17~18일"; else the same as `day`
  ByteRange text;    // without a Korean particle, with "일"
};

// "June 18", "18 June 2024", "Sept. 5, 2023", "June 2024", "in June", "6월 18일", "2024년 6월",
// "2024-06-18", "2024. 6. 18."; not "18일" and not "May" without "in" or the like before it. A day
// past its month is not a date, and a figure behind a month ("In May 12.5%", "in June 30,000 people",
// "In May 12 people") is no day. Ascending, no overlap. `text` is valid UTF-8.
std::vector<NamedDay> find_days(std::string_view text);

// Whether the two can be the same: what both name is equal.
bool may_be_same_day(const NamedDay& a, const NamedDay& b);

}  // namespace ibid
