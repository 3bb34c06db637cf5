// SPDX-License-Identifier: GPL-2.0-or-later
//
// Does a Hangul word spell a Latin one by its sound? Compares consonants only: 시진핑 and Xi
// Jinping both are s s n p n. Vowels differ too much between spellings to say anything.
#pragma once

#include <string_view>

namespace ibid {

// 0 (no consonant in common) to 1 (the same consonants); 0 if either has fewer than two.
double sound_similarity(std::string_view hangul, std::string_view latin);

}  // namespace ibid
