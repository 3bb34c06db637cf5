// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which words of a text are denied, and which Korean words only finish the verb before them. By
// word lists and positions, no parser: "did not sign" denies sign, "빈틈이 없다" 빈틈이. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/analysis/token.h"

namespace ibid {

struct DeniedWord {
  std::size_t word = 0;  // of Analysis::words: what is denied
  std::size_t by = 0;    // the word that denies it
};

// In the order of the text. `analysis` is of `text`. "not only" and "수밖에 없다" deny nothing.
std::vector<DeniedWord> denied_words(std::string_view text, const Analysis& analysis);

// How many words the verb at `first` takes with its auxiliaries: 2 for "늘고 있다", 3 for "보낼 수
// 있다", else 1.
std::size_t words_of_verb(std::string_view text, const Analysis& analysis, std::size_t first);

// Whether nothing but spaces, quotes and letters of other words lies between: no comma, full stop,
// colon, bracket or dash.
bool in_one_clause(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace ibid
