// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names of states shortened to a syllable each: 북·러, 북-러 and 북러 are one word.
#pragma once

#include <cstddef>

#include "indexer/analysis/token.h"

namespace ibid {

// Adds the joined form to the first of each row of Hangul words, from `first_word` of `out` on, of
// which all but the last have one syllable; the last one goes without its particles (북·러의). The
// words from `first_word` on are one chain: nothing but middle dots and hyphens is between them.
void join_syllables(std::size_t first_word, Analysis& out);

// Adds it to the first of each row of Hangul words of one syllable with a space between, the last
// with or without particles: as queries may write it, 북 러. In texts such words are too often
// others (이 두 나라).
void join_spaced_syllables(Analysis& out);

}  // namespace ibid
