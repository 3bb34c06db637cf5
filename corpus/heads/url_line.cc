// SPDX-License-Identifier: GPL-2.0-or-later
//
// See url_line.h.
#include "corpus/heads/url_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMaxUrl = 2000;  // bytes; what browsers and servers agree on

enum class Labels { kHead, kEntry, kBoth };

struct LinkLabel {
  std::string_view label;
  Labels of;
};

using enum Labels;
constexpr std::array kLinkLabels = std::to_array<LinkLabel>({
#include "corpus/word_lists/link_labels.inc"
});

bool is_label_of(Labels use, std::string_view small) {
  return std::any_of(kLinkLabels.begin(), kLinkLabels.end(), [&](const LinkLabel& known) {
    return known.label == small && (known.of == use || known.of == kBoth);
  });
}

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
  return is_label_of(kHead, ascii_lower(text));
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

bool is_entry_label(std::string_view small) { return is_label_of(kEntry, small); }

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
