// SPDX-License-Identifier: GPL-2.0-or-later
//
// Progress of `ibid index` on standard error: a bar on a terminal, or JSON lines.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/update/update.h"

namespace ibid {

enum class ProgressMode : std::uint8_t {
  kAuto,  // a bar if standard error is a terminal, else nothing
  kBar,
  kJson,
  kNone,
};

// The bar as one line no wider than `columns` (20 or more), without line end. `seconds` since the
// start.
std::string progress_bar(const UpdateProgress& progress, double seconds, std::size_t columns);

class ProgressDisplay {
 public:
  explicit ProgressDisplay(ProgressMode mode);
  ~ProgressDisplay();  // removes the bar
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

  // For update_index: shows `progress`, and returns false once a signal asks to stop.
  bool show(const UpdateProgress& progress);
  void remove_bar();

 private:
  using Clock = std::chrono::steady_clock;

  void draw(const UpdateProgress& progress);
  void report_interrupt();

  ProgressMode mode_;
  Clock::time_point start_ = Clock::now();
  std::optional<Clock::time_point> drawn_;  // when the bar was last drawn
  bool bar_visible_ = false;
  bool interrupt_reported_ = false;
};

}  // namespace ibid
