// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/system/durable_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "corpus/error.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

// NFS may return the old handle of a file that was replaced by rename; a second look finds the new.
FileDescriptor open_settled(const std::string& path) {
  constexpr int kTries = 5;
  for (int left = kTries;; --left) {
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.is_open() || errno != ESTALE || left == 1) return file;
  }
}

bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

bool on_one_file_system(const fs::path& a, const fs::path& b) {
  struct stat of_a {
  }, of_b{};
  return ::stat(a.c_str(), &of_a) == 0 && ::stat(b.c_str(), &of_b) == 0 &&
         of_a.st_dev == of_b.st_dev;
}

void sync_if_possible(const std::string& path) {
  const FileDescriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open() && errno == EACCES) return;
  if (!folder.is_open()) fail_system("cannot open " + path, errno);
  if (::fsync(folder.get()) == 0 || errno == EINVAL || errno == EROFS) return;
  fail_system("cannot sync " + path, errno);
}

}  // namespace

void fail_system(const std::string& what, int error) {
  throw Error(ErrorKind::kSystem, what + ": " + std::generic_category().message(error));
}

FileDescriptor open_file(const std::string& path, int flags, mode_t mode) {
  FileDescriptor file(::open(path.c_str(), flags | O_CLOEXEC, mode));
  if (!file.is_open()) fail_system("cannot open " + path, errno);
  return file;
}

void write_all(const FileDescriptor& file, const std::string& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(file.get(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail_system("cannot write " + path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

void write_durably(const std::string& path, std::string_view bytes) {
  const FileDescriptor file = open_file(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  write_all(file, path, bytes);
  if (::fsync(file.get()) != 0) fail_system("cannot sync " + path, errno);
}

void sync_folder(const std::string& path) {
  const FileDescriptor folder = open_file(path, O_RDONLY | O_DIRECTORY);
  if (::fsync(folder.get()) != 0) fail_system("cannot sync " + path, errno);
}

void sync_folders_above(const std::string& path) {
  std::error_code error;
  fs::path folder = fs::canonical(path, error);
  if (error) fail_system("cannot open " + path, error.value());
  while (folder.has_relative_path() && on_one_file_system(folder, folder.parent_path())) {
    folder = folder.parent_path();
    sync_if_possible(folder.string());
  }
}

std::optional<std::string> read_if_there(const std::string& path) {
  const FileDescriptor file = open_settled(path);
  if (!file.is_open() && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  if (!file.is_open()) fail_system("cannot open " + path, errno);
  std::string bytes;
  std::array<char, 4096> buffer{};
  while (true) {
    const ssize_t n = ::read(file.get(), buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail_system("cannot read " + path, errno);
    if (n == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(n));
  }
}

void rename_or_throw(const std::string& from, const std::string& to) {
  struct stat before {
  }, after{};
  const bool known = ::stat(from.c_str(), &before) == 0;
  if (std::rename(from.c_str(), to.c_str()) == 0) return;
  const int error = errno;
  const bool there = ::stat(to.c_str(), &after) == 0 && same_file(before, after);
  if (known && there && ::access(from.c_str(), F_OK) != 0) return;
  fail_system("cannot rename " + from, error);
}

}  // namespace ibid
