// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/edges/figure_text.h"

#include "corpus/text/code_points.h"

namespace ibid {

std::size_t FigureText::past_spaces(std::size_t i) const {
  while (is_space(i)) ++i;
  return i;
}

std::string FigureText::letters_from(std::size_t i) const {
  std::string out;
  for (; is_letter(i); ++i) {
    if (at(i) >= 0x80) return {};
    out += static_cast<char>(at(i));
  }
  return out;
}

std::u32string FigureText::hangul_from(std::size_t i) const {
  std::u32string out;
  for (; is_hangul(i); ++i) out += at(i);
  return out;
}

std::string FigureText::word_before(std::size_t end) const {
  if (end == 0) return {};
  std::size_t begin = end;
  const CharClass kind = cls(end - 1);
  if (kind != CharClass::kLetter && kind != CharClass::kHangul) return {};
  while (begin > 0 && cls(begin - 1) == kind) --begin;
  std::string out;
  for (; begin < end; ++begin) append_utf8(out, at(begin));
  return out;
}

bool FigureText::has_words(std::size_t i, std::string_view words, std::size_t& end) const {
  for (std::size_t byte = 0; byte < words.size();) {
    const char32_t c = next_code_point(words, byte);
    if (c == U' ') {
      if (!is_space(i)) return false;
      i = past_spaces(i);
    } else if (at(i++) != c) {
      return false;
    }
  }
  if (is_letter(i - 1) && is_wordy(i)) return false;
  end = i;
  return true;
}

}  // namespace ibid
