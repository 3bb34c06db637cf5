// SPDX-License-Identifier: GPL-2.0-or-later
//
// A moment as RFC 3339 writes it in UTC.
#pragma once

#include <cstdint>
#include <string>

namespace ibid {

// `seconds` since 1970 -> "2026-12-01T03:40:05Z"; empty for 0, which is no known moment.
std::string utc_time(std::uint64_t seconds);

}  // namespace ibid
