// SPDX-License-Identifier: GPL-2.0-or-later
//
// The best of the documents that a query matches. Names Xapian: search internals only.
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

// The order in which a sum is taken is not meaning: sums this close are the same.
inline double score_tolerance(double score) { return 1e-9 * std::max(1.0, std::abs(score)); }
inline bool same_score(double a, double b) { return std::abs(a - b) <= score_tolerance(a); }

// Keeps `wanted` of what is added, and what ties with the last of those.
class TopDocuments {
 public:
  explicit TopDocuments(std::size_t wanted) : wanted_(wanted), room_(4 + wanted / 4) {
    if (wanted == 0) least_ = std::numeric_limits<double>::max();
  }

  void add(Candidate candidate) {
    if (candidate.score < least_) return;
    kept_.push_back(candidate);
    // Where all tie nothing is dropped: the more are kept, the less often it is tried.
    if (kept_.size() >= full_ + std::max(room_, full_ / 2)) drop_the_rest();
  }
  // What scores less cannot come in any more. Goes up as better ones are added, a little late.
  double least() const { return least_; }

  // Best first; of the same score, in the order of documents. Empties this.
  std::vector<Candidate> take();

 private:
  void drop_the_rest();

  std::size_t wanted_;
  std::size_t room_;            // for so many more before the rest is dropped
  std::size_t full_ = wanted_;  // kept when that was done last
  std::vector<Candidate> kept_;
  double least_ = 0;
};

}  // namespace ibid
