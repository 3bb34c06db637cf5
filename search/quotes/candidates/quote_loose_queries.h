// SPDX-License-Identifier: GPL-2.0-or-later
//
// What passages have that may be the origin of a quotation that is not there as it stands. Names
// Xapian: search internals only. May throw Xapian::Error.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/index/index_view.h"
#include "search/match/ranked_words.h"
#include "search/quotes/candidates/quote_candidates.h"
#include "search/quotes/candidates/wanted_phrases.h"

namespace ibid {

// The quotation's rarest words, in any form, weighted. None if the index knows none.
std::vector<RankedTerm> telling_terms(std::string_view quotation, const IndexView& index,
                                      Analyzer& analyzer);

// All words but one, those on each side of it in order: one choice for each word that may be off.
// None for fewer than three words, and for more than kMostWordsOneOff, of which the rarest find the
// passage.
inline constexpr std::size_t kMostWordsOneOff = 10;
std::vector<WantedPhrases> one_word_off(const std::vector<QuoteWord>& words,
                                        const IndexView& index);

}  // namespace ibid
