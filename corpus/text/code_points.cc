// SPDX-License-Identifier: GPL-2.0-or-later
//
// See code_points.h.
#include "corpus/text/code_points.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text/character_at.h"

namespace ibid {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
// A character of UTF-8 has at most four bytes. ICU's macros index with 32 bits; files are larger.
constexpr std::size_t kMaxSequence = 4;

bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

using CharRange = std::pair<char32_t, char32_t>;  // inclusive

// Blocks without letters, digits or marks. A block that is missing here counts as letters, which
// does no harm.
constexpr std::array<CharRange, 20> kNoLetters = {{
    {0x0080, 0x00A9}, {0x00AB, 0x00B1}, {0x00B4, 0x00B4}, {0x00B6, 0x00B8}, {0x00BB, 0x00BB},
    {0x00BF, 0x00BF}, {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x2000, 0x206F}, {0x20A0, 0x20CF},
    {0x2190, 0x245F}, {0x2500, 0x2BFF}, {0x3000, 0x3004}, {0x3008, 0x3020}, {0xFE00, 0xFE6F},
    {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFF0, 0xFFFF},
}};

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  const std::string_view window = text.substr(at, kMaxSequence);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(window.data());
  std::int32_t used = 0;
  UChar32 c = 0;
  U8_NEXT(bytes, used, static_cast<std::int32_t>(window.size()), c);
  at += static_cast<std::size_t>(used);
  return c < 0 ? kReplacement : static_cast<char32_t>(c);
}

char32_t previous_code_point(std::string_view text, std::size_t& at) {
  const std::size_t start = at > kMaxSequence ? at - kMaxSequence : 0;
  const std::string_view window = text.substr(start, at - start);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(window.data());
  auto left = static_cast<std::int32_t>(window.size());
  UChar32 c = 0;
  U8_PREV(bytes, 0, left, c);
  at = start + static_cast<std::size_t>(left);
  return c < 0 ? kReplacement : static_cast<char32_t>(c);
}

Utf8Char first_char(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return {lead, 1, true};
  const ByteCharacter first = character_at(text, 0, Encoding::kUtf8);
  if (!first.well_formed) return {};
  return {first.c, first.length, true};
}

bool is_utf8(std::string_view text) { return skip_well_formed_utf8(text, 0) == text.size(); }

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || within(c, '\t', '\r');
  return c == 0x200B || c == 0xFEFF || u_isUWhiteSpace(icu(c));
}

bool is_letter(char32_t c) { return u_isalpha(icu(c)); }

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return is_ascii_digit(c) || is_ascii_letter(c);
  const bool emoji = within(c, 0x1F000, 0x1FAFF);
  const bool invisible = within(c, 0xE0000, 0xE0FFF);
  return !emoji && !invisible &&
         std::none_of(kNoLetters.begin(), kNoLetters.end(),
                      [c](const CharRange& range) { return within(c, range.first, range.second); });
}

bool is_lower(char32_t c) { return u_islower(icu(c)); }

bool is_hangul(char32_t c) {
  return within(c, 0xAC00, 0xD7A3) || within(c, 0x1100, 0x11FF) || within(c, 0x3131, 0x318E) ||
         within(c, 0xA960, 0xA97C) || within(c, 0xD7B0, 0xD7FB) || within(c, 0xFFA0, 0xFFDC);
}

bool is_latin(char32_t c) {
  if (c < 0x80) return within(c | 0x20, 'a', 'z');
  UErrorCode status = U_ZERO_ERROR;
  return u_isalpha(icu(c)) && uscript_getScript(icu(c), &status) == USCRIPT_LATIN;
}

bool is_closing(char32_t c) {
  static constexpr std::u32string_view kClosing = U"\"')]}’”›»」』〉》】〕）］";
  return kClosing.find(c) != std::u32string_view::npos;
}

bool is_double_quote(char32_t c) {
  return std::u32string_view(U"\"“”„«»「」『』").find(c) != std::u32string_view::npos;
}

bool opens_single_quote(char32_t c) { return c == U'\'' || c == U'‘'; }
bool closes_single_quote(char32_t c) { return c == U'\'' || c == U'’'; }

bool is_terminal_control(char32_t c) {
  return c < 0x20 || within(c, 0x7F, 0x9F)  // C0, DEL, C1
         || c == 0x061C                     // ARABIC LETTER MARK
         || c == 0x200E || c == 0x200F      // LEFT-TO-RIGHT MARK, RIGHT-TO-LEFT MARK
         || within(c, 0x2028, 0x202E)       // separators, embeddings, overrides
         || within(c, 0x2066, 0x206F)       // isolates, deprecated format characters
         || within(c, 0xFFF9, 0xFFFB)       // interlinear annotation
         || within(c, 0xE0000, 0xE007F);    // tags: a text within the text, unseen
}

ByteRange trim(std::string_view text, ByteRange range) {
  std::size_t begin = range.begin;
  std::size_t end = range.end;
  while (begin < end) {
    std::size_t next = begin;
    if (!is_space(next_code_point(text, next))) break;
    begin = next;
  }
  while (end > begin) {
    std::size_t previous = end;
    if (!is_space(previous_code_point(text, previous))) break;
    end = previous;
  }
  return {begin, std::max(begin, end)};
}

std::string_view trim(std::string_view text) { return slice(text, trim(text, {0, text.size()})); }

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_space(next_code_point(text, next))) break;
    at = next;
  }
  return at;
}

std::size_t floor_boundary(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

void append_utf8(std::string& out, char32_t c) {
  char bytes[kMaxUtf8Bytes];
  out.append(bytes, static_cast<std::size_t>(put_utf8(bytes, c) - bytes));
}

}  // namespace ibid
