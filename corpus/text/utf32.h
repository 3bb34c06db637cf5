// SPDX-License-Identifier: GPL-2.0-or-later
//
// Text as a row of code points, for rules that count characters.
#pragma once

#include <string>
#include <string_view>

#include "corpus/text/code_points.h"

namespace ibid {

// `text` is valid UTF-8.
inline std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

inline std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

}  // namespace ibid
