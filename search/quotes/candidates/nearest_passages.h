// SPDX-License-Identifier: GPL-2.0-or-later
//
// The passages that score best, by BM25, for what a quotation has of them. Names Xapian: search
// internals only. Any function may throw Xapian::Error, and what the readers of the tables throw.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "search/index/index_view.h"
#include "search/match/ranked_words.h"
#include "search/quotes/candidates/wanted_phrases.h"

namespace ibid {

// Passages that have all phrases of one of the choices, the best first, at most `limit`; of those
// that score alike, in file order. Each choice that a passage has adds the scores of its terms.
std::vector<Xapian::docid> best_with_any(const std::vector<WantedPhrases>& choices,
                                         std::size_t limit, const IndexView& index);

// Passages that have any of the terms, likewise. `report`: a term that they must have; empty: none.
std::vector<Xapian::docid> best_of_terms(const std::vector<RankedTerm>& terms,
                                         const std::string& report, std::size_t limit,
                                         const IndexView& index);

}  // namespace ibid
