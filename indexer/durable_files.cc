// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/durable_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "corpus/error.h"

namespace ibid {

void fail_system(const std::string& what, int error) {
  throw Error(ErrorKind::kSystem, what + ": " + std::generic_category().message(error));
}

Descriptor::Descriptor(const std::string& path, int flags, mode_t mode)
    : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
  if (fd_ < 0) fail_system("cannot open " + path, errno);
}

Descriptor::~Descriptor() { ::close(fd_); }

void write_all(const Descriptor& file, const std::string& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(file.get(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail_system("cannot write " + path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

void write_durably(const std::string& path, std::string_view bytes) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  write_all(file, path, bytes);
  if (::fsync(file.get()) != 0) fail_system("cannot sync " + path, errno);
}

void sync_folder(const std::string& path) {
  const Descriptor folder(path, O_RDONLY | O_DIRECTORY);
  if (::fsync(folder.get()) != 0) fail_system("cannot sync " + path, errno);
}

void rename_or_throw(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) fail_system("cannot rename " + from, errno);
}

}  // namespace ibid
