// SPDX-License-Identifier: GPL-2.0-or-later
//
// The letters of a precomposed Hangul syllable, by the arithmetic of Unicode (The Unicode Standard,
// section 3.12).
#pragma once

#include <cstdint>
#include <string_view>

namespace ibid {

inline constexpr char32_t kFirstSyllable = 0xAC00, kLastSyllable = 0xD7A3;

// The letters of the onsets, in the order of Unicode; the vowels follow each other from
// kFirstVowel.
inline constexpr std::u32string_view kOnsetLetters = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
inline constexpr char32_t kFirstVowel = U'ㅏ';

inline constexpr bool is_precomposed(char32_t c) {
  return c >= kFirstSyllable && c <= kLastSyllable;
}

// Vowels in the order of Unicode.
enum class Vowel : std::uint8_t {
  kA,
  kAe,
  kYa,
  kYae,
  kEo,
  kE,
  kYeo,
  kYe,
  kO,
  kWa,
  kWae,
  kOe,
  kYo,
  kU,
  kWo,
  kWe,
  kWi,
  kYu,
  kEu,
  kUi,
  kI
};

// Final consonants in the order of Unicode; those that rules ask for have names.
enum class Final : std::uint8_t {
  kNone = 0,
  kNieun = 4,
  kDigeut = 7,
  kRieul = 8,
  kMieum = 16,
  kBieup = 17,
  kSiot = 19,
  kSsangSiot = 20,
  kHieut = 27
};

// `c`: a precomposed syllable.
struct Syllable {
  std::uint8_t onset = 0;  // in the order of Unicode
  Vowel vowel = Vowel::kA;
  Final final = Final::kNone;

  static constexpr std::uint32_t kOnsets = 19, kVowels = 21, kFinals = 28;

  constexpr Syllable(std::uint8_t with_onset, Vowel with_vowel, Final with_final)
      : onset(with_onset), vowel(with_vowel), final(with_final) {}
  constexpr explicit Syllable(char32_t c)
      : onset(static_cast<std::uint8_t>((c - kFirstSyllable) / kFinals / kVowels)),
        vowel(static_cast<Vowel>((c - kFirstSyllable) / kFinals % kVowels)),
        final(static_cast<Final>((c - kFirstSyllable) % kFinals)) {}
  constexpr char32_t composed() const {
    return kFirstSyllable + (onset * kVowels + static_cast<char32_t>(vowel)) * kFinals +
           static_cast<char32_t>(final);
  }
};

inline constexpr char32_t with_final(char32_t c, Final final) {
  Syllable syllable(c);
  syllable.final = final;
  return syllable.composed();
}
inline constexpr Final final_of(char32_t c) { return Syllable(c).final; }

}  // namespace ibid
