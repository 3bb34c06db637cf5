// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which Latin words a Korean word may spell: LatinSounds the other way round. An automaton that
// reads Latin letters and says whether the Korean word may still be their spelling, and at what
// cost.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/names/sound_rules.h"

namespace ibid {

class KoreanSounds {
 public:
  // What has been read so far; empty once the Korean word can no longer be its spelling.
  struct State {
    std::size_t at = 0;     // sounds of the word that are accounted for
    std::string_view rest;  // letters of a rule that are not read yet; lender: the program
    SoundPlace place = SoundPlace::kAny;  // of the rule, once its letters are read
    int cost = 0;
  };
  struct States {
    std::vector<State> states;
    std::size_t letters = 0;  // read
    char last = ' ';
  };

  // Spellings that cost more than `most` are not followed.
  KoreanSounds(std::u32string_view hangul, int most);

  States begin() const { return {{{}}, 0, ' '}; }
  States read(const States& before, char letter) const;
  // The letters that may come next, ascending, each once.
  std::string next(const States& states) const;
  // The least cost at which the word spells what was read; -1 if it does not.
  int cost(const States& states) const;

 private:
  // A rule that spells the word's sounds from one place to `to`.
  struct Step {
    const SoundRule* rule;
    std::size_t to;
    int cost;
  };

  void add(std::vector<State>& states, const State& state) const;

  std::u32string sounds_;
  int most_;
  std::vector<std::vector<Step>> steps_;  // by place in sounds_
};

}  // namespace ibid
