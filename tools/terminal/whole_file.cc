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
constexpr int kMostLeftBehind = 1000;  // unfinished files of killed programs, of one path

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

// The name of an open file, by which a file without a name can be linked.
std::string name_of_descriptor(int file) { return fmt::format("/proc/self/fd/{}", file); }

// Calls `take` with names beside `path` until one is free. `take` returns 0, or an errno: EEXIST
// for a name that another program has or left behind. Returns the name taken.
template <typename Take>
std::string take_free_name(const std::string& path, const Take& take) {
  std::string name = fmt::format("{}.{}.new", path, getpid());
  for (int tried = 1;; ++tried) {
    const int error = take(name);
    if (error == 0) return name;
    if (error != EEXIST) {
      throw Error(ErrorKind::kSystem,
                  fmt::format("cannot write {}: {}", path, std::strerror(error)));
    }
    if (tried == kMostLeftBehind) break;
    name = fmt::format("{}.{}-{}.new", path, getpid(), tried + 1);
  }
  throw Error(
      ErrorKind::kSystem,
      fmt::format("cannot write {}: {} unfinished files like {} are beside it; remove those "
                  "that no program writes",
                  path, kMostLeftBehind, name));
}

}  // namespace

WholeFile::WholeFile(std::string path) : path_(target_of(std::move(path))) {
  refuse_other_than_file(path_);
  open_unnamed();
  if (file_ < 0) open_beside();
}

// Leaves file_ as it is where files without a name cannot be made, or not be named later.
void WholeFile::open_unnamed() {
  const std::string folder = std::filesystem::path(path_).parent_path().string();
  const int file =
      open(folder.empty() ? "." : folder.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
  if (file < 0) return;
  if (access(name_of_descriptor(file).c_str(), F_OK) == 0) {
    file_ = file;
  } else {
    close(file);
  }
}

void WholeFile::open_beside() {
  beside_ = take_free_name(path_, [this](const std::string& name) {
    file_ = open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    return file_ < 0 ? errno : 0;
  });
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
  if (!beside_.empty() && close(std::exchange(file_, -1)) != 0) fail(errno);
  put(existing);
}

// Returns 0 or an errno.
int WholeFile::link_to(const std::string& name) const {
  const int failed = beside_.empty() ? linkat(AT_FDCWD, name_of_descriptor(file_).c_str(), AT_FDCWD,
                                              name.c_str(), AT_SYMLINK_FOLLOW)
                                     : link(beside_.c_str(), name.c_str());
  return failed == 0 ? 0 : errno;
}

// A link, unlike a rename, replaces nothing.
void WholeFile::put(Existing existing) {
  if (existing == Existing::kKeep || beside_.empty()) {
    const int error = link_to(path_);
    if (error == 0) return;  // the other name, if there is one, goes with the object
    const bool no_links =
        !beside_.empty() && (error == EPERM || error == ENOTSUP || error == ENOSYS);
    const bool taken = error == EEXIST || (no_links && access(path_.c_str(), F_OK) == 0);
    if (taken && existing == Existing::kKeep) refuse(path_);
    if (!taken && !no_links) fail(error);
  }
  if (beside_.empty()) {
    beside_ = take_free_name(path_, [this](const std::string& name) { return link_to(name); });
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
