// SPDX-License-Identifier: GPL-2.0-or-later
//
// A query with carets under an error in it, for a terminal.

#include <algorithm>
#include <cstddef>
#include <vector>

#include "corpus/text/code_points.h"
#include "corpus/text/display_width.h"
#include "search/query/query.h"
#include "search/query/query_chars.h"
#include "search/query/query_lexer.h"

namespace ibid {
namespace {

constexpr std::size_t kColumns = 78;

// Half-open, in characters.
struct Window {
  std::size_t begin, end;
};

// A query is untrusted text: nothing in it may move the cursor or change the writing direction.
std::string printable(char32_t c) {
  const bool turns = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                     (c >= 0x2066 && c <= 0x2069);
  std::string result;
  append_utf8(result, turns ? char32_t{0xFFFD} : is_query_space(c) && c != 0x3000 ? U' ' : c);
  return result;
}

// The window of the line that shows `target` and as much around it as fits: half of the remaining
// columns go before it, the rest after it.
Window choose_window(const std::vector<std::size_t>& widths, Window target) {
  std::size_t room = kColumns - 2;  // a mark at either end
  Window window = {target.begin, target.begin};
  const auto grow_right = [&](std::size_t end, std::size_t keep) {
    while (window.end < end && room >= keep + widths[window.end]) room -= widths[window.end++];
  };
  const auto grow_left = [&](std::size_t keep) {
    while (window.begin > 0 && room >= keep + widths[window.begin - 1]) {
      room -= widths[--window.begin];
    }
  };
  grow_right(target.end, 0);
  grow_left(room / 2);
  grow_right(widths.size(), 0);
  grow_left(0);
  return window;
}

}  // namespace

std::string caret_lines(std::string_view query, const QueryError& error) {
  Notices ignored;
  const std::u32string chars = decode_query(query.substr(0, kMaxQueryBytes), ignored).chars;
  std::vector<std::string> shown;
  std::vector<std::size_t> widths;
  for (const char32_t c : chars) {
    shown.push_back(printable(c));
    widths.push_back(display_width(shown.back()));
  }
  Window target;
  target.begin = std::min(error.column() - 1, chars.size());
  target.end = std::min(target.begin + error.width(), chars.size());
  const auto text_of = [&shown](std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += shown[i];
    return text;
  };
  Window window = {0, chars.size()};
  if (display_width(text_of(0, chars.size())) >= kColumns) window = choose_window(widths, target);

  const std::string left = (window.begin > 0 ? "…" : "") + text_of(window.begin, target.begin);
  const std::string middle = text_of(target.begin, std::min(target.end, window.end));
  const std::string right = text_of(std::min(target.end, window.end), window.end) +
                            (window.end < chars.size() ? "…" : "");
  const std::size_t carets = std::max<std::size_t>(1, display_width(middle));
  return left + middle + right + "\n" + std::string(display_width(left), ' ') +
         std::string(carets, '^');
}

}  // namespace ibid
