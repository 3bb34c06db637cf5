// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/quotations.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/sentences/sentences.h"
#include "corpus/text/code_points.h"
#include "search/audit/sentences/quoted_terms.h"

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

// What follows quoted words, besides quotatives.
struct Ending {
  std::string_view word;
  bool ends_word;
};
constexpr std::array kEndings = std::to_array<Ending>({
#include "search/word_lists/quotation_endings.inc"
});

bool begins_with_ending(std::string_view text) {
  return std::any_of(kEndings.begin(), kEndings.end(), [text](const Ending& ending) {
    if (!text.starts_with(ending.word)) return false;
    return !ending.ends_word || text.substr(ending.word.size()).starts_with(' ');
  });
}

struct Char {
  char32_t ch;
  std::size_t begin, end;
};

bool is_word(char32_t c) { return is_letter(c) || is_ascii_digit(c); }

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }

// True if it is long enough to be a quotation.
bool says_something(const std::vector<Char>& chars, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLong = 10;
  const auto at = [&](std::size_t i) { return chars.begin() + static_cast<std::ptrdiff_t>(i); };
  const bool two_words =
      std::any_of(at(begin), at(end), [](const Char& c) { return is_space(c.ch); });
  return two_words || end - begin >= kLong;
}

// In Korean, single quotes hold a name or term ('자유의 방패 훈련') more often than speech. Speech
// is long, ends with a punctuation mark of its own, or is followed by a particle of quotation.
bool is_korean_name(std::string_view text, const std::vector<Char>& chars, std::size_t begin,
                    std::size_t close) {
  constexpr std::ptrdiff_t kLongName = 4;  // spaces
  const auto at = [&](std::size_t i) { return chars.begin() + static_cast<std::ptrdiff_t>(i); };
  if (std::none_of(at(begin), at(close), [](const Char& c) { return is_hangul(c.ch); }))
    return false;
  const char32_t last = chars[close - 1].ch;
  if (last == U'.' || last == U',' || last == U'!' || last == U'?' || last == U'…') return false;
  const std::string_view after = text.substr(chars[close].end);
  if (begins_with_quotative(after) || begins_with_ending(after)) return false;
  return std::count_if(at(begin), at(close), [](const Char& c) { return is_space(c.ch); }) <
         kLongName;
}

}  // namespace

std::vector<ByteRange> find_quotations(std::string_view text, Quoted which) {
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
    const bool name =
        is_apostrophe(marks->close) && close > i + 1 && is_korean_name(text, chars, i + 1, close);
    const ByteRange inside{chars[i].end, chars[close].begin};
    const bool taken = which == Quoted::kAny || is_said(text, inside);
    if (!name && says_something(chars, i + 1, close) && taken) found.push_back(inside);
    i = close;
  }
  return found;
}

}  // namespace ibid
