// SPDX-License-Identifier: GPL-2.0-or-later

#include "search/query/query_chars.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using CharRange = std::pair<char32_t, char32_t>;  // inclusive

// White_Space of the Unicode Character Database, except Latin-1's controls and space.
constexpr std::array<CharRange, 7> kSpaces = {{{0x00A0, 0x00A0},
                                               {0x1680, 0x1680},
                                               {0x2000, 0x200A},
                                               {0x2028, 0x2029},
                                               {0x202F, 0x202F},
                                               {0x205F, 0x205F},
                                               {0x3000, 0x3000}}};

}  // namespace

bool is_query_space(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0x9F) ||
         std::any_of(kSpaces.begin(), kSpaces.end(),
                     [c](const CharRange& range) { return range.first <= c && c <= range.second; });
}

bool is_bracket(char32_t c) { return c == '(' || c == ')'; }

char32_t ascii_sign(char32_t c) {
  constexpr std::u32string_view kFullWidth = U"＂（）＊＋－：？";
  return kFullWidth.find(c) == std::u32string_view::npos ? c : c - U'！' + U'!';
}

bool ends_word(char32_t c) { return is_query_space(c) || is_bracket(c) || is_double_quote(c); }

std::u32string_view closers_of(char32_t open) {
  switch (open) {
    case U'"':
    case U'“':
    case U'”':
      return U"\"”＂";
    case U'„':
      return U"“”\"＂";
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

std::u32string_view any_closer() { return U"\"”“»«」』＂"; }

std::size_t count_chars(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return count;
}

}  // namespace ibid
