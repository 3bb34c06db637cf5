// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/file_descriptor.h"

#include <unistd.h>

#include <utility>

namespace ibid {

FileDescriptor::~FileDescriptor() {
  if (fd_ >= 0) ::close(fd_);
}

FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)) {}

}  // namespace ibid
