// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/watch_clock.h"

namespace ibid {

Moment SystemClock::now() {
  using std::chrono::duration_cast;
  const auto steady = std::chrono::steady_clock::now().time_since_epoch();
  const auto wall = std::chrono::system_clock::now().time_since_epoch();
  return {duration_cast<std::chrono::milliseconds>(steady),
          duration_cast<std::chrono::nanoseconds>(wall).count()};
}

}  // namespace ibid
