// SPDX-License-Identifier: GPL-2.0-or-later

#include "search/query_chars.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace ibid {
namespace {

using CharRange = std::pair<char32_t, char32_t>;  // inclusive

// White_Space of the Unicode Character Database beyond Latin-1's controls and space.
constexpr std::array<CharRange, 7> kSpaces = {{{0x00A0, 0x00A0},
                                               {0x1680, 0x1680},
                                               {0x2000, 0x200A},
                                               {0x2028, 0x2029},
                                               {0x202F, 0x202F},
                                               {0x205F, 0x205F},
                                               {0x3000, 0x3000}}};

// Blocks without letters, digits or marks; what is missing here counts as a letter, which does no
// harm.
constexpr std::array<CharRange, 20> kNoLetters = {{
    {0x0080, 0x00A9}, {0x00AB, 0x00B1}, {0x00B4, 0x00B4}, {0x00B6, 0x00B8}, {0x00BB, 0x00BB},
    {0x00BF, 0x00BF}, {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x2000, 0x206F}, {0x20A0, 0x20CF},
    {0x2190, 0x245F}, {0x2500, 0x2BFF}, {0x3000, 0x3004}, {0x3008, 0x3020}, {0xFE00, 0xFE6F},
    {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFF0, 0xFFFF},
}};

template <std::size_t N>
bool in_any(const std::array<CharRange, N>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const CharRange& range) { return range.first <= c && c <= range.second; });
}

}  // namespace

bool is_query_space(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0x9F) || in_any(kSpaces, c);
}

bool is_bracket(char32_t c) { return c == '(' || c == ')'; }

bool is_double_quote(char32_t c) {
  return std::u32string_view(U"\"“”„«»「」『』").find(c) != std::u32string_view::npos;
}

bool opens_single_quote(char32_t c) { return c == U'\'' || c == U'‘'; }
bool closes_single_quote(char32_t c) { return c == U'\'' || c == U'’'; }
bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return is_ascii_digit(c) || is_ascii_letter(c);
  const bool emoji = c >= 0x1F000 && c <= 0x1FAFF;
  const bool invisible = c >= 0xE0000 && c <= 0xE0FFF;
  return !emoji && !invisible && !in_any(kNoLetters, c);
}

bool ends_word(char32_t c) { return is_query_space(c) || is_bracket(c) || is_double_quote(c); }

std::u32string_view closers_of(char32_t open) {
  switch (open) {
    case U'"':
    case U'“':
    case U'”':
      return U"\"”";
    case U'„':
      return U"“”\"";
    case U'«':
      return U"»";
    case U'»':
      return U"«";
    case U'「':
      return U"」";
    case U'『':
      return U"』";
    default:
      return {};
  }
}

std::u32string_view any_closer() { return U"\"”“»«」』"; }

std::size_t count_chars(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return count;
}

std::string quoted_excerpt(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() <= kLongest) return std::string(text);
  std::size_t cut = kLongest;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return std::string(text.substr(0, cut)) + "…";
}

}  // namespace ibid
