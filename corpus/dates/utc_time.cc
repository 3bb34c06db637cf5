// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dates/utc_time.h"

#include <ctime>

namespace ibid {

std::string utc_time(std::uint64_t seconds) {
  const auto moment = static_cast<std::time_t>(seconds);
  std::tm parts{};
  char out[sizeof "2026-12-01T03:40:05Z" + 16];
  if (seconds == 0 || gmtime_r(&moment, &parts) == nullptr) return {};
  return {out, std::strftime(out, sizeof out, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace ibid
