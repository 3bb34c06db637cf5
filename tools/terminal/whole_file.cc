// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/terminal/whole_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "corpus/error.h"

namespace ibid {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} << 10;

// The target of a link is replaced, not the link.
std::string target_of(std::string path) {
  std::error_code none;
  if (!std::filesystem::is_symlink(path, none)) return path;
  const auto target = std::filesystem::canonical(path, none);
  return none ? path : target.string();
}

void refuse_other_than_file(const std::string& path) {
  struct stat about {};
  if (stat(path.c_str(), &about) != 0 || S_ISREG(about.st_mode)) return;
  throw Error(ErrorKind::kUsage,
              fmt::format("cannot write {}: it is {}; name a file", path,
                          S_ISDIR(about.st_mode) ? "a folder" : "a device or pipe"));
}

[[noreturn]] void refuse(const std::string& path) {
  throw Error(ErrorKind::kUsage, path + " already exists; --force replaces it");
}

}  // namespace

WholeFile::WholeFile(std::string path) : path_(target_of(std::move(path))) {
  refuse_other_than_file(path_);
  const std::string name = fmt::format("{}.{}.new", path_, getpid());
  file_ = open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file_ < 0) fail(errno);
  beside_ = name;
}

WholeFile::~WholeFile() {
  if (file_ >= 0) close(file_);
  if (!beside_.empty()) unlink(beside_.c_str());
}

void WholeFile::fail(int error) const {
  throw Error(ErrorKind::kSystem, fmt::format("cannot write {}: {}", path_, std::strerror(error)));
}

void WholeFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() < kBufferBytes) return;
  write_out(buffer_);
  buffer_.clear();
}

void WholeFile::write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void WholeFile::finish(Existing existing) {
  write_out(buffer_);
  if (fsync(file_) != 0 && errno != EINVAL) fail(errno);
  if (close(std::exchange(file_, -1)) != 0) fail(errno);
  put(existing);
}

// A link, unlike a rename, replaces nothing.
void WholeFile::put(Existing existing) {
  if (existing == Existing::kKeep) {
    if (link(beside_.c_str(), path_.c_str()) == 0) return;  // the other name goes with the object
    if (errno == EEXIST) refuse(path_);
    if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS) fail(errno);
    if (access(path_.c_str(), F_OK) == 0) refuse(path_);  // a file system without links
  }
  if (std::rename(beside_.c_str(), path_.c_str()) != 0) fail(errno);
  beside_.clear();
}

void write_whole_file(const std::string& path, std::string_view bytes, Existing existing) {
  WholeFile file(path);
  file.write(bytes);
  file.finish(existing);
}

}  // namespace ibid
