// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers as lists and notes show them: "iv", "가", "③".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ibid {

// `format` is a value of ST_NumberFormat (ECMA-376 part 1, 17.18.59): "decimal", "lowerRoman",
// "ganada", …; "none" and "bullet" give nothing. Formats that are not known are decimal, as are
// numbers that a format has no sign for.
std::string formatted_number(std::int64_t number, std::string_view format);

}  // namespace ibid
