// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/figures/word_numbers.h"

#include <algorithm>

namespace ibid {

std::uint32_t WordNumbers::number_of(std::string_view word) {
  const auto known = numbers_.find(word);
  if (known != numbers_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(words_.size() + 1);
  const auto added = numbers_.emplace(word, number).first;
  words_.push_back(&added->first);
  return number;
}

std::uint32_t WordNumbers::number_of(const Scopes& scopes) {
  const auto known = std::find(scopes_.begin(), scopes_.end(), scopes);
  const auto number = static_cast<std::uint32_t>(known - scopes_.begin());
  if (known == scopes_.end()) scopes_.push_back(scopes);
  return number;
}

double WordNumbers::weight_of(std::uint32_t number) {
  if (known_weights_.size() < number) known_weights_.resize(number, -1);
  double& weight = known_weights_[number - 1];
  if (weight < 0) weight = weights_.of(word(number));
  return weight;
}

}  // namespace ibid
