// SPDX-License-Identifier: GPL-2.0-or-later
//
// Bytes as text, for tables of golden bytes: "80 01".
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace ibid::testing {

inline std::string hex(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    if (!text.empty()) text += ' ';
    text += fmt::format("{:02x}", static_cast<unsigned char>(c));
  }
  return text;
}

}  // namespace ibid::testing
