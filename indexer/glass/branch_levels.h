// SPDX-License-Identifier: GPL-2.0-or-later
//
// The levels of a table above its leaves, built from the leaves in order: one open block a level.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/block.h"
#include "indexer/glass/block_file.h"

namespace ibid::glass {

// Separates a block from the one before it: all its items are at or after (key, component).
struct Separator {
  std::string key;
  std::uint32_t component = 0;
};

// Thread: one object, one thread. Throws Error{kSystem, kIndex}.
class BranchLevels {
 public:
  // `file` outlives this; none of its blocks is being filled when this is called.
  BranchLevels(BlockFile& file, std::size_t block_size) : file_(file), block_size_(block_size) {}

  bool empty() const { return levels_.empty(); }

  // Adds the next leaf, which has number `block`. The separator of the first one is empty.
  void add_leaf(std::uint32_t block, const Separator& separator) { add(0, block, separator); }

  struct Root {
    std::uint32_t block;
    std::uint32_t level;
  };
  // Closes all levels. Call it only if not empty().
  Root finish();

 private:
  struct Level {
    std::unique_ptr<char[]> memory;
    Block block;
    Separator separator;  // of the open block
  };

  void add(std::size_t index, std::uint32_t child, const Separator& separator);
  std::uint32_t close(std::size_t index);

  BlockFile& file_;
  std::size_t block_size_;
  std::vector<Level> levels_;  // [0] is level 1 of the tree
};

}  // namespace ibid::glass
