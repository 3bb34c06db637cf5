// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/quotations.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/code_points.h"

namespace ibid {
namespace {

struct Marks {
  char32_t open, close;
};
constexpr std::array kMarks = std::to_array<Marks>({{U'“', U'”'},
                                                    {U'„', U'“'},
                                                    {U'"', U'"'},
                                                    {U'‘', U'’'},
                                                    {U'\'', U'\''},
                                                    {U'「', U'」'},
                                                    {U'『', U'』'},
                                                    {U'«', U'»'}});

struct Char {
  char32_t ch;
  std::size_t begin, end;
};

bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }

// Long enough to be somebody's words.
bool says_something(const std::vector<Char>& chars, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLong = 10;
  const auto at = [&](std::size_t i) { return chars.begin() + static_cast<std::ptrdiff_t>(i); };
  const bool two_words =
      std::any_of(at(begin), at(end), [](const Char& c) { return is_space(c.ch); });
  return two_words || end - begin >= kLong;
}

}  // namespace

std::vector<ByteRange> find_quotations(std::string_view text) {
  std::vector<Char> chars;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    chars.push_back({c, begin, at});
  }
  const auto word_at = [&](std::size_t i) { return i < chars.size() && is_word(chars[i].ch); };
  std::vector<ByteRange> found;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const auto marks = std::find_if(kMarks.begin(), kMarks.end(),
                                    [&](const Marks& m) { return m.open == chars[i].ch; });
    if (marks == kMarks.end()) continue;
    if (is_apostrophe(marks->open) && ((i > 0 && word_at(i - 1)) || !word_at(i + 1))) continue;
    std::size_t close = i + 1;
    const auto closes = [&](std::size_t k) {
      return chars[k].ch == marks->close &&
             (!is_apostrophe(marks->close) || !word_at(k + 1) || is_hangul(chars[k + 1].ch));
    };
    while (close < chars.size() && !closes(close)) ++close;
    if (close == chars.size()) continue;
    if (says_something(chars, i + 1, close)) found.push_back({chars[i].end, chars[close].begin});
    i = close;
  }
  return found;
}

}  // namespace ibid
