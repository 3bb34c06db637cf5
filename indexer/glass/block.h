// SPDX-License-Identifier: GPL-2.0-or-later
//
// One block of a table while it is filled: a header, a directory that grows upwards, items that
// grow downwards from the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "indexer/glass/format.h"

namespace ibid::glass {

// The numbers inside blocks are big-endian.
inline void put_be16(char* at, std::size_t value) {
  at[0] = static_cast<char>(value >> 8);
  at[1] = static_cast<char>(value);
}
inline void put_be32(char* at, std::uint32_t value) {
  put_be16(at, value >> 16);
  put_be16(at + 2, value & 0xffff);
}

inline std::size_t get_be16(const char* at) {
  return std::size_t{static_cast<unsigned char>(at[0])} << 8 | static_cast<unsigned char>(at[1]);
}
inline std::uint32_t get_be32(const char* at) {
  return static_cast<std::uint32_t>(get_be16(at) << 16 | get_be16(at + 2));
}

class Block {
 public:
  // Borrows `memory` of `size` bytes until close(). The bytes need not be zero.
  void open(char* memory, std::size_t size) {
    memory_ = memory;
    directory_end_ = kBlockHeaderBytes;
    low_ = size;
  }
  bool is_open() const { return memory_ != nullptr; }

  // The largest item that still fits; 0 when not open.
  std::size_t room() const {
    const std::size_t taken = directory_end_ + kDirectoryEntryBytes;
    return low_ > taken ? low_ - taken : 0;
  }

  // Memory for an item after those already there, in key order. `size` <= room().
  char* add_item(std::size_t size) {
    low_ -= size;
    put_be16(memory_ + directory_end_, low_);
    directory_end_ += kDirectoryEntryBytes;
    return memory_ + low_;
  }

  // Writes the header. Free bytes are zeroed, so that equal input makes equal files.
  void close(unsigned level) {
    const std::size_t free = low_ - directory_end_;
    put_be32(memory_, kFirstRevision);
    memory_[4] = static_cast<char>(level);
    put_be16(memory_ + 5, free);
    put_be16(memory_ + 7, free);
    put_be16(memory_ + 9, directory_end_);
    std::memset(memory_ + directory_end_, 0, free);
    memory_ = nullptr;
    low_ = 0;
  }

 private:
  char* memory_ = nullptr;
  std::size_t directory_end_ = 0;
  std::size_t low_ = 0;  // offset of the lowest item
};

}  // namespace ibid::glass
