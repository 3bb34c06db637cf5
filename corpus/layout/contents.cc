// SPDX-License-Identifier: GPL-2.0-or-later
//
// See contents.h.
#include "corpus/layout/contents.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "corpus/layout/outline.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

bool is_leader(char32_t c) { return c == U'.' || c == U'·' || c == U'…' || c == U'‥' || c == U'_'; }

// "Summary ........ 3", "Summary    3", "Summary … " -> "Summary". A page number counts only after
// leaders, a tab or two spaces, so "Vision 2030" keeps its year.
std::string_view without_page(std::string_view line) {
  line = trim(line);
  std::size_t end = line.size();
  while (end > 0 && is_ascii_digit(line[end - 1])) --end;
  const bool page = end < line.size();
  std::size_t gap = end;
  std::size_t leaders = 0;
  std::size_t spaces = 0;
  while (gap > 0) {
    std::size_t before = gap;
    const char32_t c = previous_code_point(line, before);
    if (is_space(c)) {
      spaces += c == U'\t' ? 2 : 1;
    } else if (is_leader(c)) {
      leaders += c == U'.' ? 1 : 2;  // a single full stop ends an abbreviation
    } else {
      break;
    }
    gap = before;
  }
  const bool led = leaders >= 2;
  const bool spaced = page && leaders == 0 && spaces >= 2;
  return led || spaced ? line.substr(0, gap) : line;
}

// "[1. Summary](#summary)" -> "1. Summary"
std::string_view without_link(std::string_view line) {
  if (!line.starts_with('[') || !line.ends_with(')')) return line;
  const std::size_t middle = line.find("](");
  return middle == std::string_view::npos ? line : line.substr(1, middle - 1);
}

std::vector<int> levels_of(std::string_view number) {
  std::vector<int> levels;
  for (std::size_t at = 0; at <= number.size();) {
    const std::size_t end = std::min(number.find_first_of("-.", at), number.size());
    int level = 0;
    std::from_chars(number.data() + at, number.data() + end, level);
    levels.push_back(level);
    at = end + 1;
  }
  return levels;
}

}  // namespace

std::string_view contents_title(std::string_view line) { return without_link(without_page(line)); }

std::optional<ContentsEntry> ContentsReader::next(std::string_view text, ByteRange line) {
  const NumberedTitle entry = parse_numbered_title(contents_title(slice(text, line)));
  if (!entry.found) return {};
  std::vector<int> levels = levels_of(entry.number);
  if (levels <= last_) return {};
  last_ = std::move(levels);
  return ContentsEntry{std::string(entry.number), std::string(without_link(entry.title)), line};
}

}  // namespace ibid
