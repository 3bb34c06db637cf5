// SPDX-License-Identifier: GPL-2.0-or-later
//
// How a Latin word may be written in Hangul, letter by letter (word_lists/sound_rules): an
// automaton that reads Hangul and says whether it may still spell the word, and at what cost. The
// cost counts rarer spellings: 0 for those that the rules for foreign words give.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ibid {

class LatinSounds {
 public:
  // What has been read so far; empty once it can no longer spell the word.
  struct State {
    std::size_t at = 0;        // letters of the word that are spelt
    std::u32string_view rest;  // of a spelling that is not read to its end; lender: the program
    int cost = 0;
    bool operator==(const State&) const = default;
  };
  using States = std::vector<State>;

  // `word`: a to z. Spellings that cost more than `most` are not followed.
  LatinSounds(std::string_view word, int most);

  States begin() const;
  States read(const States& states, char32_t letter) const;
  // The letters that may come next.
  std::u32string next(const States& states) const;
  // The least cost at which what was read spells all of the word; -1 if it does not.
  int cost(const States& states) const;

 private:
  void add(States& states, const State& state) const;

  std::string word_;  // no consonant doubled
  int most_;
};

// The least cost at which `hangul` spells `latin` (a to z); -1 if it costs more than `most`.
int sound_cost(std::u32string_view hangul, std::string_view latin, int most);

}  // namespace ibid
