// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words that have an opposite, by list: rose and fell, 수출 and 수입. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "search/claims/parts/unit_occurrences.h"

namespace ibid {

// A word of search/word_lists/opposites.txt in a text.
struct OppositeWord {
  std::size_t word = 0;  // of Analysis::words
  std::string_view pair;
  bool other = false;   // which side
  bool turned = false;  // the same deed seen by two: sold and bought
};
std::vector<OppositeWord> opposite_words(const PassageWords& text);
std::vector<OppositeWord> opposite_words(std::string_view text, const Analysis& analysis);

// The pair of opposites that say which way a figure goes.
inline constexpr std::string_view kDirection = "direction";

}  // namespace ibid
