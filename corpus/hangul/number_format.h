// SPDX-License-Identifier: GPL-2.0-or-later
//
// The numbers of the Hangul word processor: its list of formats is in its file format documents
// (HWP 5.0 table 43, KS X 6101 NumberType1 and NumberType2), in this order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ibid {

enum class NumberFormat : std::uint8_t {
  kDigit,
  kCircledDigit,
  kRomanCapital,
  kRomanSmall,
  kLatinCapital,
  kLatinSmall,
  kCircledLatinCapital,
  kCircledLatinSmall,
  kHangulSyllable,         // 가 나 다
  kCircledHangulSyllable,  // ㉮ ㉯ ㉰
  kHangulJamo,             // ㄱ ㄴ ㄷ
  kCircledHangulJamo,      // ㉠ ㉡ ㉢
  kHangulPhonetic,         // 일 이 삼
  kIdeograph,              // 一 二 三
  kCircledIdeograph,       // ㊀ ㊁ ㊂
  kDecagonCircle,          // 갑 을 병
  kDecagonCircleHanja,     // 甲 乙 丙
};

// By the number that HWP 5 stores; digits for one that is unknown.
NumberFormat number_format(std::uint32_t stored);
// By the name that HWPX stores: "HANGUL_SYLLABLE". Digits for one that is unknown.
NumberFormat number_format(std::string_view name);

// Digits where the format has no sign for `number`.
std::string format_number(std::uint32_t number, NumberFormat format);

// What a bullet of a symbol font or of a private use area looks like: "●" for U+F06C of Wingdings;
// other characters as they are. Empty for U+0000 and for control characters.
std::string bullet_sign(char32_t c);

}  // namespace ibid
