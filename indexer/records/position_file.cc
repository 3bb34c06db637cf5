// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/position_file.h"

#include <fcntl.h>
#include <libdeflate.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "corpus/error.h"
#include "indexer/system/durable_files.h"
#include "indexer/system/little_endian.h"

namespace ibid {
namespace {

constexpr std::size_t kEndBytes = 5, kCountBytes = 8, kCrcBytes = 4;
constexpr std::size_t kBufferBytes = std::size_t{1} << 18;

[[noreturn]] void damaged(const std::string& path, const std::string& why) {
  throw Error(ErrorKind::kIndex,
              path + " " + why + "; the index is damaged: run `ibid index --rebuild`");
}

}  // namespace

PositionFileWriter::PositionFileWriter(std::string path)
    : path_(std::move(path)), file_(open_file(path_, O_WRONLY | O_CREAT | O_TRUNC, 0666)) {}

void PositionFileWriter::add(std::uint32_t docid, std::string_view value) {
  for (; documents_ + 1 < docid; ++documents_) append_number(ends_, size_, kEndBytes);
  write(value);
  size_ += value.size();
  append_number(ends_, size_, kEndBytes);
  ++documents_;
}

void PositionFileWriter::finish() {
  write(ends_);
  append_number(buffer_, documents_, kCountBytes);
  flush();
  append_number(buffer_, crc_, kCrcBytes);
  flush();
  if (::fdatasync(file_.get()) != 0) fail_system("cannot sync " + path_, errno);
}

void PositionFileWriter::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBufferBytes) flush();
}

void PositionFileWriter::flush() {
  crc_ = libdeflate_crc32(crc_, buffer_.data(), buffer_.size());
  write_all(file_, path_, buffer_);
  buffer_.clear();
}

PositionFile::PositionFile(const std::string& path, std::uint32_t documents)
    : path_(path), documents_(documents) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) damaged(path, "is missing");
  const std::uint64_t rest = documents * std::uint64_t{kEndBytes} + kCountBytes + kCrcBytes;
  size_ = static_cast<std::uint64_t>(status.st_size);
  if (size_ < rest) damaged(path, "is too short");
  values_ = size_ - rest;
  const FileDescriptor file = open_file(path, O_RDONLY);
  void* const mapped = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file.get(), 0);
  if (mapped == MAP_FAILED) fail_system("cannot read " + path, errno);
  bytes_ = static_cast<const char*>(mapped);
  const bool whole =
      number_at(bytes_ + size_ - kCrcBytes - kCountBytes, kCountBytes) == documents &&
      end_of(documents) == values_;
  if (whole) return;
  ::munmap(const_cast<char*>(bytes_), size_);
  damaged(path, "does not belong to this index");
}

PositionFile::~PositionFile() {
  if (bytes_ != nullptr) ::munmap(const_cast<char*>(bytes_), size_);
}

std::uint64_t PositionFile::end_of(std::uint32_t docid) const {
  if (docid == 0) return 0;
  return number_at(bytes_ + values_ + (docid - 1) * std::uint64_t{kEndBytes}, kEndBytes);
}

std::string_view PositionFile::value(std::uint32_t docid) const {
  const std::uint64_t begin = end_of(docid - 1), end = end_of(docid);
  if (begin > end || end > values_) damaged(path_, "has a range out of order");
  return {bytes_ + begin, end - begin};
}

bool PositionFile::intact() const {
  if (bytes_ == nullptr) return true;
  const std::uint64_t checked = size_ - kCrcBytes;
  return libdeflate_crc32(0, bytes_, checked) == number_at(bytes_ + checked, kCrcBytes);
}

}  // namespace ibid
