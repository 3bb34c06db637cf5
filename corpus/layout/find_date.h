// SPDX-License-Identifier: GPL-2.0-or-later
//
// Dates as reports write them, English and Korean -> ISO 8601.
#pragma once

#include <string>
#include <string_view>

#include "corpus/text/byte_range.h"

namespace ibid {

struct FoundDate {
  std::string iso;  // "2024-06-27" or "2024-06"; empty when there is none
  ByteRange text;   // of the date as written
};

// The first date of `line` in any form find_date knows. What is written like a date but is no day
// of the calendar is passed over whole ("30 February 2024" is not February 2024).
FoundDate find_date_in(std::string_view line);

// "June 27, 2024", "27 June 2024", "2024-06-27", "2024.06.27", "2024/6/27", "2024년 6월 27일",
// "June 2024", "2024년 6월" anywhere in `line` -> "2024-06-27" or "2024-06"; empty if there is none
// or it is no day of the calendar.
std::string find_date(std::string_view line);

// find_date for names of files, where "_" may part the numbers or nothing ("20240627").
std::string find_date_in_name(std::string_view name);

}  // namespace ibid
