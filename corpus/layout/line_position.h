// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a line is among the blocks of a document.
#pragma once

#include <compare>
#include <cstddef>

namespace ibid {

// A line of a block of a document, both counted from 0. Past the last block, it means the end.
struct LinePosition {
  std::size_t block = 0;
  std::size_t line = 0;
  auto operator<=>(const LinePosition&) const = default;
};

inline LinePosition after(LinePosition position) { return {position.block, position.line + 1}; }

}  // namespace ibid
