// SPDX-License-Identifier: GPL-2.0-or-later
//
// How far a run is, and handing it to the caller: at most every 50 ms, and as each phase begins.
// Library-internal.
#pragma once

#include <chrono>
#include <vector>

#include "indexer/build/read_report.h"
#include "indexer/update/update_progress.h"

namespace ibid {

// Thread: that of the run, on which the callback is called.
class PacedProgress {
 public:
  // `callback` may be empty, and outlives this.
  explicit PacedProgress(const ProgressCallback& callback) : callback_(callback) {}

  UpdateProgress& state() { return state_; }
  // A new state: these files are to be read, and none has been.
  void begin(const std::vector<PlannedFile>& files);

  // Hands out the state if it is time to. False: the caller wants the run to stop; that stays so.
  bool tell(UpdateProgress::Phase phase);
  // Takes over and hands out the state of a build, which paces itself. False: as above, this time.
  bool pass_on(const UpdateProgress& progress);

 private:
  const ProgressCallback& callback_;
  UpdateProgress state_;
  std::chrono::steady_clock::time_point last_told_{};
  bool wanted_ = true;
};

}  // namespace ibid
