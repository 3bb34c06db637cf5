// SPDX-License-Identifier: GPL-2.0-or-later
//
// The blocks of a table that one state of the database uses, from the root down. What else is in
// the file, free blocks and what an unfinished update wrote, is passed over.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/glass/version_file.h"

namespace ibid::glass {

struct TreeBlock {
  std::uint32_t number = 0;    // its place in the file, in blocks
  std::uint32_t revision = 0;  // that wrote it; a block above it is at least as new
  std::string_view bytes;      // shorter than a block: the file ends within or before it
};

// Calls `visit` with each block once, those of one level in the order of their keys; the bytes are
// lent for the call. True from it: go on to the blocks below. Nothing is taken on trust: what does
// not look like a branch of a tree has no blocks below it. A table without tree has none; a file
// that is missing is one without bytes. Throws Error{kSystem}.
void walk_tree(const std::string& path, const TableRoot& root,
               const std::function<bool(const TreeBlock&)>& visit);

}  // namespace ibid::glass
