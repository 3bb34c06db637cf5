// SPDX-License-Identifier: GPL-2.0-or-later
//
// A file of numbered blocks, filled one after another in memory and written in large pieces.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "corpus/file_descriptor.h"

namespace ibid::glass {

// Thread: one object, one thread. All throw Error{kSystem}; after that the file is useless.
class BlockFile {
 public:
  // Creates or empties `path`. `block_size` in bytes.
  BlockFile(std::string path, std::size_t block_size);

  // Memory for the next block; its content is undefined. Owner: this; until close_block().
  char* block() const { return buffer_.get() + used_; }
  // Call when the block is filled; returns its number. Throws Error{kIndex} past 2^32 blocks.
  std::uint32_t close_block();
  // Writes the rest and waits until it is on the disk.
  void finish();

  std::uint32_t blocks() const { return blocks_; }
  const std::string& path() const { return path_; }

 private:
  void write_buffer();

  std::string path_;
  std::size_t block_size_;
  std::size_t capacity_;
  std::unique_ptr<char[]> buffer_;
  std::size_t used_ = 0;
  std::uint32_t blocks_ = 0;
  FileDescriptor file_;
};

}  // namespace ibid::glass
