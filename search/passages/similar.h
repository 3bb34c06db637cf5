// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages about the same subject as a given one. Plain values.
//
// The passage's most distinctive words (rare in the index, repeated in the passage) are searched
// for with the usual weighting. The passage itself would score 1; 0 is nothing in common.
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
  double shared_triples = 0;    // 0..1: share of the shorter text's runs of three words in both
  bool near_duplicate = false;  // shared_triples is at least kNearDuplicate (ranking.h)
};

struct SimilarResult {
  StoredPassage asked;
  IndexState index;
  std::vector<SimilarHit> hits;  // hits in other reports come first; best first in each group
};

}  // namespace ibid
