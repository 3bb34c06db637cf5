// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/glass/branch_levels.h"

#include <cstring>

#include "corpus/error.h"

namespace ibid::glass {
namespace {

// Writes an item into `block`: be32 child, 1 byte length of the key, key, be16 component.
void write_item(Block& block, std::uint32_t child, std::string_view key, std::uint32_t component) {
  char* at = block.add_item(kBranchItemHeader + key.size());
  put_be32(at, child);
  at[4] = static_cast<char>(key.size());
  std::memcpy(at + 5, key.data(), key.size());
  put_be16(at + 5 + key.size(), component);
}

}  // namespace

void BranchLevels::add(std::size_t index, std::uint32_t child, const Separator& separator) {
  if (index == levels_.size()) {
    if (index + 1 == kMaxLevels) {
      throw Error(ErrorKind::kIndex, "cannot write " + file_.path() + ": it has too many levels");
    }
    levels_.emplace_back().memory = std::make_unique<char[]>(block_size_);
  }
  if (levels_[index].block.is_open() &&
      levels_[index].block.room() < kBranchItemHeader + separator.key.size()) {
    const Separator of_closed = levels_[index].separator;
    add(index + 1, close(index), of_closed);
  }
  Level& level = levels_[index];
  if (level.block.is_open()) {
    write_item(level.block, child, separator.key, separator.component);
    return;
  }
  // The first item of a block needs no key: the block's own separator is in its parent.
  level.separator = separator;
  level.block.open(level.memory.get(), block_size_);
  write_item(level.block, child, "", 0);
}

std::uint32_t BranchLevels::close(std::size_t index) {
  Level& level = levels_[index];
  level.block.close(static_cast<unsigned>(index) + 1);
  std::memcpy(file_.block(), level.memory.get(), block_size_);
  return file_.close_block();
}

BranchLevels::Root BranchLevels::finish() {
  for (std::size_t index = 0;; ++index) {
    const std::uint32_t block = close(index);
    if (index + 1 == levels_.size()) return {block, static_cast<std::uint32_t>(index) + 1};
    const Separator separator = levels_[index].separator;
    add(index + 1, block, separator);
  }
}

}  // namespace ibid::glass
