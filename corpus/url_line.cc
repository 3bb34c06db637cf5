// SPDX-License-Identifier: GPL-2.0-or-later
//
// See url_line.h.
#include "corpus/url_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMaxUrl = 2000;  // bytes; what browsers and servers agree on

constexpr auto kLabels = std::to_array<std::string_view>(
    {"url", "link", "source url", "report url", "original url", "original", "canonical url",
     "permalink", "web", "available at", "원문", "원문 링크", "원문 주소", "원문 url", "링크",
     "주소", "보고서 주소", "출처 url"});

std::size_t scheme_size(std::string_view text) {
  const std::string head = ascii_lower(text.substr(0, 8));
  if (head.starts_with("https://")) return 8;
  return head.starts_with("http://") ? 7 : 0;
}

bool is_label(std::string_view text) {
  constexpr std::string_view kAround = "*_ \t";
  const std::size_t begin = text.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return false;
  text = text.substr(begin, text.find_last_not_of(kAround) - begin + 1);
  const std::string lower = ascii_lower(text);
  return std::find(kLabels.begin(), kLabels.end(), lower) != kLabels.end();
}

// "<https://…>" and "[words](https://…)" -> the address.
std::string_view unwrapped(std::string_view text) {
  if (text.starts_with('<') && text.ends_with('>')) return text.substr(1, text.size() - 2);
  const std::size_t middle = text.find("](");
  if (text.starts_with('[') && text.ends_with(')') && middle != std::string_view::npos) {
    return text.substr(middle + 2, text.size() - middle - 3);
  }
  return text;
}

// All of `text` is one address with a host.
bool is_url(std::string_view text) {
  const std::size_t scheme = scheme_size(text);
  if (scheme == 0 || text.size() > kMaxUrl || text.size() == scheme) return false;
  if (text[scheme] == '/' || text[scheme] == '?' || text[scheme] == '#') return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c <= 0x20 || c == 0x7F || c == 0xFFFD || is_space(c)) return false;
    if (c == U'<' || c == U'>' || c == U'"') return false;
  }
  return true;
}

}  // namespace

std::string_view url_of_line(std::string_view line) {
  if (line.size() > 2 * kMaxUrl) return {};
  line = trim(line);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_label(line.substr(0, colon))) return {};
  std::string_view rest = line.substr(colon + 1);
  while (rest.starts_with('*') || rest.starts_with('_')) rest.remove_prefix(1);  // "**URL:** …"
  const std::string_view url = unwrapped(trim(rest));
  return is_url(url) ? url : std::string_view();
}

}  // namespace ibid
