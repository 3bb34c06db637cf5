// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/phrase_matcher.h"

#include <algorithm>
#include <utility>

namespace ibid {
namespace {

// If the position has only one term, a passage that is known to hold any of its terms holds it.
bool is_known_held(const PositionTerms& terms, bool words_known) {
  return words_known && terms.size() == 1;
}

}  // namespace

void PhraseMatcher::add(Phrase phrase) {
  const std::size_t none = 0;
  first_words_.push_back(phrases_.empty() ? none
                                          : first_words_.back() + phrases_.back().positions.size());
  for (const PositionTerms& terms : phrase.positions) reader_.add(terms);
  phrases_.push_back(std::move(phrase));
}

bool PhraseMatcher::holds(std::size_t number, bool words_known) {
  const Phrase& phrase = phrases_[number];
  const PhrasePositions& words = phrase.positions;
  const std::size_t first_word = first_words_[number];
  if (words.size() == 1) return reader_.holds(first_word);
  if (words.size() > reader_.words()) return false;
  if (phrase.window == words.size()) return holds_side_by_side(words, first_word, words_known);
  positions_.resize(std::max(positions_.size(), words.size()));
  for (std::size_t i = 0; i < words.size(); ++i) {
    reader_.find(first_word + i, is_known_held(words[i], words_known), positions_[i]);
    if (positions_[i].empty()) return false;
  }
  return std::any_of(positions_[0].begin(), positions_[0].end(),
                     [&](std::uint32_t first) { return follow(phrase, first); });
}

// A last word may have a hundred endings. So this finds the word with the fewest terms, and checks
// the others only at the positions where they must be.
bool PhraseMatcher::holds_side_by_side(const PhrasePositions& words, std::size_t first_word,
                                       bool words_known) {
  const auto fewest = std::min_element(
      words.begin(), words.end(),
      [](const PositionTerms& a, const PositionTerms& b) { return a.size() < b.size(); });
  const auto anchor = static_cast<std::size_t>(fewest - words.begin());
  positions_.resize(std::max<std::size_t>(positions_.size(), 1));
  reader_.find(first_word + anchor, is_known_held(words[anchor], words_known), positions_[0]);
  return std::any_of(positions_[0].begin(), positions_[0].end(), [&](std::uint32_t at) {
    if (at < anchor) return false;
    const std::uint32_t first = at - static_cast<std::uint32_t>(anchor);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i == anchor) continue;
      const std::uint32_t position = first + static_cast<std::uint32_t>(i);
      const bool known = is_known_held(words[i], words_known);
      if (!reader_.occurs(first_word + i, position, known)) return false;
    }
    return true;
  });
}

// Takes the nearest occurrence of each next word: that leaves most room for the words after it.
bool PhraseMatcher::follow(const Phrase& phrase, std::uint32_t first) const {
  std::uint32_t last = first;
  for (std::size_t i = 1; i < phrase.positions.size(); ++i) {
    const auto next = std::upper_bound(positions_[i].begin(), positions_[i].end(), last);
    if (next == positions_[i].end() || *next - first >= phrase.window) return false;
    last = *next;
  }
  return true;
}

}  // namespace ibid
