// SPDX-License-Identifier: GPL-2.0-or-later
//
// A character of folded text.
#pragma once

#include <cstdint>

namespace ibid {

enum class CharClass : std::uint8_t {
  kSeparator,  // ends a word
  kSpace,      // white space
  kLetter,     // of any alphabet other than those below, and its combining marks
  kDigit,
  kHangul,      // a syllable
  kIdeograph,   // Han and Kana
  kApostrophe,  // ' ’ ʼ ＇
  kHyphen,      // - ‐ ‑ – (between letters and digits)
  kMiddleDot,   // · ‧ ・ ㆍ (between the parts of 북·러)
};

struct FoldedChar {
  char32_t ch = 0;
  CharClass cls = CharClass::kSeparator;
  bool upper = false;                // was upper or title case
  std::uint32_t begin = 0, end = 0;  // bytes of the text
};

}  // namespace ibid
