// SPDX-License-Identifier: GPL-2.0-or-later
//
// Dates of a source-list entry: when the source was published, and when it was read. In the forms
// of English and Korean citation styles. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ibid {

// True for the four digits of a year from 1900 to 2099 at byte `at`, not part of a longer number.
bool is_year(std::string_view text, std::size_t at);

// A day or month in ISO 8601; else a year that stands by itself, the last one; else empty.
std::string entry_date(std::string_view text);

// Takes "accessed 3 May 2024" or "2024. 5. 3. 접속" out of `words`. Returns the day in ISO 8601, or
// nothing and leaves the words.
std::string take_access_date(std::string& words);

}  // namespace ibid
