// SPDX-License-Identifier: GPL-2.0-or-later
//
// The positions of one term in one document as the position table stores them: the last one, then
// the others in an interpolative code (Moffat and Stuiver, "Binary interpolative coding for
// effective index compression", 2000) with truncated binary numbers, lowest bit first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace ibid::glass {

// Range: strictly ascending, count >= 1. The format cannot tell 0 and 1 from 1 alone: Xapian reads
// back 1, from its own databases too; count positions from 1. Thread: safe.
void append_positions(std::string& out, const std::uint32_t* positions, std::size_t count);

}  // namespace ibid::glass
