// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/note_marks.h"

#include <algorithm>

#include "corpus/report/source_id.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMostDigits = 3;

bool is_raised_digit(char32_t c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}
bool is_dagger(char32_t c) { return c == U'†' || c == U'‡'; }

char32_t char_before(std::string_view text, std::size_t at) {
  return at == 0 ? 0 : previous_code_point(text, at);
}

class NoteMarks {
 public:
  explicit NoteMarks(std::string_view text) : text_(text) {}

  // False for most characters, with which no note mark begins: the first byte shows it.
  static bool may_begin_with(char byte) {
    return byte == '[' || is_ascii_digit(byte) || byte == '\xC2' || byte == '\xE2';
  }

  // The end of the note mark at `at`; `at` if there is none.
  std::size_t end_of(std::size_t at) const {
    const char32_t before = char_before(text_, at);
    if (before == 0 || is_space(before)) return at;
    std::size_t next = at;
    const char32_t c = next_code_point(text_, next);
    if (is_dagger(c)) return next;
    if (is_raised_digit(c)) return raised(at, before);
    if (c == U'[') return bracketed(at);
    return is_ascii_digit(c) && !is_ascii_digit(before) ? korean(at, before) : at;
  }

 private:
  std::size_t raised(std::size_t at, char32_t before) const {
    std::size_t end = at;
    while (end < text_.size()) {
      std::size_t next = end;
      const char32_t c = next_code_point(text_, next);
      if (!is_raised_digit(c) && !(c == 0x207B && end > at)) break;
      end = next;
    }
    const bool number = is_ascii_digit(before) || is_raised_digit(before) || before == 0x207B;
    return number || (is_latin(before) && is_unit(at)) || is_letter_or_digit(after(end)) ? at : end;
  }

  // "km", "m" and other words of at most two letters take an exponent.
  bool is_unit(std::size_t end) const {
    constexpr std::size_t kLongestUnit = 2;
    std::size_t letters = 0;
    for (std::size_t at = end; at > 0 && is_letter_or_digit(previous_code_point(text_, at));) {
      ++letters;
    }
    return letters <= kLongestUnit;
  }

  // "[12]", "[1, 3-5]", "[^kea]".
  std::size_t bracketed(std::size_t at) const {
    constexpr std::size_t kLongest = 24;
    const std::size_t close = text_.find(']', at);
    if (close == std::string_view::npos || close - at > kLongest || close == at + 1) return at;
    const std::string_view inside = text_.substr(at + 1, close - at - 1);
    const bool label = inside.size() > 1 && inside[0] == '^';
    const bool numbers = is_ascii_digit(inside[0]) &&
                         inside.find_first_not_of("0123456789, -;") == std::string_view::npos;
    std::size_t digits = 0;
    for (const char c : inside) {
      digits = is_ascii_digit(c) ? digits + 1 : 0;
      if (digits > kMostDigits) return at;
    }
    return label || numbers ? close + 1 : at;
  }

  // 늘었다1), 있다.2): behind a syllable or a full stop, where no bracket is open.
  std::size_t korean(std::size_t at, char32_t before) const {
    std::size_t left = at;
    if (before == U'.') before = char_before(text_, previous(left));
    if (!is_hangul(before)) return at;
    std::size_t end = at;
    while (end < text_.size() && is_ascii_digit(text_[end]) && end - at < kMostDigits) ++end;
    if (end >= text_.size() || text_[end] != ')') return at;
    const std::size_t open = text_.rfind('(', at);
    const std::size_t closed = text_.rfind(')', at);
    const bool inside =
        open != std::string_view::npos && (closed == std::string_view::npos || closed < open);
    return inside ? at : end + 1;
  }

  std::size_t previous(std::size_t at) const {
    previous_code_point(text_, at);
    return at;
  }
  char32_t after(std::size_t at) const {
    return at < text_.size() ? next_code_point(text_, at) : U' ';
  }

  std::string_view text_;
};

}  // namespace

std::size_t note_mark_end(std::string_view text, std::size_t at) {
  return at < text.size() ? NoteMarks(text).end_of(at) : at;
}

std::vector<ByteRange> unquoted_marks(std::string_view text) {
  std::vector<ByteRange> marks;
  for (const CitationMark& mark : find_citation_marks(text)) marks.push_back(mark.text);
  const std::size_t citations = marks.size();
  const NoteMarks notes(text);
  std::size_t next = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool before_citations = next == citations || at < marks[next].begin;
    if (before_citations && !NoteMarks::may_begin_with(text[at])) {
      ++at;
      continue;
    }
    while (next < citations && marks[next].end <= at) ++next;
    const bool in_citation = next < citations && marks[next].begin <= at;
    const std::size_t end = in_citation ? marks[next].end : notes.end_of(at);
    if (end > at && !in_citation) marks.push_back({at, end});
    if (end > at) {
      at = end;
    } else {
      next_code_point(text, at);
    }
  }
  std::sort(marks.begin(), marks.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  return marks;
}

}  // namespace ibid
