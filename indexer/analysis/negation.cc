// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/negation.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace ibid {
namespace {

enum class Entry : std::uint8_t {
  kWhole,   // the word is this one
  kInside,  // anywhere in a Korean word, whatever endings follow
  kNever,   // in Korean words that contain a negation but do not deny
};
using enum Entry;

struct Negation {
  std::string_view text;
  Entry entry;
};
constexpr std::array kNegations = std::to_array<Negation>({
#include "indexer/word_lists/negations.inc"
});

template <typename Meets>
bool has_one(Entry entry, Meets meets) {
  return std::any_of(kNegations.begin(), kNegations.end(), [&](const Negation& negation) {
    return negation.entry == entry && meets(negation.text);
  });
}

}  // namespace

bool is_korean_negation(std::string_view word) {
  const auto holds = [word](std::string_view part) {
    return word.find(part) != std::string_view::npos;
  };
  return has_one(kInside, holds) && !has_one(kNever, holds);
}

bool is_negation(std::string_view small) {
  if (has_one(kWhole, [small](std::string_view word) { return word == small; })) return true;
  if (small.ends_with("n't") || small.ends_with("n’t")) return true;
  return is_korean_negation(small);
}

}  // namespace ibid
