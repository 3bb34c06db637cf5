// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf/line_start.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::u32string_view kBullets = U"•●○■□▪▫◆◇▶▷►▸‣◦◎★☆※☞➢➤✓✔❖∙";
constexpr std::u32string_view kWeakBullets = U"-–—−*+o·ㆍㅇᆞ〇";

// "1" of "1.", "iv" of "iv)", "가" of "(가)".
bool is_counter(std::u32string_view text) {
  if (text.empty() || text.size() > 4) return false;
  const auto all = [&](auto is) { return std::all_of(text.begin(), text.end(), is); };
  if (all([](char32_t c) { return is_ascii_digit(c); })) return text.size() <= 3;
  if (text.size() == 1) {
    static constexpr std::u32string_view kSyllables = U"가나다라마바사아자차카타파하";
    return is_ascii_letter(text[0]) || kSyllables.find(text[0]) != std::u32string_view::npos;
  }
  return all([](char32_t c) { return c == U'i' || c == U'v' || c == U'x'; });
}

// "1.2", "1.2.3."
bool is_section_number(std::u32string_view text) {
  if (!text.empty() && text.back() == U'.') text.remove_suffix(1);
  std::size_t dots = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == U'.' && i > 0 && i + 1 < text.size() && text[i - 1] != U'.') {
      ++dots;
    } else if (!is_ascii_digit(text[i])) {
      return false;
    }
  }
  return dots >= 2 && text.size() <= 12;
}

}  // namespace

LineStart line_start(std::string_view first_word) {
  if (first_word.size() > 32) return LineStart::kText;
  std::u32string word;
  for (std::size_t at = 0; at < first_word.size();) word += next_code_point(first_word, at);
  if (word.empty()) return LineStart::kText;
  const char32_t c = word.front();
  if (kBullets.find(c) != std::u32string_view::npos) return LineStart::kBullet;
  if (word.size() == 1) {
    if (kWeakBullets.find(c) != std::u32string_view::npos) return LineStart::kWeakBullet;
  }
  if ((c >= U'①' && c <= U'⓿') || (c >= U'㉠' && c <= U'㉿')) return LineStart::kNumber;
  std::u32string_view inner = word;
  if (inner.front() == U'(' || inner.front() == U'[') inner.remove_prefix(1);
  const bool closed = !inner.empty() && (inner.back() == U')' || inner.back() == U']');
  const bool stopped = inner.size() == word.size() && inner.back() == U'.';
  if (!inner.empty() && (closed || stopped) && is_counter(inner.substr(0, inner.size() - 1))) {
    return LineStart::kNumber;
  }
  return is_section_number(word) ? LineStart::kNumber : LineStart::kText;
}

bool ends_sentence(std::string_view word) {
  for (std::size_t end = word.size(); end > 0;) {
    const char32_t c = previous_code_point(word, end);
    if (is_closing(c) || is_double_quote(c) || closes_single_quote(c)) continue;
    return std::u32string_view(U".!?:;。！？…：").find(c) != std::u32string_view::npos;
  }
  return false;
}

std::string dingbat(std::string_view glyph) {
  static constexpr std::array<std::pair<char32_t, const char*>, 24> kSigns{{
      {'l', "●"},  {'m', "❍"},  {'n', "■"},  {'o', "□"},  {'p', "❐"},    {'q', "❑"},
      {'r', "❒"},  {'s', "⬧"},  {'t', "⧫"},  {'u', "◆"},  {'v', "❖"},    {'w', "⬥"},
      {0x9F, "•"}, {0xA7, "▪"}, {0xA8, "◻"}, {0xD8, "➢"}, {0xDA, "⮊"}, {0xE0, "→"},
      {0xE8, "➔"}, {0xF0, "⇨"}, {0xFB, "✗"}, {0xFC, "✓"}, {0xFD, "☒"},   {0xFE, "☑"},
  }};
  std::string out;
  for (std::size_t at = 0; at < glyph.size();) {
    const std::size_t begin = at;
    char32_t c = next_code_point(glyph, at);
    if (c >= 0xF000 && c <= 0xF0FF) c -= 0xF000;
    const auto sign = std::find_if(kSigns.begin(), kSigns.end(),
                                   [c](const auto& pair) { return pair.first == c; });
    if (sign != kSigns.end()) {
      out += sign->second;
    } else {
      out += glyph.substr(begin, at - begin);
    }
  }
  return out;
}

}  // namespace ibid
