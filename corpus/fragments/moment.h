// SPDX-License-Identifier: GPL-2.0-or-later
//
// The day of a value that programs write for programs.
#pragma once

#include <string>
#include <string_view>

namespace ibid {

// "2024-06-27T23:30:00+09:00", "20240627", "20240627153000", "Thu, 27 Jun 2024 10:00:00 GMT",
// "27 Jun 24 …", seconds (9 or 10 digits), milliseconds (13) or microseconds (16) since 1970 in UTC
// -> "2024-06-27"; "2024-06" and "2024" stay; then any form that date_of_value() knows. The day is
// that of the value's own zone. Empty if there is none.
std::string day_of_moment(std::string_view value);

}  // namespace ibid
