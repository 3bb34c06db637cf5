// SPDX-License-Identifier: GPL-2.0-or-later
//
// Owns an open file descriptor and closes it. The caller decides what a failure means: a report
// that cannot be read is a problem with one file, an index that cannot be read is an error.
#pragma once

namespace ibid {

class FileDescriptor {
 public:
  // `fd`: what open(2) returned, -1 included; errno is left as it is.
  explicit FileDescriptor(int fd) : fd_(fd) {}
  ~FileDescriptor();
  FileDescriptor(FileDescriptor&& other) noexcept;
  FileDescriptor& operator=(FileDescriptor&&) = delete;

  bool is_open() const { return fd_ >= 0; }
  int get() const { return fd_; }

 private:
  int fd_;
};

}  // namespace ibid
