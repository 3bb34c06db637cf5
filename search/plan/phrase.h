// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words one after the other. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "search/index/index_view.h"
#include "search/match/phrase_matcher.h"

namespace ibid {

// Passages that hold the words in this order, the last one less than `window` positions behind the
// first; 0: side by side. Scores as the words do. `places`: at least one, none without terms. Can
// stand anywhere but below an OP_SYNONYM, which Xapian cannot estimate then.
Xapian::Query phrase_query(const IndexView& index, const PhrasePositions& places,
                           std::uint32_t window = 0);

// Passages that hold a term of each word, wherever: what phrase_query() scores as.
Xapian::Query all_words_query(const PhrasePositions& places);

// What of `query` holds one of the phrases, words side by side. A phrase of one word may be any
// terms.
Xapian::Query where_any_stands(const IndexView& index, const Xapian::Query& query,
                               const std::vector<PhrasePositions>& phrases);

}  // namespace ibid
