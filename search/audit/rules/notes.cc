// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/notes.h"

#include <algorithm>
#include <array>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::array kLabels = std::to_array<std::string_view>({
#include "search/word_lists/note_labels.inc"
});
constexpr std::array kSuperscripts =
    std::to_array<std::string_view>({"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"});

std::size_t past_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_digit(text[at])) ++at;
  return at;
}

bool is_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://") || text.starts_with("www.");
}

// "[1]", "[^kea]:", "[1]:": a label in brackets, and a colon unless it is a number.
bool begins_with_bracket(std::string_view text) {
  if (!text.starts_with('[')) return false;
  const std::size_t close = text.find(']');
  if (close == std::string_view::npos || close < 2) return false;
  if (text.substr(close + 1).starts_with(':')) return true;
  return past_digits(text, 1) == close;
}

// "1) https://…", "12. <https://…>", "https://…".
bool begins_with_address(std::string_view text) {
  const std::size_t digits = past_digits(text, 0);
  if (digits != 0) {
    if (digits == text.size() || (text[digits] != ')' && text[digits] != '.')) return false;
    text = trim(text.substr(digits + 1));
  }
  if (text.starts_with('<')) text.remove_prefix(1);
  return is_address(text);
}

// "Note:", "주)", "주 1)", "자료 :".
bool begins_with_label(std::string_view text) {
  constexpr std::size_t kLongest = 24;  // bytes; no label is longer
  const std::string small = ascii_lower(text.substr(0, kLongest));
  return std::any_of(kLabels.begin(), kLabels.end(), [&](std::string_view label) {
    if (!small.starts_with(label)) return false;
    const std::size_t name_end = skip_spaces(text, label.size());
    const std::size_t digits = past_digits(text, name_end);
    const std::string_view after = text.substr(digits);
    if (digits != name_end && after.starts_with('.')) return true;
    return after.starts_with(':') || after.starts_with(')') || after.starts_with("：");
  });
}

}  // namespace

bool begins_as_note(std::string_view text) {
  text = trim(text);
  for (const std::string_view sign : {"※", "*"}) {
    if (!text.starts_with(sign)) continue;
    text = trim(text.substr(sign.size()));
    break;
  }
  return begins_with_one_of(text, kSuperscripts) || begins_with_bracket(text) ||
         begins_with_address(text) || begins_with_label(text);
}

}  // namespace ibid
