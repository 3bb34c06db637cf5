// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/figures/bilingual_names.h"

#include <utility>

#include "corpus/text/code_points.h"
#include "indexer/schema.h"

namespace ibid {

const std::vector<std::string>& BilingualNames::others(const std::string& word) {
  constexpr std::size_t kMostKnown = 100'000;
  const auto known = known_.find(word);
  if (known != known_.end()) return known->second;
  if (known_.size() >= kMostKnown) known_.clear();
  std::vector<std::string> names;
  if (word.size() <= schema::kMaxFormBytes) {
    AliasBook::Names found = book_.beginning_with(word);
    const auto name = found.find(word);
    if (name != found.end()) names = std::move(name->second.names);
  }
  return known_.emplace(word, std::move(names)).first->second;
}

bool BilingualNames::is_korean_name(const std::string& word) {
  std::size_t at = 0;
  return !word.empty() && is_hangul(next_code_point(word, at)) && !others(word).empty();
}

}  // namespace ibid
