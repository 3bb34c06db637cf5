// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/latin_sounds.h"

#include <algorithm>

#include "indexer/names/sound_rules.h"

namespace ibid {
namespace {

using enum SoundPlace;

bool fits(const SoundRule& rule, std::string_view word, std::size_t at) {
  const std::size_t end = at + rule.letters.size();
  const bool last = end == word.size();
  switch (rule.place) {
    case kAny:
      return true;
    case kVowel:
      return !last && (is_vowel_letter(word[end]) || word[end] == 'w');
    case kFront:
      return !last && std::string_view("eiy").find(word[end]) != std::string_view::npos;
    case kCoda:
      return last || !is_vowel_letter(word[end]);
    case kEnd:
      return last;
    case kStart:
      return at == 0;
    case kAfter:
      return at != 0;
  }
  return false;
}

std::string without_doubles(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (out.empty() || out.back() != c || is_vowel_letter(c)) out += c;
  }
  return out;
}

}  // namespace

LatinSounds::LatinSounds(std::string_view word, int most)
    : word_(without_doubles(word)), most_(most) {}

void LatinSounds::add(States& states, const State& state) const {
  if (state.cost > most_) return;
  const auto same = std::find_if(states.begin(), states.end(), [&](const State& s) {
    return s.at == state.at && s.rest == state.rest;
  });
  if (same == states.end()) {
    states.push_back(state);
  } else if (same->cost <= state.cost) {
    return;
  } else {
    same->cost = state.cost;
  }
  if (!state.rest.empty() || state.at == word_.size()) return;
  for (const SoundRule& rule : sound_rules()) {
    if (word_.compare(state.at, rule.letters.size(), rule.letters) != 0) continue;
    if (!fits(rule, word_, state.at)) continue;
    each_spelling(rule, [&](std::u32string_view spelling, int cost) {
      add(states, {state.at + rule.letters.size(), spelling, state.cost + cost});
    });
  }
}

LatinSounds::States LatinSounds::begin() const {
  States states;
  add(states, {});
  return states;
}

LatinSounds::States LatinSounds::read(const States& states, char32_t letter) const {
  States out;
  for (const State& state : states) {
    if (!state.rest.empty() && state.rest.front() == letter) {
      add(out, {state.at, state.rest.substr(1), state.cost});
    }
  }
  return out;
}

std::u32string LatinSounds::next(const States& states) const {
  std::u32string letters;
  for (const State& state : states) {
    if (state.rest.empty() || letters.find(state.rest.front()) != std::u32string::npos) continue;
    letters += state.rest.front();
  }
  return letters;
}

int LatinSounds::cost(const States& states) const {
  int least = -1;
  for (const State& state : states) {
    if (!state.rest.empty() || state.at != word_.size()) continue;
    if (least < 0 || state.cost < least) least = state.cost;
  }
  return least;
}

int sound_cost(std::u32string_view hangul, std::string_view latin, int most) {
  const LatinSounds sounds(latin, most);
  LatinSounds::States states = sounds.begin();
  for (const char32_t letter : sounds_of(hangul)) {
    states = sounds.read(states, letter);
    if (states.empty()) return -1;
  }
  return sounds.cost(states);
}

}  // namespace ibid
