// SPDX-License-Identifier: GPL-2.0-or-later
//
// Hash and equality of short byte strings, such as words: inline, by a few loads of eight bytes.
// The hash is for tables in memory: it depends on the machine and must not go to disk.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace ibid {

template <class Number>
Number load_bytes(const char* at) {
  Number number;
  std::memcpy(&number, at, sizeof number);
  return number;
}

// Up to eight bytes as a number; strings of the same size have the same number only if they are
// equal.
inline std::uint64_t load_few(const char* at, std::size_t size) {
  if (size >= 8) return load_bytes<std::uint64_t>(at);
  if (size >= 4) {
    return std::uint64_t{load_bytes<std::uint32_t>(at)} << 32U |
           load_bytes<std::uint32_t>(at + size - 4);
  }
  if (size == 0) return 0;
  const auto byte = [at](std::size_t i) {
    return std::uint64_t{static_cast<unsigned char>(at[i])};
  };
  return byte(0) << 16U | byte(size / 2) << 8U | byte(size - 1);
}

inline std::uint64_t hash_short(std::string_view bytes) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
  const auto mix = [](std::uint64_t hash) { return (hash ^ hash >> 32U) * kFactor; };
  std::uint64_t hash = bytes.size() * kFactor;
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left > 8; left -= 8, at += 8) hash = mix(hash ^ load_bytes<std::uint64_t>(at));
  hash = mix(hash ^ load_few(at, left));
  return hash ^ hash >> 32U;
}

inline bool equal_short(const char* a, const char* b, std::size_t size) {
  for (; size > 8; size -= 8, a += 8, b += 8) {
    if (load_bytes<std::uint64_t>(a) != load_bytes<std::uint64_t>(b)) return false;
  }
  return load_few(a, size) == load_few(b, size);
}

}  // namespace ibid
