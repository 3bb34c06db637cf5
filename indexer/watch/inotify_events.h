// SPDX-License-Identifier: GPL-2.0-or-later
//
// The changes that Linux tells of: inotify(7), one watch a folder.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/file_descriptor.h"
#include "indexer/watch/file_events.h"

namespace ibid {

// Thread: wake() may be called on any thread, all else on one.
class InotifyEvents : public FileEvents {
 public:
  // Without a descriptor for inotify, every folder is Hearing::kNoMore.
  InotifyEvents();

  Hearing listen(const std::string& folder) override;
  void forget(const std::string& folder) override;
  std::vector<FileEvent> wait(std::chrono::milliseconds longest) override;

  // Ends the wait() that is going on, or else the next one.
  void wake();

 private:
  void read_all(std::vector<FileEvent>& out);
  void take(std::string_view bytes, std::vector<FileEvent>& out);
  void take_one(int watch, std::uint32_t mask, std::string_view name, std::vector<FileEvent>& out);

  FileDescriptor inotify_, wake_;
  std::unordered_map<int, std::string> folders_;  // by their watch
  std::map<std::string, int> watches_;            // by their folder
};

}  // namespace ibid
