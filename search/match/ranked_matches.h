// SPDX-License-Identifier: GPL-2.0-or-later
//
// Finds what words match, without Xapian's matcher: starting and ending that takes as long as a
// whole query over a few thousand passages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "search/index/index_view.h"
#include "search/match/ranked_words.h"
#include "search/match/top_documents.h"

namespace ibid {

struct RankedMatches {
  std::vector<Candidate> best;  // in the order of TopDocuments::take()
  std::uint64_t count = 0;      // documents that match
  bool exact = true;            // false: `count` is an estimate
};

struct RankedLimits {
  std::size_t wanted = 10;  // best documents
  // Up to this many matches are always counted. Beyond that, only documents that may be among the
  // best are examined, and the count is exact only if no positions of words need to be read.
  std::uint64_t count_exactly = 0;
  std::size_t threads = 0;  // as in SearchOptions
};

// Skips deleted documents; gives the same result with any number of threads. Needs
// `index.postings`. Throws whatever reading the index throws.
RankedMatches ranked_matches(const IndexView& index, const RankedWords& words,
                             const RankedLimits& limits);

}  // namespace ibid
