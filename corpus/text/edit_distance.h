// SPDX-License-Identifier: GPL-2.0-or-later
//
// How far a word is from another one that may have been meant, in letters; a Hangul syllable has
// two or three.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ibid {

// The letters of a word: Hangul syllables are split into jamo (UAX #15 arithmetic).
std::u32string letters_of(std::string_view utf8);

// Restricted Damerau-Levenshtein distance (optimal string alignment), at most `limit` + 1.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit);

}  // namespace ibid
