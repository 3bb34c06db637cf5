// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/paced_progress.h"

#include "indexer/plan/update_plan.h"

namespace ibid {

void PacedProgress::begin(const std::vector<PlannedFile>& files) {
  state_ = {};
  state_.files_total = files.size();
  state_.bytes_total = bytes_of(files);
}

bool PacedProgress::report(UpdateProgress::Phase phase) {
  constexpr auto kInterval = std::chrono::milliseconds(50);
  if (!callback_) return true;
  const auto now = std::chrono::steady_clock::now();
  const bool due = phase != state_.phase || now - last_reported_ >= kInterval;
  state_.phase = phase;
  if (!due) return wanted_;
  last_reported_ = now;
  wanted_ = callback_(state_) && wanted_;
  return wanted_;
}

bool PacedProgress::pass_on(const UpdateProgress& progress) {
  state_ = progress;
  return !callback_ || callback_(state_);
}

}  // namespace ibid
