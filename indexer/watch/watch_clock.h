// SPDX-License-Identifier: GPL-2.0-or-later
//
// The time, as a watch asks for it: behind an interface, so that tests need not wait ten minutes.
#pragma once

#include <chrono>
#include <cstdint>

namespace ibid {

struct Moment {
  std::chrono::milliseconds steady{};  // since some start; never goes back
  std::int64_t wall_ns = 0;            // nanoseconds since the epoch, as in FileStamp
};

class WatchClock {
 public:
  virtual ~WatchClock() = default;
  virtual Moment now() = 0;
};

class SystemClock : public WatchClock {
 public:
  Moment now() override;
};

}  // namespace ibid
