// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/citations/entry_label.h"

#include <array>
#include <charconv>

#include "corpus/report/source_identity.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using Kind = EntryLabel::Kind;

constexpr std::size_t kMostDigits = 3;     // four are a year
constexpr std::size_t kLongestLabel = 60;  // bytes of a name in brackets

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  return end - at <= kMostDigits ? end - at : 0;
}

EntryLabel label(Kind kind, std::string_view name, std::string_view line, std::size_t end) {
  return {kind, std::string(name), skip_spaces(line, end)};
}

// "[^kea]: …" and "[reuters]: https://…"
EntryLabel read_definition(std::string_view line) {
  if (!line.starts_with('[')) return {};
  const std::size_t close = line.substr(0, kLongestLabel).find("]:");
  if (close == std::string_view::npos || close == 1) return {};
  const std::string_view name = line.substr(1, close - 1);
  if (name.find('[') != std::string_view::npos) return {};
  if (name.front() == '^') return label(Kind::kFootnote, name, line, close + 2);
  std::string_view target = trim(line.substr(close + 2));
  if (target.starts_with('<')) target.remove_prefix(1);
  if (!begins_like_url(target)) return {};
  return label(Kind::kDefinition, name, line, close + 2);
}

struct Brackets {
  std::string_view open, close;
};

// "[1]", "(1)", "［1］", "【1】"
EntryLabel read_bracketed(std::string_view line) {
  constexpr std::array<Brackets, 5> kPairs = {
      {{"[", "]"}, {"(", ")"}, {"［", "］"}, {"【", "】"}, {"（", "）"}}};
  for (const Brackets& pair : kPairs) {
    if (!line.starts_with(pair.open)) continue;
    const std::size_t begin = pair.open.size();
    const std::size_t digits = digits_at(line, begin);
    if (digits == 0 || !line.substr(begin + digits).starts_with(pair.close)) return {};
    std::size_t end = begin + digits + pair.close.size();
    if (end < line.size() && (line[end] == '.' || line[end] == ':')) ++end;
    return label(Kind::kNumber, line.substr(begin, digits), line, end);
  }
  return {};
}

// "1.", "1)", "주1)", "각주 1)", "^1"
EntryLabel read_bare(std::string_view line) {
  std::size_t begin = 0;
  for (const std::string_view head : {"각주", "미주", "주", "^"}) {
    if (!line.starts_with(head)) continue;
    begin = skip_spaces(line, head.size());
    break;
  }
  const std::size_t digits = digits_at(line, begin);
  const std::size_t end = begin + digits;
  if (digits == 0 || end >= line.size()) return {};
  const bool closed = line[end] == ')' || (line[end] == '.' && begin == 0);
  const bool raised = line.starts_with('^') && line[end] == ' ';
  if (!closed && !raised) return {};
  // "3.5 percent" and "2.1. Title" are no labels of entries.
  if (end + 1 < line.size() && is_ascii_digit(line[end + 1])) return {};
  return label(Kind::kNumber, line.substr(begin, digits), line, end + 1);
}

// "①", "¹²"
EntryLabel read_sign(std::string_view line) {
  constexpr char32_t kFirst = 0x2460, kLast = 0x2473;  // 1 to 20
  std::size_t at = 0;
  const char32_t first = next_code_point(line, at);
  if (first >= kFirst && first <= kLast) {
    return label(Kind::kNumber, std::to_string(first - kFirst + 1), line, at);
  }
  std::string number;
  for (std::size_t next = 0; next < line.size();) {
    const auto digit = raised_digit(next_code_point(line, next));
    if (!digit) break;
    number += std::to_string(*digit);
    at = next;
  }
  if (number.empty() || number.size() > kMostDigits) return {};
  return label(Kind::kNumber, number, line, at);
}

}  // namespace

EntryLabel read_entry_label(std::string_view line) {
  if (line.empty()) return {};
  for (const auto read : {read_definition, read_bracketed, read_bare, read_sign}) {
    if (EntryLabel found = read(line)) return found;
  }
  return {};
}

std::optional<std::uint32_t> label_number(std::string_view label) {
  std::uint32_t number = 0;
  const auto result = std::from_chars(label.data(), label.data() + label.size(), number);
  if (label.empty() || result.ec != std::errc() || result.ptr != label.data() + label.size()) {
    return {};
  }
  return number;
}

std::optional<std::uint32_t> raised_digit(char32_t c) {
  if (c == U'¹') return 1;
  if (c == U'²' || c == U'³') return c - U'²' + 2;
  if (c == U'⁰' || (c >= U'⁴' && c <= U'⁹')) return c - U'⁰';
  return {};
}

}  // namespace ibid
