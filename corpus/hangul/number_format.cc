// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hangul/number_format.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/office/symbol_signs.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::array kNames = std::to_array<std::string_view>(
    {"DIGIT", "CIRCLED_DIGIT", "ROMAN_CAPITAL", "ROMAN_SMALL", "LATIN_CAPITAL", "LATIN_SMALL",
     "CIRCLED_LATIN_CAPITAL", "CIRCLED_LATIN_SMALL", "HANGUL_SYLLABLE", "CIRCLED_HANGUL_SYLLABLE",
     "HANGUL_JAMO", "CIRCLED_HANGUL_JAMO", "HANGUL_PHONETIC", "IDEOGRAPH", "CIRCLED_IDEOGRAPH",
     "DECAGON_CIRCLE", "DECAGON_CIRCLE_HANJA"});

std::string one(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

std::string roman(std::uint32_t number, bool capital) {
  static constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> kSigns = {
      {{1000, "M"},
       {900, "CM"},
       {500, "D"},
       {400, "CD"},
       {100, "C"},
       {90, "XC"},
       {50, "L"},
       {40, "XL"},
       {10, "X"},
       {9, "IX"},
       {5, "V"},
       {4, "IV"},
       {1, "I"}}};
  if (number == 0 || number >= 4000) return std::to_string(number);
  std::string out;
  for (const auto& [value, sign] : kSigns) {
    for (; number >= value; number -= value) out += sign;
  }
  return capital ? out : ascii_lower(out);
}

// a … z, aa, bb …
std::string latin(std::uint32_t number, char first) {
  if (number == 0 || number > 26 * 20) return std::to_string(number);
  return std::string((number - 1) / 26 + 1,
                     static_cast<char>(first + static_cast<int>((number - 1) % 26)));
}

// 가 … 하, 거 … 허, 고 … 호: the order in which Korean laws count.
std::string hangul_syllable(std::uint32_t number) {
  static constexpr std::array<unsigned, 14> kInitials = {0,  2,  3,  5,  6,  7,  9,
                                                         11, 12, 14, 15, 16, 17, 18};
  static constexpr std::array<unsigned, 6> kVowels = {0, 4, 8, 13, 18, 20};  // ㅏ ㅓ ㅗ ㅜ ㅡ ㅣ
  if (number == 0 || number > kInitials.size() * kVowels.size()) return std::to_string(number);
  const unsigned initial = kInitials[(number - 1) % kInitials.size()];
  const unsigned vowel = kVowels[(number - 1) / kInitials.size()];
  return one(U'\uAC00' + (initial * 21 + vowel) * 28);
}

std::string row_of(std::uint32_t number, std::u32string_view signs) {
  return number == 0 || number > signs.size() ? std::to_string(number) : one(signs[number - 1]);
}

std::string run_of(std::uint32_t number, char32_t first, std::uint32_t count) {
  return number == 0 || number > count ? std::to_string(number) : one(first + number - 1);
}

std::string circled_digit(std::uint32_t number) {
  if (number <= 20) return run_of(number, U'①', 20);
  if (number <= 35) return one(U'㉑' + number - 21);
  if (number <= 50) return one(U'㊱' + number - 36);
  return std::to_string(number);
}

// 일 … 십, 십일 … 구십구 with the ten signs `signs`.
std::string spoken(std::uint32_t number, std::u32string_view signs) {
  if (number == 0 || number > 99) return std::to_string(number);
  std::string out;
  if (number >= 20) out += one(signs[number / 10 - 1]);
  if (number >= 10) out += one(signs[9]);
  if (number % 10 != 0) out += one(signs[number % 10 - 1]);
  return out;
}

}  // namespace

NumberFormat number_format(std::uint32_t stored) {
  return stored < kNames.size() ? static_cast<NumberFormat>(stored) : NumberFormat::kDigit;
}

NumberFormat number_format(std::string_view name) {
  const auto at = std::find(kNames.begin(), kNames.end(), name);
  return at == kNames.end() ? NumberFormat::kDigit
                            : static_cast<NumberFormat>(std::distance(kNames.begin(), at));
}

std::string format_number(std::uint32_t number, NumberFormat format) {
  switch (format) {
    case NumberFormat::kDigit:
      return std::to_string(number);
    case NumberFormat::kCircledDigit:
      return circled_digit(number);
    case NumberFormat::kRomanCapital:
      return roman(number, true);
    case NumberFormat::kRomanSmall:
      return roman(number, false);
    case NumberFormat::kLatinCapital:
      return latin(number, 'A');
    case NumberFormat::kLatinSmall:
      return latin(number, 'a');
    case NumberFormat::kCircledLatinCapital:
      return run_of(number, U'Ⓐ', 26);
    case NumberFormat::kCircledLatinSmall:
      return run_of(number, U'ⓐ', 26);
    case NumberFormat::kHangulSyllable:
      return hangul_syllable(number);
    case NumberFormat::kCircledHangulSyllable:
      return run_of(number, U'㉮', 14);
    case NumberFormat::kHangulJamo:
      return row_of(number, U"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ");
    case NumberFormat::kCircledHangulJamo:
      return run_of(number, U'㉠', 14);
    case NumberFormat::kHangulPhonetic:
      return spoken(number, U"일이삼사오육칠팔구십");
    case NumberFormat::kIdeograph:
      return spoken(number, U"一二三四五六七八九十");
    case NumberFormat::kCircledIdeograph:
      return run_of(number, U'㊀', 10);
    case NumberFormat::kDecagonCircle:
      return row_of(number, U"갑을병정무기경신임계");
    case NumberFormat::kDecagonCircleHanja:
      return row_of(number, U"甲乙丙丁戊己庚辛壬癸");
  }
  return std::to_string(number);
}

std::string bullet_sign(char32_t c) {
  // Hancom's programs show it as a small U+25CF.
  if (c == U'\uF09F') c = U'●';
  // Of Symbol, the only sign of that font that is used so.
  if (c == U'\uF0B7') c = U'•';
  if (const char32_t sign = c >= 0xF020 && c <= 0xF0FF ? symbol_sign("Wingdings", c) : 0) c = sign;
  return c < 0x20 || is_space(c) ? std::string() : one(c);
}

}  // namespace ibid
