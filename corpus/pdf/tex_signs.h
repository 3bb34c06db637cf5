// SPDX-License-Identifier: GPL-2.0-or-later
//
// TeX's fonts of signs have no digits, but three glyphs whose names poppler does not know: it gives
// their codes as digits. The prime is 0, the stroke of a negation 6, the tail of an arrow 7: 11″
// would be 1100, and "x ≠ 5" be "x 6= 5".
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace ibid {

inline constexpr std::string_view kFalseDigits = "067";

// `font_of`: the name of the font of a character of `text`, counted from 0.
std::string without_false_digits(std::string_view text,
                                 const std::function<std::string(std::size_t)>& font_of);

}  // namespace ibid
