// SPDX-License-Identifier: GPL-2.0-or-later
//
// Follows folders on a thread of its own, for a program that answers questions meanwhile. Nothing
// is printed: what happens is handed to callbacks.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "corpus/problem.h"
#include "indexer/update/update.h"
#include "indexer/watch/inotify_events.h"

namespace ibid {

struct FolderWatchNews {
  // The index has a new state: its generation, and what was done. Called after the first update,
  // too, even if that changed nothing.
  std::function<void(std::uint64_t generation, const UpdateSummary&)> updated = {};
  // After `updated`: problems of files that were not told before.
  std::function<void(const std::vector<Problem>&)> failed = {};
  // One sentence in lower case: why something waits, what cannot be watched, what failed. If the
  // first update fails, why, and nothing is followed.
  std::function<void(const std::string&)> told = {};
};

// Brings an index in line with `update.paths` and follows them until it is stopped or destroyed.
// The callbacks run on its thread and must not throw.
class FolderWatch {
 public:
  FolderWatch(UpdateOptions update, FolderWatchNews news);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  // Ends tidily, and returns when that is done: an update that is going on keeps what it has
  // finished. Again is no harm. Thread: any but that of the callbacks.
  void stop();

 private:
  void run(const UpdateOptions& update, const FolderWatchNews& news);

  InotifyEvents events_;
  std::atomic<bool> stopped_ = false;
  std::thread thread_;
};

}  // namespace ibid
