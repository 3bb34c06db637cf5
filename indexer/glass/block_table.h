// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes one table of a glass database, a B-tree in a file, from entries that come in key order: in
// one pass, with every block full, leaves and branches interleaved as they fill.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/glass/block.h"
#include "indexer/glass/block_file.h"
#include "indexer/glass/branch_levels.h"
#include "indexer/glass/version_file.h"

namespace ibid::glass {

struct TableOptions {
  std::size_t block_size = kDefaultBlockSize;  // bytes; a power of two, 2048 to 65536
  std::uint32_t compress_min = 0;              // see kCompressMin; only passed on to the root
};

// Takes 1 MiB of memory and one block a level. Thread: one object, one thread. Throws
// Error{kSystem} (the path and the system's reason) and Error{kIndex}; after either, the file is
// useless. It is not removed here.
class TableWriter {
 public:
  // Creates or empties `path`. Throws Error{kUsage} for an invalid block size.
  TableWriter(std::string path, TableOptions options);
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  // Range: `key` has 1 to 255 bytes and comes after all before it by unsigned bytes, else
  // Error{kIndex}. `tag`: any bytes; a tag too long for an item is split. `deflated`: `tag` is a
  // raw deflate stream, for readers to inflate (deflate.h).
  void add(std::string_view key, std::string_view tag, bool deflated = false);

  // Writes the root and waits until all is on the disk. Call it once, last.
  TableRoot finish();

  // The largest item: its key, its tag and kLeafItemHeader bytes; larger ones are split.
  std::size_t max_item() const { return max_item_; }
  // The largest item that the present leaf still takes.
  std::size_t room() const { return leaf_.room(); }

 private:
  void check(std::string_view key) const;
  void add_split(std::string_view key, std::string_view tag, unsigned flags);
  // Starts a leaf for (key, component), which does not fit the present one.
  void next_leaf(std::string_view key, std::uint32_t component);
  std::string_view last_key() const { return {last_key_, last_key_size_}; }
  void remember(std::string_view key);

  TableOptions options_;
  std::size_t max_item_;
  BlockFile file_;
  BranchLevels branches_;
  Block leaf_;
  Separator separator_;  // of leaf_
  std::uint64_t entries_ = 0;
  std::size_t last_key_size_ = 0;
  char last_key_[kMaxKeyBytes];
};

}  // namespace ibid::glass
