// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which passages may hold a quotation that is not there as it stands: changed, or parted by marks.
// Names Xapian: search internals only. May throw Xapian::Error.
#pragma once

#include <xapian.h>

#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "search/index/index_view.h"
#include "search/quotes/quote_candidates.h"

namespace ibid {

// Passages that have the quotation's rarest words, in any form and order. Empty if the index knows
// none.
Xapian::Query likeness_query(std::string_view quotation, const Xapian::Database& database,
                             Analyzer& analyzer);

// Passages that have all words, in any order. Empty if there are fewer than two.
Xapian::Query all_words_query(const std::vector<QuoteWord>& words);

// Passages that have all words but one, those on each side of it in order. Empty for fewer than
// three words, and for more than kMostWordsOneOff, of which the rarest find the passage.
inline constexpr std::size_t kMostWordsOneOff = 10;
Xapian::Query one_word_off_query(const std::vector<QuoteWord>& words, const IndexView& index);

}  // namespace ibid
