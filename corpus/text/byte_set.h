// SPDX-License-Identifier: GPL-2.0-or-later
//
// A set of bytes, to pass over all of a text but the few bytes with which something may begin.
// Pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ibid {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) add(byte);
  }
  constexpr ByteSet& add(char byte) {
    has_[static_cast<unsigned char>(byte)] = true;
    return *this;
  }
  // Adds the bytes [first, last].
  constexpr ByteSet& add(unsigned char first, unsigned char last) {
    for (unsigned byte = first; byte <= last; ++byte) has_[byte] = true;
    return *this;
  }

  constexpr bool has(char byte) const { return has_[static_cast<unsigned char>(byte)]; }
  // Where the first of these bytes from `at` on is; text.size() if there is none.
  std::size_t next(std::string_view text, std::size_t at) const {
    const char* to = text.data() + at;
    const char* const end = text.data() + text.size();
    while (to < end && !has(*to)) ++to;
    return static_cast<std::size_t>(to - text.data());
  }

 private:
  std::array<bool, 256> has_{};
};

// Where the first of a few bytes from `at` on is; text.size() if there is none. Looks at sixteen
// bytes at once.
template <char... kBytes>
std::size_t find_byte(std::string_view text, std::size_t at) {
  using Block = unsigned char __attribute__((vector_size(16)));
  const auto is_hit = [](char byte) { return ((byte == kBytes) || ...); };
  for (; at + sizeof(Block) <= text.size(); at += sizeof(Block)) {
    Block block;
    std::memcpy(&block, text.data() + at, sizeof block);
    const auto hits = ((block == static_cast<unsigned char>(kBytes)) | ...);
    std::uint64_t halves[2];
    std::memcpy(halves, &hits, sizeof halves);
    if ((halves[0] | halves[1]) != 0) break;
  }
  while (at < text.size() && !is_hit(text[at])) ++at;
  return at;
}

}  // namespace ibid
