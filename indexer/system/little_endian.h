// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers of a fixed width in ibid's own files of an index: little-endian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace ibid {

// Appends the lowest `bytes` bytes of `number`.
inline void append_number(std::string& out, std::uint64_t number, std::size_t bytes) {
  for (; bytes > 0; --bytes, number >>= 8U) out += static_cast<char>(number & 0xFFU);
}

// Reads `bytes` bytes from `at`, eight at most.
inline std::uint64_t number_at(const char* at, std::size_t bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = bytes; i-- > 0;) number = number << 8U | static_cast<unsigned char>(at[i]);
  return number;
}

}  // namespace ibid
