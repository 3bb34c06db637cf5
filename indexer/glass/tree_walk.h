// SPDX-License-Identifier: GPL-2.0-or-later
//
// Goes through the blocks of a table that one state of the database uses, from the root down. Other
// blocks of the file, free ones and those that an unfinished update wrote, are skipped.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/glass/version_file.h"

namespace ibid::glass {

struct TreeBlock {
  std::uint32_t number = 0;    // its position in the file, in blocks
  std::uint32_t revision = 0;  // that wrote it; a block above it is at least as new
  std::string_view bytes;      // shorter than a block: the file ends within or before it
};

// Calls `visit` with each block once, the blocks of one level in the order of their keys; the bytes
// are lent for the call. If `visit` returns true, the blocks below follow. Nothing is trusted: a
// block that does not look like a branch of a tree has no blocks below it. A table without a tree
// has no blocks; a missing file counts as an empty one. `leaves`: those below a branch may be
// skipped. Throws Error{kSystem}.
enum class Leaves : std::uint8_t { kVisit, kSkip };
void walk_tree(const std::string& path, const TableRoot& root,
               const std::function<bool(const TreeBlock&)>& visit, Leaves leaves = Leaves::kVisit);

}  // namespace ibid::glass
