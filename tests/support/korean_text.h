// SPDX-License-Identifier: GPL-2.0-or-later
//
// Hangul syllables by the arithmetic of UAX #15 (section 3.12 of Unicode), without ICU, so that
// tests know decomposed text from another source than the code under test.
#pragma once

#include <string>
#include <string_view>

namespace ibid::testing {

std::string to_utf8(char32_t c);
std::string to_utf8(std::u32string_view text);
// `text` is valid UTF-8.
std::u32string to_code_points(std::string_view text);

// Hangul syllables taken apart into conjoining jamo; all else as it is.
std::string decomposed_hangul(std::string_view text);

// True if `offset` of `text` is not inside a character's bytes.
bool is_boundary(std::string_view text, std::size_t offset);

}  // namespace ibid::testing
