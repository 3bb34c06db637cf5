// SPDX-License-Identifier: GPL-2.0-or-later
//
// Keeps the progress of a run and reports it to the caller: at most every 50 ms, and as each phase
// begins. Library-internal.
#pragma once

#include <chrono>
#include <vector>

#include "indexer/build/read_report.h"
#include "indexer/update/update_progress.h"

namespace ibid {

// Thread: that of the run; the callback is called on it.
class PacedProgress {
 public:
  // `callback` may be empty, and outlives this.
  explicit PacedProgress(const ProgressCallback& callback) : callback_(callback) {}

  UpdateProgress& state() { return state_; }
  // Starts a new state: these files are to be read, and none has been.
  void begin(const std::vector<PlannedFile>& files);

  // Reports the state if it is due. Returns false, from then on, once the caller wants the run to
  // stop.
  bool report(UpdateProgress::Phase phase);
  // Takes over and reports the state of a build, which paces itself. Returns false if the caller
  // wants the build to stop.
  bool pass_on(const UpdateProgress& progress);

 private:
  const ProgressCallback& callback_;
  UpdateProgress state_;
  std::chrono::steady_clock::time_point last_reported_{};
  bool wanted_ = true;
};

}  // namespace ibid
