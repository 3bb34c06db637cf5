// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/negation.h"

#include <algorithm>
#include <array>

namespace ibid {
namespace {

// clang-format off
constexpr std::array kWords = std::to_array<std::string_view>({
    "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without",
    "cannot", "hardly", "barely", "scarcely", "failed", "refused", "denied",
    "안",
});

// Anywhere in a Korean word, whatever endings follow.
constexpr std::array kKoreanParts = std::to_array<std::string_view>({
    "않", "못", "없", "아니", "아닌", "아닙", "아냐", "말라", "말아", "거부", "부인",
});
// Words with such a part that do not deny: a mistake, a pond.
constexpr std::array kNotKorean = std::to_array<std::string_view>({"잘못", "연못"});
// clang-format on

template <std::size_t N>
bool holds_one_of(std::string_view word, const std::array<std::string_view, N>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return word.find(part) != std::string_view::npos;
  });
}

}  // namespace

bool is_korean_negation(std::string_view word) {
  return holds_one_of(word, kKoreanParts) && !holds_one_of(word, kNotKorean);
}

bool is_negation(std::string_view small) {
  if (std::find(kWords.begin(), kWords.end(), small) != kWords.end()) return true;
  if (small.ends_with("n't") || small.ends_with("n’t")) return true;
  return is_korean_negation(small);
}

}  // namespace ibid
