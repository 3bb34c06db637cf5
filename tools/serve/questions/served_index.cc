// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/questions/served_index.h"

#include "indexer/folder/index_dir.h"
#include "search/nodes/nodes_file.h"

namespace ibid {

// The file is read with the first query, so later than it is looked at here: a change between the
// two only makes the next call open the index once more.
OpenIndex& ServedIndex::open() {
  std::optional<FileStamp> now = stamp_of_file(IndexDir(folder_of_index(directory_)).alias_file());
  if (index_ && now == aliases_) return *index_;
  index_.reset();
  index_ = std::make_unique<OpenIndex>(directory_);
  aliases_ = std::move(now);
  return *index_;
}

std::optional<std::uint64_t> ServedIndex::build(const std::optional<FileStamp>& manifest) {
  if (manifest && manifest == manifest_) return build_;
  const std::optional<Manifest> read = IndexDir(directory_).manifest();
  build_ = read ? std::optional(read->build) : std::nullopt;
  manifest_ = manifest;
  return build_;
}

}  // namespace ibid
