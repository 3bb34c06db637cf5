// SPDX-License-Identifier: GPL-2.0-or-later
//
// Keeps an index in line with folders, for as long as it is let: when to update it, and with what.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "corpus/problem.h"
#include "indexer/update/update.h"
#include "indexer/watch/file_events.h"
#include "indexer/watch/watch_clock.h"

namespace ibid {

struct FollowOptions {
  // Index, paths (none: those that the index was made from), memory and so on; of each update. A
  // lock is waited for, whatever lock_timeout_ms; is_ready is set here.
  UpdateOptions update;
  // A file is read when its size and times have not changed for so long.
  std::chrono::milliseconds quiet{2000};
  // While files keep coming, an update waits for more of them at most this long.
  std::chrono::milliseconds longest_burst{10'000};
  // Everything is searched at this interval, whatever the system reported.
  std::chrono::milliseconds scan_every{600'000};
  // Folders that the system does not watch are searched at this interval.
  std::chrono::milliseconds poll_every{60'000};
  // A file that keeps changing for this long is named.
  std::chrono::milliseconds restless_after{60'000};
};

// All are called on the thread that follows; any may be empty but `go_on`.
struct FollowNews {
  // After the first update, and after each that changed the index or failed to read a file: all of
  // its summary, and the problems that were not told before.
  std::function<void(const UpdateSummary&, const std::vector<Problem>&)> updated = {};
  // One sentence in lower case without a full stop: why something waits or is done in another way.
  std::function<void(const std::string&)> told = {};
  ProgressCallback progress = {};
  // Asked at least once a second; false ends all.
  std::function<bool()> go_on;
};

// Updates the index, then follows the folders until `go_on` returns false. Throws Error as
// update_index() does, if the first update fails for another reason than a lock; later failures are
// told, and tried again.
void follow_folders(const FollowOptions& options, FileEvents& events, WatchClock& clock,
                    const FollowNews& news);

}  // namespace ibid
