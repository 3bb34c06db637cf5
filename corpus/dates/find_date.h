// SPDX-License-Identifier: GPL-2.0-or-later
//
// Finds dates as reports write them, in English and Korean, and turns them into ISO 8601.
#pragma once

#include <string>
#include <string_view>

#include "corpus/text/byte_range.h"

namespace ibid {

struct FoundDate {
  std::string iso;  // "2024-06-27" or "2024-06"; empty if there is none
  ByteRange text;   // of the date as written
};

// Returns the first date of `line` in any form that find_date knows. Text that is written like a
// date but is not a day of the calendar is skipped whole ("30 February 2024" is not February 2024).
FoundDate find_date_in(std::string_view line);

// "June 27, 2024", "27 June 2024", "2024-06-27", "2024.06.27", "2024/6/27", "2024년 6월 27일",
// "’24. 6. 27.", "June 2024", "2024년 6월", "’24. 6월" anywhere in `line`, with full-width digits
// and any hyphen of Unicode -> "2024-06-27" or "2024-06"; empty if there is none or it is not a day
// of the calendar.
std::string find_date(std::string_view line);

// The date of a value that is known to be one ("Date: …"): also "2024. 9.", "2024-09" and "2024",
// if it is nothing else. Empty if it has none.
std::string date_of_value(std::string_view value);

// find_date for file names, in which "_" or nothing may separate the numbers ("20240627").
std::string find_date_in_name(std::string_view name);

}  // namespace ibid
