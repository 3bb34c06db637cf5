// SPDX-License-Identifier: GPL-2.0-or-later
//
// See unmarked_text.h.
#include "corpus/text/unmarked_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

struct Entity {
  std::string_view name;
  char32_t code_point;
};

constexpr std::array kEntities = std::to_array<Entity>({
#include "corpus/word_lists/html_entities.inc"
});

// Tags inside a word or sentence; all others part what is beside them.
constexpr std::array kInlineTags = std::to_array<std::string_view>(
    {"a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
     "small", "span", "strong", "sub", "u"});

bool parts(std::string_view tag) {
  tag.remove_prefix(1);
  if (tag.starts_with('/')) tag.remove_prefix(1);
  if (tag.empty() || !is_ascii_letter(tag.front())) return false;
  const auto end = std::find_if_not(tag.begin(), tag.end(),
                                    [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); });
  return !is_one_of(ascii_lower(tag.substr(0, static_cast<std::size_t>(end - tag.begin()))),
                    kInlineTags);
}

// What a reader sees in place of `sign`.
std::string seen_of(std::string_view sign) {
  if (sign == "|" || sign == "\t" || (sign.starts_with('<') && parts(sign))) return " ";
  if (sign.starts_with('&')) return entity_character(sign).value_or("");
  return {};
}

// "8217", "x2019"; 0 if it is no number of a character.
char32_t numbered_character(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t code = 0;
  const char* const end = digits.data() + digits.size();
  const auto [past, error] = std::from_chars(digits.data(), end, code, hex ? 16 : 10);
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (error != std::errc() || past != end || code > 0x10FFFF || surrogate) return 0;
  return code;
}

char32_t named_character(std::string_view name) {
  const auto known = std::find_if(kEntities.begin(), kEntities.end(),
                                  [&](const Entity& one) { return one.name == name; });
  return known == kEntities.end() ? 0 : known->code_point;
}

}  // namespace

std::optional<std::string> entity_character(std::string_view entity) {
  if (entity.size() < 3 || !entity.starts_with('&') || !entity.ends_with(';')) return {};
  const std::string_view name = entity.substr(1, entity.size() - 2);
  const char32_t code =
      name.starts_with('#') ? numbered_character(name.substr(1)) : named_character(name);
  if (code == 0 || is_terminal_control(code)) return {};
  std::string character;
  append_utf8(character, is_space(code) ? U' ' : code);
  return character;
}

UnmarkedText::UnmarkedText(std::string_view text, const std::vector<ByteRange>& markup) {
  text_.reserve(text.size());
  std::uint64_t at = 0;
  for (const ByteRange sign : markup) {
    if (sign.begin < at || sign.end > text.size()) continue;
    add(text.substr(at, sign.begin - at), {at, sign.begin});
    std::string seen = seen_of(slice(text, sign));
    // "1101<sub>2</sub>" is not 11012.
    const bool lowers = slice(text, sign).starts_with("<sub") && seen.empty();
    if (lowers && !text_.empty() && is_ascii_digit(text_.back())) seen.push_back(' ');
    add(seen, sign);
    at = sign.end;
  }
  add(text.substr(at), {at, text.size()});
}

void UnmarkedText::add(std::string_view piece, ByteRange marked) {
  if (piece.empty()) return;
  append_span(spans_, {text_.size(), marked.begin, piece.size(), marked.size()});
  text_ += piece;
}

std::uint64_t UnmarkedText::offset_without_signs(std::uint64_t marked) const {
  const auto after =
      std::upper_bound(spans_.begin(), spans_.end(), marked,
                       [](std::uint64_t at, const TextSpan& span) { return at < span.file_begin; });
  if (after == spans_.begin()) return 0;
  const TextSpan& span = *(after - 1);
  const std::uint64_t inside = marked - span.file_begin;
  if (inside >= span.file_length) return span.text_begin + span.length;
  return span.text_begin + (span.length == span.file_length ? inside : 0);
}

ByteRange UnmarkedText::without_signs(ByteRange marked) const {
  return {offset_without_signs(marked.begin), offset_without_signs(marked.end)};
}

std::vector<ByteRange> UnmarkedText::without_signs(const std::vector<ByteRange>& marked) const {
  std::vector<ByteRange> ranges;
  for (const ByteRange range : marked) {
    const ByteRange bare = without_signs(range);
    if (!bare.empty()) ranges.push_back(bare);
  }
  return ranges;
}

std::string unmarked(std::string_view text, ByteRange range, const std::vector<ByteRange>& markup) {
  std::vector<ByteRange> signs;
  for (const ByteRange sign : markup) {
    if (!overlaps(sign, range)) continue;
    signs.push_back({std::max(sign.begin, range.begin) - range.begin,
                     std::min(sign.end, range.end) - range.begin});
  }
  return UnmarkedText(slice(text, range), signs).text();
}

}  // namespace ibid
