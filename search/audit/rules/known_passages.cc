// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/known_passages.h"

namespace ibid {

std::shared_ptr<const StoredPassage> KnownPassages::of(Xapian::docid document) {
  const auto known = known_.find(document);
  if (known != known_.end()) return known->second;
  auto passage = std::make_shared<const StoredPassage>(snapshot_.passage(document));
  known_.erase(kept_[next_]);
  kept_[next_] = document;
  next_ = (next_ + 1) % kMostKept;
  known_.emplace(document, passage);
  return passage;
}

}  // namespace ibid
