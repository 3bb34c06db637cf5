// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/escape_markdown.h"

#include <algorithm>

#include "corpus/text/code_points.h"
#include "search/render/escape_terminal.h"

namespace ibid {

namespace {

// "(3) item", "(iv) item": a list to some readers.
bool numbers_item(std::string_view line) {
  if (!line.starts_with('(')) return false;
  std::size_t end = 1;
  while (end < line.size() && (is_ascii_digit(line[end]) || is_ascii_letter(line[end]))) ++end;
  return line.substr(end) == ")" || line.substr(end, 2) == ") ";
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  constexpr std::string_view kAnywhere = "\\`*_{}[]<>#|~!&$^@";
  constexpr std::string_view kAtLineStart = "-+=";
  const std::string line = escape_prose(trim(text));
  std::string out;
  bool number = true;  // only digits so far
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool ends = i + 1 == line.size() || line[i + 1] == ' ';
    const bool list = number && i > 0 && (c == '.' || c == ')') && ends;
    const bool start =
        i == 0 && (kAtLineStart.find(c) != std::string_view::npos || numbers_item(line));
    const bool address = c == ':' && line.compare(i, 3, "://") == 0;
    if (list || start || address || kAnywhere.find(c) != std::string_view::npos) out += '\\';
    out += c;
    number = number && is_ascii_digit(c);
  }
  return out;
}

std::string markdown_code(std::string_view text) {
  const std::string line = escape_prose(text);
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : line) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const std::string space = longest > 0 ? " " : "";
  return fence + space + line + space + fence;
}

}  // namespace ibid
