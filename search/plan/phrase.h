// SPDX-License-Identifier: GPL-2.0-or-later
//
// Phrases and words in order -> Xapian queries that check positions.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
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

// ---- as one term ----
//
// What terms that score as one add is by how many passages have any of them. Xapian estimates that
// number two terms at a time, the rarest first, and rounds each time; by the numbers of one
// database, which differ from node to node. So on nodes the order is told to it.

// A part of such a query, and how many passages are expected to have it.
struct ScoredTogether {
  Xapian::Query query;
  Xapian::doccount frequency = 0;
};

// Any of `terms`, which are in the index; one or more.
ScoredTogether any_together(const IndexView& index, const std::vector<std::string>& terms);
// All of `words`, each any of some terms.
ScoredTogether all_together(const IndexView& index,
                            const std::vector<std::vector<std::string>>& words);

// Like OP_SYNONYM. `parts`: one or more.
Xapian::Query as_one_term(const IndexView& index, std::vector<ScoredTogether> parts);
Xapian::Query as_one_term(const IndexView& index, const std::vector<std::string>& terms);

}  // namespace ibid
