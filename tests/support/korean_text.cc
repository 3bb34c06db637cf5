// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/korean_text.h"

namespace ibid::testing {

std::string to_utf8(char32_t c) {
  const auto tail = [](char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0 | (c >> 6)), tail(c)};
  if (c < 0x10000) return {static_cast<char>(0xE0 | (c >> 12)), tail(c >> 6), tail(c)};
  return {static_cast<char>(0xF0 | (c >> 18)), tail(c >> 12), tail(c >> 6), tail(c)};
}

std::string to_utf8(std::u32string_view text) {
  std::string utf8;
  for (const char32_t c : text) utf8 += to_utf8(c);
  return utf8;
}

std::u32string to_code_points(std::string_view text) {
  std::u32string points;
  for (const char byte : text) {
    const auto bits = static_cast<unsigned char>(byte);
    if ((bits & 0xC0) == 0x80) {
      points.back() = points.back() << 6 | (bits & 0x3F);
    } else if (bits < 0x80) {
      points += bits;
    } else {
      points += bits < 0xE0 ? bits & 0x1F : bits < 0xF0 ? bits & 0x0F : bits & 0x07;
    }
  }
  return points;
}

std::string decomposed_hangul(std::string_view text) {
  constexpr char32_t kFirst = 0xAC00, kLast = 0xD7A3, kVowels = 21, kFinals = 28;
  std::string out;
  for (const char32_t c : to_code_points(text)) {
    if (c < kFirst || c > kLast) {
      out += to_utf8(c);
      continue;
    }
    const char32_t index = c - kFirst;
    out += to_utf8(0x1100 + index / (kVowels * kFinals));
    out += to_utf8(0x1161 + index % (kVowels * kFinals) / kFinals);
    if (index % kFinals != 0) out += to_utf8(0x11A7 + index % kFinals);
  }
  return out;
}

bool is_boundary(std::string_view text, std::size_t offset) {
  return offset == text.size() ||
         (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}

}  // namespace ibid::testing
