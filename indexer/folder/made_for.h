// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace ibid {

// Who reads an index: this program where it lies, or Xapian's servers too, which know nothing of
// our files (docs/nodes.md).
enum class MadeFor : std::uint8_t { kHere, kNodes };

}  // namespace ibid
