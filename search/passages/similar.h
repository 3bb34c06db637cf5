// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages about the same thing as a given one. Plain values, no Xapian.
//
// The passage's most telling words (rare in the index, repeated in the passage) are looked for with
// the usual weighting. A score of 1 is what the passage itself would get, 0 nothing in common.
#pragma once

#include <cstdint>
#include <vector>

#include "search/passages/hit.h"

namespace ibid {

struct SimilarOptions {
  std::uint64_t limit = 10;
  Explain explain = Explain::kNo;
  std::size_t snippet_columns = 400;
};

struct SimilarHit {
  Hit hit;  // score: 0..1; matches: the words in common, whose scores add up to it
  bool same_report = false;
  double shared_triples = 0;    // 0..1: of the shorter text's runs of three words, in both
  bool near_duplicate = false;  // shared_triples of kNearDuplicate (ranking.h) or more
};

struct SimilarResult {
  StoredPassage asked;
  IndexState index;
  std::vector<SimilarHit> hits;  // of other reports first; best first in each group
};

}  // namespace ibid
