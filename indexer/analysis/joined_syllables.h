// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names of states shortened to a syllable each: 북·러, 북-러 and 북러 are one word.
// Library-internal.
#pragma once

#include <cstddef>

#include "indexer/analysis/token.h"

namespace ibid {

// Adds the joined form to the first of each row of Hangul words, from `first_word` of `out` on, of
// which all but the last have one syllable; the last one goes without its particles (북·러의). The
// words from `first_word` on are one chain: nothing but middle dots and hyphens is between them.
void join_syllables(std::size_t first_word, Analysis& out);

}  // namespace ibid
