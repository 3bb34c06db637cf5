// SPDX-License-Identifier: GPL-2.0-or-later
//
// Who reads an index: this program where it lies, or Xapian's servers too (docs/nodes.md).
#pragma once

#include <cstdint>

namespace ibid {

// kNodes: servers know nothing of our files, so what these hold is in the tables, too.
enum class MadeFor : std::uint8_t { kHere, kNodes };

}  // namespace ibid
