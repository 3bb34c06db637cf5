// SPDX-License-Identifier: GPL-2.0-or-later
//
// UTF-8 text -> folded characters, each with the bytes it came from: NFKC, case folded, without
// Latin diacritics, curly quotes and dashes unified, invisible characters left out. Raised digits
// and other signs of digits are digits ("km²", "①") where they change no number: "45³" is 45.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

// Replaces `out`. `text` is valid UTF-8 of less than 4 GiB.
// Source: UAX #15 (NFKC), CaseFolding.txt through ICU.
// Thread: safe.
void fold(std::string_view text, std::vector<FoldedChar>& out);

// The same as text, with one space for each run of white space and none at the ends.
std::string folded_text(std::string_view text);

}  // namespace ibid
