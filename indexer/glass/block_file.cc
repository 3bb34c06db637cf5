// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/block_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "corpus/error.h"
#include "indexer/system/durable_files.h"

namespace ibid::glass {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;  // a multiple of every block size

}  // namespace

BlockFile::BlockFile(std::string path, std::size_t block_size)
    : path_(std::move(path)),
      block_size_(block_size),
      capacity_(kBufferBytes),
      buffer_(new char[kBufferBytes]),
      file_(open_file(path_, O_WRONLY | O_CREAT | O_TRUNC, 0666)) {}

std::uint32_t BlockFile::close_block() {
  if (blocks_ == UINT32_MAX) {
    throw Error(ErrorKind::kIndex, "cannot write " + path_ + ": it would have too many blocks");
  }
  used_ += block_size_;
  if (used_ == capacity_) write_buffer();
  return blocks_++;
}

void BlockFile::finish() {
  write_buffer();
  if (::fdatasync(file_.get()) != 0) fail_system("cannot sync " + path_, errno);
}

void BlockFile::write_buffer() {
  write_all(file_, path_, {buffer_.get(), used_});
  used_ = 0;
}

}  // namespace ibid::glass
