// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/korean_sounds.h"

#include <algorithm>

namespace ibid {
namespace {

using enum SoundPlace;

// True if letters that stand at `place` may be followed by `next`.
bool may_precede(SoundPlace place, char next) {
  switch (place) {
    case kVowel:
      return is_vowel_letter(next) || next == 'w';
    case kFront:
      return next == 'e' || next == 'i' || next == 'y';
    case kCoda:
      return !is_vowel_letter(next);
    case kEnd:
      return false;
    default:
      return true;
  }
}

bool may_begin(SoundPlace place, std::size_t letters) {
  return (place != kStart || letters == 0) && (place != kAfter || letters != 0);
}

}  // namespace

KoreanSounds::KoreanSounds(std::u32string_view hangul, int most)
    : sounds_(sounds_of(hangul)), most_(most), steps_(sounds_.size() + 1) {
  for (std::size_t at = 0; at <= sounds_.size(); ++at) {
    for (const SoundRule& rule : sound_rules()) {
      each_spelling(rule, [&](std::u32string_view spelling, int cost) {
        if (cost > most_ || sounds_.compare(at, spelling.size(), spelling) != 0) return;
        steps_[at].push_back({&rule, at + spelling.size(), cost});
      });
    }
  }
}

void KoreanSounds::add(std::vector<State>& states, const State& state) const {
  if (state.cost > most_) return;
  const auto same = std::find_if(states.begin(), states.end(), [&](const State& s) {
    return s.at == state.at && s.rest == state.rest && s.place == state.place;
  });
  if (same == states.end()) {
    states.push_back(state);
  } else {
    same->cost = std::min(same->cost, state.cost);
  }
}

KoreanSounds::States KoreanSounds::read(const States& before, char letter) const {
  States after{{}, before.letters + 1, letter};
  const bool doubled = letter == before.last && !is_vowel_letter(letter);
  for (const State& state : before.states) {
    if (doubled) add(after.states, state);
    if (!state.rest.empty()) {
      if (state.rest.front() != letter) continue;
      add(after.states, {state.at, state.rest.substr(1), state.place, state.cost});
    } else if (may_precede(state.place, letter)) {
      for (const Step& step : steps_[state.at]) {
        const SoundRule& rule = *step.rule;
        if (rule.letters.front() != letter || !may_begin(rule.place, before.letters)) continue;
        add(after.states, {step.to, rule.letters.substr(1), rule.place, state.cost + step.cost});
      }
    }
  }
  return after;
}

std::string KoreanSounds::next(const States& states) const {
  std::string letters;
  for (const State& state : states.states) {
    if (!state.rest.empty()) {
      letters += state.rest.front();
      continue;
    }
    for (const Step& step : steps_[state.at]) letters += step.rule->letters.front();
  }
  if (states.letters != 0 && !is_vowel_letter(states.last)) letters += states.last;
  std::sort(letters.begin(), letters.end());
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
  return letters;
}

int KoreanSounds::cost(const States& states) const {
  int least = -1;
  for (const State& state : states.states) {
    const bool whole = state.rest.empty() && state.at == sounds_.size();
    if (!whole || state.place == kVowel || state.place == kFront) continue;
    if (least < 0 || state.cost < least) least = state.cost;
  }
  return least;
}

}  // namespace ibid
