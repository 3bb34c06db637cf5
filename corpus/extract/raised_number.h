// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers that are raised or lowered right behind a digit: without a sign 10² would be read as 102,
// and the mark of a note behind a year as a digit of it. The rule is one for all formats.
#pragma once

#include <cstdint>
#include <string_view>

namespace ibid {

enum class TextHeight : std::uint8_t { kLine, kRaised, kLowered };

// What parts `text`, all that stands at `height` right behind a digit, from that digit: "^", "_", a
// space before a fraction (2½ is not 2^1/2), or nothing if it begins with no number.
std::string_view sign_before_number(std::string_view text, TextHeight height, bool is_fraction);

// True for what makes a fraction of a raised and a lowered number, if it is all between them.
bool is_fraction_slash(std::string_view text);

}  // namespace ibid
