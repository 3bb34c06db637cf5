// SPDX-License-Identifier: GPL-2.0-or-later
//
// A file of numbered blocks, filled one after the other in memory and written in large pieces.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "corpus/files/file_descriptor.h"

namespace ibid::glass {

// Thread: one object, one thread. All throw Error{kSystem}; after that the file is of no use.
class BlockFile {
 public:
  // Makes `path` anew. `block_size` in bytes.
  BlockFile(std::string path, std::size_t block_size);

  // Memory for the next block, with whatever bytes were there. Owner: this; until close_block().
  char* block() const { return buffer_.get() + used_; }
  // The block is filled; returns its number. Throws Error{kIndex} past 2^32 of them.
  std::uint32_t close_block();
  // Writes what is left and waits until it is on the disk.
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
