// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/characters/digit_signs.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// The folded characters [begin, end) of a run of signs that are written with digits: ³, ₂, ½, ①.
struct DigitSigns {
  std::size_t begin = 0, end = 0;
  bool raised = false, lowered = false;
};

bool is_raised(char32_t c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x207E);
}
bool is_lowered(char32_t c) { return c >= 0x2080 && c <= 0x208E; }

char32_t source_of(std::string_view text, const FoldedChar& c) {
  return first_char(text.substr(c.begin)).code;
}

// The signs at `i`; empty if there are none.
DigitSigns signs_at(std::string_view text, const std::vector<FoldedChar>& chars, std::size_t i) {
  DigitSigns signs{i, i};
  if (chars[i].cls == CharClass::kHangul) return signs;
  while (signs.end < chars.size() &&
         static_cast<unsigned char>(text[chars[signs.end].begin]) >= 0x80) {
    const FoldedChar& first = chars[signs.end];
    const char32_t c = source_of(text, first);
    std::size_t end = signs.end;
    bool digit = is_raised(c) || is_lowered(c);
    for (; end < chars.size() && chars[end].begin == first.begin; ++end) {
      digit = digit || (chars[end].cls == CharClass::kDigit && !u_isdigit(static_cast<UChar32>(c)));
    }
    if (!digit) break;
    signs.raised = signs.raised || is_raised(c);
    signs.lowered = signs.lowered || is_lowered(c);
    signs.end = end;
  }
  return signs;
}

// True if the signs are as good as digits: in "km²", "H₂O", "½", "①", but not in "45³", "war.³",
// "10⁻⁶" and "2½", where they would change a number or are a note mark.
bool reads_as_digits(const std::vector<FoldedChar>& chars, const DigitSigns& signs) {
  const auto is_digit = [&](std::size_t i) { return chars[i].cls == CharClass::kDigit; };
  if (signs.begin > 0 && is_digit(signs.begin - 1)) return false;
  if (signs.end < chars.size() && is_digit(signs.end)) return false;
  if (!signs.raised && !signs.lowered) return true;
  constexpr std::size_t kLongestUnit = 2;  // of letters that take an exponent: "km"
  std::size_t letters = 0;
  while (letters < signs.begin && chars[signs.begin - letters - 1].cls == CharClass::kLetter)
    ++letters;
  return letters > 0 && (!signs.raised || letters <= kLongestUnit);
}

}  // namespace

void keep_numbers(std::string_view text, std::size_t begin, std::vector<FoldedChar>& chars) {
  std::vector<FoldedChar> kept;
  std::size_t done = 0;  // of chars, in `kept`
  for (std::size_t i = begin; i < chars.size();) {
    const DigitSigns signs = signs_at(text, chars, i);
    if (signs.end > i && !reads_as_digits(chars, signs)) {
      kept.insert(kept.end(), chars.begin() + static_cast<std::ptrdiff_t>(done),
                  chars.begin() + static_cast<std::ptrdiff_t>(i));
      for (; i < signs.end; ++i) {
        const FoldedChar& c = chars[i];
        if (i > signs.begin && c.begin == chars[i - 1].begin) continue;
        kept.push_back({source_of(text, c), CharClass::kSeparator, false, c.begin, c.end});
      }
      done = i;
    } else {
      i = std::max(signs.end, i + 1);
    }
  }
  if (done == 0) return;
  kept.insert(kept.end(), chars.begin() + static_cast<std::ptrdiff_t>(done), chars.end());
  chars = std::move(kept);
}

}  // namespace ibid
