// SPDX-License-Identifier: GPL-2.0-or-later
//
// A claim taken apart: dates, figures, names, and the words that are left. Pure.
//
//   date     what corpus/dates/find_days.h reads; its year is no figure
//   figure   what indexer/quantities/quantity.h reads
//   name     words with an alias, if Korean or with a capital; consecutive capitalised words; a
//            designator. A capital at the beginning of a sentence does not make a name, nor do
//            capitals in a claim where every word has one.
//   word     any other word except function words; negations are words too. A Korean verb keeps its
//            auxiliaries: 서명하지 않았다 is one
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/dates/find_days.h"
#include "indexer/analysis/analyzer.h"
#include "indexer/quantities/quantity.h"
#include "search/claims/parts/claim.h"
#include "search/claims/parts/denied_words.h"

namespace ibid {

// What a unit is compared by.
struct ClaimUnitWords {
  std::size_t first_word = 0, word_count = 0;  // of ClaimText::analysis; without auxiliaries
  std::vector<Analysis> aliases;               // analysed
  Quantity quantity;                           // of a kFigure; its range is of the claim
  NamedDay day;                                // of a kDate
};

struct ClaimText {
  std::string text;
  Analysis analysis;
  std::vector<ClaimUnit> units;       // ascending
  std::vector<ClaimUnitWords> words;  // of each unit
  std::vector<DeniedWord> denied;     // of `analysis`
  // The units that a claim of one sentence is about: its names, and its first Korean word with a
  // mark of the topic or subject. None for longer texts: their names are many, and beside the
  // point.
  std::vector<std::size_t> subjects;
};

// A name, or a word with a capital that may be one: "Intel" at the beginning of a sentence.
bool is_like_name(const ClaimUnit& unit);

// `text` is valid UTF-8. `names`: aliases of words in it, as a search returns them.
ClaimText read_claim(std::string_view text, const std::vector<AliasMatch>& names,
                     Analyzer& analyzer);

}  // namespace ibid
