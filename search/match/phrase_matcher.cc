// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/phrase_matcher.h"

#include <algorithm>
#include <utility>

namespace ibid {
namespace {

// A passage that holds one of the place's terms holds that term.
bool is_known_held(const PositionTerms& terms, bool words_known) {
  return words_known && terms.size() == 1;
}

}  // namespace

void PhraseMatcher::add(Phrase phrase) {
  const std::size_t none = 0;
  first_words_.push_back(phrases_.empty() ? none
                                          : first_words_.back() + phrases_.back().places.size());
  for (const PositionTerms& terms : phrase.places) reader_.add(terms);
  phrases_.push_back(std::move(phrase));
}

bool PhraseMatcher::holds(std::size_t number, bool words_known) {
  const Phrase& phrase = phrases_[number];
  const PhrasePositions& places = phrase.places;
  const std::size_t first_word = first_words_[number];
  if (places.size() == 1) return reader_.holds(first_word);
  if (places.size() > reader_.words()) return false;
  if (phrase.window == places.size()) return holds_side_by_side(places, first_word, words_known);
  positions_.resize(std::max(positions_.size(), places.size()));
  for (std::size_t i = 0; i < places.size(); ++i) {
    reader_.find(first_word + i, is_known_held(places[i], words_known), positions_[i]);
    if (positions_[i].empty()) return false;
  }
  return std::any_of(positions_[0].begin(), positions_[0].end(),
                     [&](std::uint32_t first) { return follow(phrase, first); });
}

// A last word may have a hundred endings: those of the word with the fewest are looked for, and the
// others where they would have to stand.
bool PhraseMatcher::holds_side_by_side(const PhrasePositions& places, std::size_t first_word,
                                       bool words_known) {
  const auto fewest = std::min_element(
      places.begin(), places.end(),
      [](const PositionTerms& a, const PositionTerms& b) { return a.size() < b.size(); });
  const auto anchor = static_cast<std::size_t>(fewest - places.begin());
  positions_.resize(std::max<std::size_t>(positions_.size(), 1));
  reader_.find(first_word + anchor, is_known_held(places[anchor], words_known), positions_[0]);
  return std::any_of(positions_[0].begin(), positions_[0].end(), [&](std::uint32_t at) {
    if (at < anchor) return false;
    const std::uint32_t first = at - static_cast<std::uint32_t>(anchor);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (i == anchor) continue;
      const std::uint32_t position = first + static_cast<std::uint32_t>(i);
      const bool known = is_known_held(places[i], words_known);
      if (!reader_.stands(first_word + i, position, known)) return false;
    }
    return true;
  });
}

// The nearest of each next word leaves most room to the ones after it.
bool PhraseMatcher::follow(const Phrase& phrase, std::uint32_t first) const {
  std::uint32_t last = first;
  for (std::size_t i = 1; i < phrase.places.size(); ++i) {
    const auto next = std::upper_bound(positions_[i].begin(), positions_[i].end(), last);
    if (next == positions_[i].end() || *next - first >= phrase.window) return false;
    last = *next;
  }
  return true;
}

}  // namespace ibid
