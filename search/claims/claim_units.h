// SPDX-License-Identifier: GPL-2.0-or-later
//
// A claim taken apart: figures, names, and the words that are left. Pure.
//
//   figure   what indexer/quantities/quantity.h reads
//   name     words with another name, if Korean or with a capital; a run of capitalised words, a
//            designator. One capital at the beginning of a sentence makes no name, and in a
//            sentence where every word has one, none does.
//   word     any other that is no function word; negations are words too
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/quantities/quantity.h"
#include "search/claims/claim.h"

namespace ibid {

// What a part is compared by.
struct ClaimUnitWords {
  std::size_t first_word = 0, word_count = 0;  // of ClaimText::analysis
  std::vector<Analysis> aliases;               // other names, analysed
  Quantity figure;                             // of a kFigure; its range is of the claim
};

struct ClaimText {
  std::string text;
  Analysis analysis;
  std::vector<ClaimUnit> parts;       // ascending
  std::vector<ClaimUnitWords> words;  // of each part
};

// `text` is valid UTF-8. `names`: other names of words in it, as a search tells them.
ClaimText read_claim(std::string_view text, const std::vector<AliasMatch>& names,
                     Analyzer& analyzer);

}  // namespace ibid
