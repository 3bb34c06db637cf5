// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/figures/stem_weights.h"

#include <cmath>

#include "indexer/analysis/term.h"

namespace ibid {

double StemWeights::of(const std::string& stem) {
  constexpr std::size_t kMostKnown = 100'000;
  const auto known = known_.find(stem);
  if (known != known_.end()) return known->second;
  if (known_.size() >= kMostKnown) known_.clear();
  const double all = database_.get_doccount();
  const double having = database_.get_termfreq(form_term(TextField::kBody, FormKind::kStem, stem));
  const double weight = std::log(1 + (all - having + 0.5) / (having + 0.5));
  return known_.emplace(stem, weight).first->second;
}

}  // namespace ibid
