// SPDX-License-Identifier: GPL-2.0-or-later
//
// Of an index on several machines: whether an answer may be of those that answer.
#pragma once

#include <cstdint>

namespace ibid {

enum class Nodes : std::uint8_t { kAny, kAll };

}  // namespace ibid
