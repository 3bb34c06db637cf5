// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/citations/mark_numbers.h"

#include <algorithm>

#include "corpus/citations/entry_label.h"
#include "corpus/report/locator.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kMostDigits = 3;  // four are a year

}  // namespace

std::size_t range_sign(std::string_view text, std::size_t at) {
  for (const std::string_view sign : {"-", "–", "—", "~", "∼", "‐", "‑", "⁻"}) {
    if (text.substr(at).starts_with(sign)) return sign.size();
  }
  return 0;
}

std::size_t separator_size(std::string_view text, std::size_t at) {
  for (const std::string_view sign : {",", ";", "，", "、"}) {
    if (text.substr(at).starts_with(sign)) return sign.size();
  }
  return 0;
}

std::optional<std::uint32_t> read_number(std::string_view text, std::size_t& at, bool raised) {
  std::uint32_t value = 0;
  std::size_t digits = 0, next = at;
  while (next < text.size()) {
    std::size_t after = next;
    const char32_t c = next_code_point(text, after);
    const auto digit = raised              ? raised_digit(c)
                       : is_ascii_digit(c) ? std::optional<std::uint32_t>(c - U'0')
                                           : std::nullopt;
    if (!digit) break;
    value = value * 10 + *digit;
    if (++digits > kMostDigits) return {};
    next = after;
  }
  if (digits == 0 || value == 0) return {};
  at = next;
  return value;
}

std::vector<NumberItem> read_numbers(std::string_view text, ByteRange inside) {
  std::vector<NumberItem> items;
  for (std::size_t at = skip_spaces(text, inside.begin); at < inside.end;) {
    NumberItem item;
    const std::size_t begin = at;
    const auto first = read_number(text, at, false);
    if (!first) {
      // The rest may say where in the source: "[2, p. 14]".
      const std::string_view rest = trim(text.substr(begin, inside.end - begin));
      const bool place = !items.empty() && is_locator(rest) && !is_ascii_digit(rest.front());
      if (!place) return {};
      items.back().locator = rest;
      return items;
    }
    item.first = item.last = *first;
    if (const std::size_t dash = range_sign(text, at)) {
      std::size_t next = skip_spaces(text, at + dash);
      const auto last = read_number(text, next, false);
      if (!last || *last < *first || *last - *first > kMostOfRange) return {};
      item.last = *last;
      at = next;
    }
    item.text = {begin, at};
    items.push_back(item);
    at = skip_spaces(text, at);
    if (at >= inside.end) break;
    const std::size_t separator = separator_size(text, at);
    if (separator == 0) return {};
    at = skip_spaces(text, at + separator);
  }
  return items;
}

void NumberWatch::see(std::string_view text) {
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    const std::size_t close =
        text.substr(0, std::min(text.size(), at + kLongestNumbers)).find(']', at);
    if (close == std::string_view::npos || at == 0) continue;
    // A mark stands behind what it proves and before a space, a stop or another mark.
    const std::string_view after = text.substr(close + 1);
    if (!after.empty() &&
        std::string_view(" .,;:)[").find(after.front()) == std::string_view::npos) {
      continue;
    }
    // "in turn [1] trucks, [2] batteries" counts things, not sources.
    if (text[at - 1] == '`' || (text[at - 1] == ' ' && after.starts_with(' '))) continue;
    for (const NumberItem& item : read_numbers(text, {at + 1, close})) {
      one_ |= item.first <= 1 && item.last >= 1;
      two_ |= item.first <= 2 && item.last >= 2;
      three_ |= item.first <= 3 && item.last >= 3;
    }
  }
}

}  // namespace ibid
