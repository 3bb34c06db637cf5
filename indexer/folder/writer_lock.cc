// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <thread>

#include "corpus/error.h"
#include "indexer/schema.h"
#include "indexer/system/durable_files.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

std::string lock_path(const std::string& index_dir) {
  return (fs::path(index_dir) / schema::kLockFile).string();
}

// Also makes the folder.
FileDescriptor open_lock_file(const std::string& index_dir) {
  std::error_code error;
  fs::create_directories(index_dir, error);
  if (error) {
    throw Error(ErrorKind::kSystem, "cannot make the folder " + index_dir + ": " + error.message());
  }
  return open_file(lock_path(index_dir), O_RDWR | O_CREAT, 0666);
}

// The lock file of a folder that may only be read; nothing is made in one where that is refused.
FileDescriptor open_lock_file_if_possible(const std::string& index_dir) {
  const std::string path = lock_path(index_dir);
  FileDescriptor existing(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (existing.is_open() || errno != ENOENT) return existing;
  return FileDescriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
}

// `operation`: of flock(2). Returns false if the file system has no such locks.
bool take_lock(const FileDescriptor& file, int operation, const std::string& index_dir,
               std::uint32_t timeout_ms) {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + std::chrono::milliseconds(timeout_ms);
  while (::flock(file.get(), operation | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return false;
    if (Clock::now() >= deadline) {
      throw Error(ErrorKind::kLocked, "another writer is working on " + index_dir +
                                          "; try again later or wait with --lock-timeout");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

}  // namespace

WriterLock::WriterLock(const std::string& index_dir, std::uint32_t timeout_ms)
    : file_(open_lock_file(index_dir)) {
  if (take_lock(file_, LOCK_EX, index_dir, timeout_ms)) return;
  fail_system("cannot lock " + lock_path(index_dir), errno);
}

CopyLock::CopyLock(const std::string& index_dir, std::uint32_t timeout_ms)
    : file_(open_lock_file_if_possible(index_dir)) {
  if (file_.is_open()) take_lock(file_, LOCK_SH, index_dir, timeout_ms);
}

}  // namespace ibid
