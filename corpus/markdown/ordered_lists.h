// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tells the items of a numbered list from numbered headings. Library-internal.
#pragma once

#include <cstddef>
#include <vector>

namespace ibid {

// An item of an ordered list; lines are counted without blank ones.
struct OrderedItem {
  static constexpr std::size_t kNoLine = static_cast<std::size_t>(-1);
  unsigned number = 0;         // as written
  std::size_t note = kNoLine;  // index of the MarkedLine of its first line
  std::size_t first = 0;       // its first line
  std::size_t past = 0;        // past the last line of it and of all in it
  bool hangs = true;           // all lines of its first block but the first are indented
};

// Appends the `note` of each item that has a neighbour with the next number and nothing between:
// "1. Oil", "2. Gas". Of two headings, the first has text below it.
void append_listed(const std::vector<OrderedItem>& list, std::vector<std::size_t>& notes);

}  // namespace ibid
