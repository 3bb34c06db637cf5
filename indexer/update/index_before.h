// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an index held when a writer came to it. Library-internal.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/folder/index_dir.h"
#include "indexer/records/passage_record.h"

namespace ibid {

// The index when a run began.
struct IndexBefore {
  bool exists = false;               // perhaps too damaged to be read
  std::optional<Manifest> manifest;  // none for a new build, even if there is an index
  std::map<std::string, FileRecord> files;
  std::vector<std::string> roots;
  std::vector<std::string> removed;  // see Manifest
  std::string metadata;              // likewise
  MadeFor made_for = MadeFor::kHere;
  std::string database;  // the live one, from which reports can be kept; empty: none
  // Another database that tells when passages were first seen: that of an analyzer that this
  // program does not have; empty: `database` does.
  std::string earlier;
  std::uint64_t generation = 0;
  std::uint64_t passages = 0, deleted = 0;
};

// Throws Error{kIndex, kSystem}.
IndexBefore read_index(const IndexDir& dir);
// As far as the index that a rebuild replaces can be read: of a damaged one perhaps nothing. Has no
// manifest. Throws Error{kSystem}.
IndexBefore read_for_rebuild(const IndexDir& dir);

// Sorted, without those at or below another.
std::vector<std::string> merged_roots(std::vector<std::string> roots,
                                      const std::vector<std::string>& more);

}  // namespace ibid
