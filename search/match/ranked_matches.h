// SPDX-License-Identifier: GPL-2.0-or-later
//
// What words match, without Xapian's matcher: it takes as long to begin and end as a query of a few
// thousand passages takes. Names Xapian: search internals only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "search/index/index_view.h"
#include "search/match/ranked_words.h"
#include "search/match/top_documents.h"

namespace ibid {

struct RankedMatches {
  std::vector<Candidate> best;  // as TopDocuments::take() gives them
  std::uint64_t count = 0;      // documents that match
  bool exact = true;            // false: `count` is an estimate
};

struct RankedLimits {
  std::size_t wanted = 10;  // best documents
  // Up to so many matches are counted in any case. Beyond, it looks only for those that may be
  // among the best, and counts as long as it need not look where words stand.
  std::uint64_t count_exactly = 0;
  std::size_t threads = 0;  // as SearchOptions has them
};

// Without documents that are gone; the same on any number of threads. Needs `index.postings`.
// Throws what reading the index does.
RankedMatches ranked_matches(const IndexView& index, const RankedWords& words,
                             const RankedLimits& limits);

}  // namespace ibid
