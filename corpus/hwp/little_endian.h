// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers and text of HWP 5 and of compound files: little-endian, at offsets that may be beyond
// the bytes, where they read as 0 and as no text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/text/code_points.h"

namespace ibid {

inline std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}
inline std::uint32_t u16_at(std::string_view bytes, std::size_t at) {
  if (at + 2 <= bytes.size()) {
    return static_cast<unsigned char>(bytes[at]) |
           static_cast<unsigned>(static_cast<unsigned char>(bytes[at + 1])) << 8;
  }
  return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8;
}
inline std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  return u16_at(bytes, at) | u16_at(bytes, at + 2) << 16;
}
inline std::uint64_t u64_at(std::string_view bytes, std::size_t at) {
  return u32_at(bytes, at) | std::uint64_t{u32_at(bytes, at + 4)} << 32;
}

// The character of UTF-16 at `at`, which is moved past it; a surrogate without its other half
// reads as U+FFFD.
inline char32_t next_utf16(std::string_view bytes, std::size_t& at) {
  const char32_t unit = u16_at(bytes, at);
  at += 2;
  if (unit < 0xD800 || unit > 0xDFFF) return unit;
  const char32_t low = u16_at(bytes, at);
  if (unit > 0xDBFF || low < 0xDC00 || low > 0xDFFF || at + 2 > bytes.size()) return U'\uFFFD';
  at += 2;
  return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

inline std::string utf16_text(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at + 2 <= bytes.size();) append_utf8(text, next_utf16(bytes, at));
  return text;
}

// Text after the count of its units in 16 bits; moves `at` past both.
inline std::string counted_utf16(std::string_view bytes, std::size_t& at) {
  const std::size_t size = std::size_t{u16_at(bytes, at)} * 2;
  at += 2;
  const std::string_view text = at < bytes.size() ? bytes.substr(at, size) : std::string_view();
  at += size;
  return utf16_text(text);
}

}  // namespace ibid
