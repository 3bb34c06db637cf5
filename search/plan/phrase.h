// SPDX-License-Identifier: GPL-2.0-or-later
//
// Phrases and words in order -> Xapian queries that check positions.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "search/index/index_view.h"
#include "search/match/phrase_matcher.h"

namespace ibid {

// Matches passages that have the words in this order, the last one less than `window` positions
// after the first; 0: side by side. Scores like the words. `positions`: at least one, none without
// terms. Must not be below an OP_SYNONYM, which Xapian could not estimate then.
Xapian::Query phrase_query(const IndexView& index, const PhrasePositions& positions,
                           std::uint32_t window = 0);

// Matches passages that have a term of each word, anywhere. phrase_query() scores like this.
Xapian::Query all_words_query(const PhrasePositions& positions);

// The matches of `query` that hold one of the phrases, with the words side by side. A phrase of one
// word may be any terms.
Xapian::Query where_any_occurs(const IndexView& index, const Xapian::Query& query,
                               const std::vector<PhrasePositions>& phrases);

}  // namespace ibid
