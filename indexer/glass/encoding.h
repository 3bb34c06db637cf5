// SPDX-License-Identifier: GPL-2.0-or-later
//
// The primitives of glass keys and tags. put_* write at `at`, which must have room for the named
// kMax… bytes, and return the end; append_* do the same at the end of a string. Only the strings
// allocate. Thread: safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace ibid::glass {

inline constexpr std::size_t kMaxVarintBytes = 10;
inline constexpr std::size_t kMaxVarint32Bytes = 5;
inline constexpr std::size_t kMaxSortableBytes = 5;

// Seven bits a byte, low bits first, the top bit set on all but the last byte; 0 is one byte.
inline char* put_varint(char* at, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) *at++ = static_cast<char>(value | 0x80);
  *at++ = static_cast<char>(value);
  return at;
}

inline void append_varint(std::string& out, std::uint64_t value) {
  char bytes[kMaxVarintBytes];
  out.append(bytes, static_cast<std::size_t>(put_varint(bytes, value) - bytes));
}

std::uint64_t read_long_varint(const char*& at, const char* end);

// Reads one varint and moves `at` past it. Throws Error{kIndex} if [at, end) does not hold a whole
// one, or one above 64 bits.
inline std::uint64_t read_varint(const char*& at, const char* end) {
  if (at == end) return read_long_varint(at, end);
  const auto first = static_cast<unsigned char>(*at);
  if (first < 0x80) {
    ++at;
    return first;
  }
  if (end - at < 2 || static_cast<unsigned char>(at[1]) >= 0x80) return read_long_varint(at, end);
  const auto second = static_cast<unsigned char>(at[1]);
  at += 2;
  return (first & 0x7FU) | std::uint64_t{second} << 7U;
}

// Numbers that sort as bytes: below 0x8000 two bytes, big-endian; else three to five, and the first
// byte says how many. Never begins with ff.
inline char* put_sortable(char* at, std::uint32_t value) {
  if (value >= 0x8000) {
    if (value < 0x400000) {
      *at++ = static_cast<char>(0x80 | value >> 16);
    } else {
      if (value < 0x20000000) {
        *at++ = static_cast<char>(0xc0 | value >> 24);
      } else {
        *at++ = static_cast<char>(0xe0);
        *at++ = static_cast<char>(value >> 24);
      }
      *at++ = static_cast<char>(value >> 16);
    }
  }
  *at++ = static_cast<char>(value >> 8);
  *at++ = static_cast<char>(value);
  return at;
}

inline void append_sortable(std::string& out, std::uint32_t value) {
  char bytes[kMaxSortableBytes];
  out.append(bytes, static_cast<std::size_t>(put_sortable(bytes, value) - bytes));
}

// The number that all of `text` is. Throws Error{kIndex} if it is not one.
std::uint32_t read_sortable(std::string_view text);

// A string inside a key: a zero byte becomes 00 ff. Open: it ends the key. Closed: a 00 follows it,
// so that more can.
inline void append_sortstr_open(std::string& out, std::string_view text) {
  for (std::size_t zero = text.find('\0'); zero != text.npos; zero = text.find('\0')) {
    out.append(text.substr(0, zero + 1));
    out += '\xff';
    text.remove_prefix(zero + 1);
  }
  out.append(text);
}

inline void append_sortstr_closed(std::string& out, std::string_view text) {
  append_sortstr_open(out, text);
  out += '\0';
}

// Little-endian, as many bytes as needed, none for 0; only at the end of a key or tag.
inline void append_last(std::string& out, std::uint64_t value) {
  for (; value != 0; value >>= 8) out += static_cast<char>(value);
}

// varint of the length, then the bytes.
inline void append_string(std::string& out, std::string_view text) {
  append_varint(out, text.size());
  out.append(text);
}

}  // namespace ibid::glass
