// SPDX-License-Identifier: GPL-2.0-or-later
//
// Hangul syllables by the arithmetic of UAX #15 (section 3.12 of Unicode), without ICU, so that
// tests do not get decomposed text from the code under test.
#pragma once

#include <string>
#include <string_view>

namespace ibid::testing {

std::string to_utf8(char32_t c);
std::string to_utf8(std::u32string_view text);
// `text` is valid UTF-8.
std::u32string to_code_points(std::string_view text);

// Splits Hangul syllables into conjoining jamo; everything else stays as it is.
std::string decomposed_hangul(std::string_view text);

// True if `offset` of `text` is not inside a character's bytes.
bool is_boundary(std::string_view text, std::size_t offset);

}  // namespace ibid::testing
