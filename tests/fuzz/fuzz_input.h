// SPDX-License-Identifier: GPL-2.0-or-later
//
// The bytes that libFuzzer makes, in the form that the library takes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/text/code_points.h"

namespace ibid::fuzz {

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Returns valid UTF-8, which some functions ask for: each ill-formed sequence becomes one U+FFFD.
inline std::string valid_text(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    if (next_code_point(bytes, at) == U'\uFFFD') {
      text += "\xEF\xBF\xBD";
    } else {
      text += bytes.substr(begin, at - begin);
    }
  }
  return text;
}

}  // namespace ibid::fuzz
