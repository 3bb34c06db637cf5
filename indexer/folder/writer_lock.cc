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

}  // namespace

WriterLock::WriterLock(const std::string& index_dir, std::uint32_t timeout_ms)
    : file_(open_lock_file(index_dir)) {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + std::chrono::milliseconds(timeout_ms);
  while (::flock(file_.get(), LOCK_EX | LOCK_NB) != 0) {
    const int failure = errno;
    if (failure == EINTR) continue;
    if (failure != EWOULDBLOCK) fail_system("cannot lock " + lock_path(index_dir), failure);
    if (Clock::now() >= deadline) {
      throw Error(ErrorKind::kLocked, "another writer is working on " + index_dir +
                                          "; try again later or wait with --lock-timeout");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

}  // namespace ibid
