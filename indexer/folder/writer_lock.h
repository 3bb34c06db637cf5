// SPDX-License-Identifier: GPL-2.0-or-later
//
// Who may write to an index: one process at a time. Readers need no lock.
#pragma once

#include <cstdint>
#include <string>

#include "corpus/file_descriptor.h"

namespace ibid {

// Held while a writer works on `index_dir`; makes the folder if it is missing. The kernel drops the
// lock with the process, so there are no stale locks.
class WriterLock {
 public:
  // Throws Error{kLocked} after `timeout_ms`, Error{kSystem}.
  WriterLock(const std::string& index_dir, std::uint32_t timeout_ms);
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  FileDescriptor file_;
};

// Keeps writers away from an index that is copied; several copies go on at once. A folder that may
// only be read has perhaps no lock that could be taken.
class CopyLock {
 public:
  // Throws Error{kLocked} after `timeout_ms`, Error{kSystem}.
  CopyLock(const std::string& index_dir, std::uint32_t timeout_ms);
  CopyLock(const CopyLock&) = delete;
  CopyLock& operator=(const CopyLock&) = delete;

 private:
  FileDescriptor file_;
};

}  // namespace ibid
