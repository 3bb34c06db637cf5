// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/sound_rules.h"

#include <array>

#include "corpus/text/hangul_syllable.h"

namespace ibid {
namespace {

// As the list has it: letters, and after a space their place.
struct SoundRow {
  std::string_view where;
  std::u32string_view usual, other, rare;  // spellings, | between them; 0 for none
};

constexpr std::array kRows = std::to_array<SoundRow>({
#include "indexer/word_lists/sound_rules.inc"
});

constexpr SoundPlace place_named(std::string_view name) {
  constexpr std::array<std::string_view, 7> kNames = {"",    "vowel", "front", "coda",
                                                      "end", "start", "after"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<SoundPlace>(i);
  }
  throw "no such place";  // when compiling
}

constexpr auto read_rules() {
  std::array<SoundRule, kRows.size()> rules;
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    const SoundRow& row = kRows[i];
    const std::size_t space = row.where.find(' ');
    const std::string_view place =
        space == std::string_view::npos ? std::string_view() : row.where.substr(space + 1);
    rules[i] = {row.where.substr(0, space), place_named(place), row.usual, row.other, row.rare};
  }
  return rules;
}

constexpr std::array kRules = read_rules();

constexpr std::array<std::u32string_view, Syllable::kFinals> kFinalLetters = {
    U"",     U"ㄱ",   U"ㄱ",   U"ㄱㅅ", U"ㄴ",   U"ㄴㅈ", U"ㄴ", U"ㄷ", U"ㄹ",   U"ㄹㄱ",
    U"ㄹㅁ", U"ㄹㅂ", U"ㄹㅅ", U"ㄹㅌ", U"ㄹㅍ", U"ㄹ",   U"ㅁ", U"ㅂ", U"ㅂㅅ", U"ㅅ",
    U"ㅅ",   U"ㅇ",   U"ㅈ",   U"ㅊ",   U"ㅋ",   U"ㅌ",   U"ㅍ", U"ㅎ"};

}  // namespace

std::span<const SoundRule> sound_rules() { return kRules; }

bool is_vowel_letter(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

std::u32string sounds_of(std::u32string_view hangul) {
  std::u32string out;
  for (const char32_t c : hangul) {
    if (!is_precomposed(c)) continue;
    const Syllable syllable(c);
    const char32_t onset = kOnsetLetters[syllable.onset];
    if (onset != U'ㅇ') out += onset;
    out += kFirstVowel + static_cast<char32_t>(syllable.vowel);
    out += kFinalLetters[static_cast<std::size_t>(syllable.final)];
  }
  return out;
}

}  // namespace ibid
