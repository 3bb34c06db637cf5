// SPDX-License-Identifier: GPL-2.0-or-later
//
// Keeps the best of the documents that a query matches.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace ibid {

// A hit before its passage is read.
struct Candidate {
  Xapian::docid document = 0;
  double score = 0;
};

// A sum depends slightly on the order of its terms: scores this close are equal.
inline double score_tolerance(double score) { return 1e-9 * std::max(1.0, std::abs(score)); }
inline bool same_score(double a, double b) { return std::abs(a - b) <= score_tolerance(a); }

// Keeps the best `wanted` candidates of those added, and any that tie with the last of them.
class TopDocuments {
 public:
  explicit TopDocuments(std::size_t wanted) : wanted_(wanted), room_(4 + wanted / 4) {
    if (wanted == 0) least_ = std::numeric_limits<double>::max();
  }

  void add(Candidate candidate) {
    if (candidate.score < least_) return;
    kept_.push_back(candidate);
    // If all tie, nothing is dropped: the more are kept, the less often this is tried.
    if (kept_.size() >= full_ + std::max(room_, full_ / 2)) drop_the_rest();
  }
  // Lower scores cannot get in any more. Rises, with some delay, as better candidates are added.
  double least() const { return least_; }

  // Best first; candidates of the same score in the order of documents. Empties this object.
  std::vector<Candidate> take();

 private:
  void drop_the_rest();

  std::size_t wanted_;
  std::size_t room_;            // how many more are kept before the rest is dropped
  std::size_t full_ = wanted_;  // how many were kept when it was dropped last
  std::vector<Candidate> kept_;
  double least_ = 0;
};

}  // namespace ibid
