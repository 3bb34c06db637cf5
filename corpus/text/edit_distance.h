// SPDX-License-Identifier: GPL-2.0-or-later
//
// How far one word is from another that may have been meant: in letters, of which a Hangul syllable
// has two or three.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ibid {

// Letters of a word: Hangul syllables taken apart into jamo (UAX #15 arithmetic).
std::u32string letters_of(std::string_view utf8);

// Restricted Damerau-Levenshtein distance (optimal string alignment), at most `limit` + 1.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit);

}  // namespace ibid
