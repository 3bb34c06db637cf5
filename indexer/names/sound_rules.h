// SPDX-License-Identifier: GPL-2.0-or-later
//
// The rules by which Latin letters are written in Hangul (word_lists/sound_rules).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ibid {

// Where letters of a Latin word stand.
enum class SoundPlace : std::uint8_t { kAny, kVowel, kFront, kCoda, kEnd, kStart, kAfter };

struct SoundRule {
  std::string_view letters;
  SoundPlace place = SoundPlace::kAny;
  // Spellings in letters of Hangul, | between them; 0 for none. In order of their cost, 0 to 2.
  std::u32string_view usual, other, rare;
};

// Owner: the program.
std::span<const SoundRule> sound_rules();

// True for a, e, i, o, u, y.
bool is_vowel_letter(char c);

// The letters (compatibility jamo, U+3131 and after) of Hangul syllables, without ㅇ before a
// vowel; a double final consonant is two. Other characters are left out.
std::u32string sounds_of(std::u32string_view hangul);

// Calls use(spelling, cost) for each spelling of the rule.
template <class Use>
void each_spelling(const SoundRule& rule, Use use) {
  int cost = 0;
  for (std::u32string_view spellings : {rule.usual, rule.other, rule.rare}) {
    while (!spellings.empty()) {
      const std::size_t end = std::min(spellings.find(U'|'), spellings.size());
      const std::u32string_view one = spellings.substr(0, end);
      use(one == U"0" ? std::u32string_view() : one, cost);
      spellings.remove_prefix(std::min(end + 1, spellings.size()));
    }
    ++cost;
  }
}

}  // namespace ibid
