// SPDX-License-Identifier: GPL-2.0-or-later
//
// See html_signs.h.
#include "corpus/markdown/html_signs.h"

#include <algorithm>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

bool begins_tag(std::string_view html, std::size_t at) {
  if (html[at] != '<' || at + 1 == html.size()) return false;
  const char next = html[at + 1];
  return is_ascii_letter(next) || next == '/' || next == '!' || next == '?';
}

std::size_t past(std::string_view html, std::string_view what, std::size_t from) {
  const std::size_t at = html.find(what, from);
  return at == std::string_view::npos ? html.size() : at + what.size();
}

// The end of the tag at `at`, or of all that it makes invisible.
std::size_t sign_end(std::string_view html, std::size_t at) {
  if (html.substr(at).starts_with("<!--")) return past(html, "-->", at);
  const std::size_t end = past(html, ">", at);
  for (const std::string_view hidden : {"script", "style"}) {
    if (ascii_lower(html.substr(at + 1, hidden.size())) != hidden) continue;
    const std::string_view rest = html.substr(end);
    const auto close = std::search(rest.begin(), rest.end(), hidden.begin(), hidden.end(),
                                   [](char a, char b) { return (a | 0x20) == b; });
    return past(html, ">", end + static_cast<std::size_t>(close - rest.begin()));
  }
  return end;
}

void append_by_line(std::string_view text, ByteRange sign, std::vector<ByteRange>& signs) {
  while (!sign.empty()) {
    const std::size_t end = std::min<std::size_t>(text.find_first_of("\r\n", sign.begin), sign.end);
    const ByteRange piece = trim(text, {sign.begin, end});
    if (!piece.empty()) signs.push_back(piece);
    sign.begin = std::min<std::uint64_t>(end + 1, sign.end);
  }
}

}  // namespace

void append_html_signs(std::string_view text, ByteRange range, std::vector<ByteRange>& signs) {
  const std::string_view html = slice(text, range);
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    if (!begins_tag(html, at)) {
      ++at;
      continue;
    }
    const std::size_t end = sign_end(html, at);
    append_by_line(text, {range.begin + at, range.begin + end}, signs);
    at = end;
  }
}

}  // namespace ibid
