// SPDX-License-Identifier: GPL-2.0-or-later
//
// The index of one service: opened once, and again when what it has read beside the database has
// changed. (It follows commits and rebuilds by itself.)
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "corpus/files/discover.h"
#include "search/open/open_index.h"

namespace ibid {

// Thread: one at a time.
class ServedIndex {
 public:
  // Opens nothing.
  explicit ServedIndex(std::string directory) : directory_(std::move(directory)) {}

  // What was made from the index before this call is void if aliases.toml has changed since. Throws
  // Error{kIndex}; a later call tries again.
  OpenIndex& open();
  const std::string& directory() const { return directory_; }
  // The build that ibid.json names, if `manifest` is its stamp now; nothing without an index. Reads
  // the file only if the last call was for another stamp. Throws what IndexDir::manifest() throws.
  std::optional<std::uint64_t> build(const std::optional<FileStamp>& manifest);

 private:
  std::string directory_;
  std::unique_ptr<OpenIndex> index_;
  std::optional<FileStamp> aliases_;
  std::optional<FileStamp> manifest_;  // by which build_ was read
  std::optional<std::uint64_t> build_;
};

}  // namespace ibid
