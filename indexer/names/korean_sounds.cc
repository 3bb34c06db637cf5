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

struct Spelling {
  std::u32string_view text;
  const SoundRule* rule = nullptr;
  int cost = 0;

  char32_t first() const { return text.empty() ? U'\0' : text.front(); }
};

// Of all rules, by the first letter; those of no letter first.
const std::vector<Spelling>& all_spellings() {
  static const std::vector<Spelling> kSpellings = [] {
    std::vector<Spelling> all;
    for (const SoundRule& rule : sound_rules()) {
      each_spelling(rule, [&](std::u32string_view text, int cost) {
        all.push_back({text, &rule, cost});
      });
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Spelling& a, const Spelling& b) { return a.first() < b.first(); });
    return all;
  }();
  return kSpellings;
}

struct ByFirst {
  bool operator()(const Spelling& a, char32_t b) const { return a.first() < b; }
  bool operator()(char32_t a, const Spelling& b) const { return a < b.first(); }
};

}  // namespace

KoreanSounds::KoreanSounds(std::u32string_view hangul, int most)
    : sounds_(sounds_of(hangul)), most_(most), steps_(sounds_.size() + 1) {
  const std::vector<Spelling>& all = all_spellings();
  const auto add_steps = [&](std::size_t at, char32_t first) {
    const auto [begin, end] = std::equal_range(all.begin(), all.end(), first, ByFirst{});
    for (auto it = begin; it != end; ++it) {
      if (it->cost > most_ || sounds_.compare(at, it->text.size(), it->text) != 0) continue;
      steps_[at].push_back({it->rule, at + it->text.size(), it->cost});
    }
  };
  for (std::size_t at = 0; at <= sounds_.size(); ++at) {
    add_steps(at, U'\0');
    if (at < sounds_.size()) add_steps(at, sounds_[at]);
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
