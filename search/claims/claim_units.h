// SPDX-License-Identifier: GPL-2.0-or-later
//
// A claim taken apart: figures, names, and the words that are left. Pure.
//
//   figure   what indexer/quantities/quantity.h reads
//   name     words with an alias, if Korean or with a capital; consecutive capitalised words; a
//            designator. A capital at the beginning of a sentence does not make a name, nor do
//            capitals in a claim where every word has one.
//   word     any other word except function words; negations are words too
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/quantities/quantity.h"
#include "search/claims/claim.h"

namespace ibid {

// What a unit is compared by.
struct ClaimUnitWords {
  std::size_t first_word = 0, word_count = 0;  // of ClaimText::analysis
  std::vector<Analysis> aliases;               // analysed
  Quantity quantity;                           // of a kFigure; its range is of the claim
};

struct ClaimText {
  std::string text;
  Analysis analysis;
  std::vector<ClaimUnit> units;       // ascending
  std::vector<ClaimUnitWords> words;  // of each unit
};

// `text` is valid UTF-8. `names`: aliases of words in it, as a search returns them.
ClaimText read_claim(std::string_view text, const std::vector<AliasMatch>& names,
                     Analyzer& analyzer);

}  // namespace ibid
