// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf/tex_signs.h"

#include <algorithm>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// "ABCDEF+CMSY10".
bool is_font_of_signs(std::string_view name) {
  if (name.find('+') == 6) name.remove_prefix(7);
  for (const std::string_view start : {"CMSY", "CMBSY"}) {
    if (name.rfind(start, 0) != 0) continue;
    name.remove_prefix(start.size());
    return std::all_of(name.begin(), name.end(), [](char c) { return is_ascii_digit(c); });
  }
  return name.rfind("LMMathSymbols", 0) == 0;
}

}  // namespace

std::string without_false_digits(std::string_view text,
                                 const std::function<std::string(std::size_t)>& font_of) {
  std::string out;
  std::size_t glyph = 0;
  for (std::size_t at = 0; at < text.size(); ++glyph) {
    const char32_t c = next_code_point(text, at);
    const bool may_be = c < 0x80 && kFalseDigits.find(static_cast<char>(c)) < kFalseDigits.size();
    if (!may_be || !is_font_of_signs(font_of(glyph))) {
      append_utf8(out, c);
      continue;
    }
    std::size_t behind = at;
    const char32_t next = at < text.size() ? next_code_point(text, behind) : U'\0';
    bool both = false;  // the next character is in the sign, too
    if (c == U'0') {
      append_utf8(out, U'\u2032');
    } else if (c == U'7') {
      both = next == U'\u2192';
      append_utf8(out, both ? U'\u21A6' : U'|');
    } else if (next == U'=') {
      both = true;
      append_utf8(out, U'\u2260');
    } else {  // combines with the character that it strikes
      both = next != U'\0';
      if (both) append_utf8(out, next);
      append_utf8(out, U'\u0338');
    }
    if (both) {
      at = behind;
      ++glyph;
    }
  }
  return out;
}

}  // namespace ibid
