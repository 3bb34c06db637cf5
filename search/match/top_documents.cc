// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/top_documents.h"

#include <utility>

namespace ibid {
namespace {

bool is_better(const Candidate& a, const Candidate& b) {
  if (a.score != b.score) return a.score > b.score;
  return a.document < b.document;
}

}  // namespace

void TopDocuments::drop_the_rest() {
  if (wanted_ == 0 || kept_.size() < wanted_) return;
  const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(wanted_ - 1);
  std::nth_element(kept_.begin(), last, kept_.end(), is_better);
  least_ = std::max(least_, last->score - score_tolerance(last->score));
  std::erase_if(kept_, [&](const Candidate& c) { return c.score < least_; });
  full_ = kept_.size();
}

std::vector<Candidate> TopDocuments::take() {
  drop_the_rest();
  std::sort(kept_.begin(), kept_.end(), is_better);
  return std::exchange(kept_, {});
}

}  // namespace ibid
