// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a file system tells of changes: behind an interface, so that tests can tell what they like,
// lost events and a full kernel among it.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace ibid {

struct FileEvent {
  enum class Kind : std::uint8_t {
    kFile,        // made, written and closed, moved in or away, deleted; or its rights have changed
    kFolder,      // made, moved in, or its rights have changed
    kFolderGone,  // deleted, moved away, unmounted
    kLost,        // more events than the kernel keeps: anything may have changed
  } kind = Kind::kFile;
  std::string path;  // below a folder listened to, as that was named; empty for kLost
  bool operator==(const FileEvent&) const = default;
};

enum class Hearing : std::uint8_t {
  kHeard,
  kSilent,      // a file system that does not tell what other machines do (NFS, SMB, FUSE …)
  kNoMore,      // the kernel lets this user listen to no more folders, or has no descriptors
  kUnreadable,  // missing, no folder, or no rights
};

class FileEvents {
 public:
  virtual ~FileEvents() = default;

  // Listens to the files and folders directly in `folder`, not to those below. Again is no harm.
  virtual Hearing listen(const std::string& folder) = 0;
  // No longer listens to `folder` and those below.
  virtual void forget(const std::string& folder) = 0;
  // Returns what happened, in order: at once if something has, else after `longest` or a signal.
  virtual std::vector<FileEvent> wait(std::chrono::milliseconds longest) = 0;
};

}  // namespace ibid
