// SPDX-License-Identifier: GPL-2.0-or-later
//
// Brings an index in line with files and folders: reads what changed, removes what is gone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/text/encoding.h"
#include "indexer/update/update_progress.h"

namespace ibid {

struct UpdateOptions {
  std::string index_dir;
  std::vector<std::string> paths;  // files and folders
  std::uint64_t memory_bytes = 512u
                               << 20;  // bound on what the writer holds before it writes it out
  std::uint64_t threads = 0;           // of a build; 0: one for each processor
  // A build of so many bytes of files and more keeps short lists of terms: smaller and faster made,
  // but removed passages count among all until the next build (docs/index-format.md).
  std::uint64_t exact_lists_from = 8u << 20;
  // An update of fewer bytes of files is never made as a new build, whatever is quicker.
  std::uint64_t rebuild_from = 4u << 20;
  std::uint32_t lock_timeout_ms = 0;  // how long to wait for another writer; 0: not at all
  // Of files that are neither UTF-8 nor marked as UTF-16; none: told from their bytes.
  std::optional<Encoding> encoding;
  // Nothing is changed unless each file that is to be read can be indexed: all are read beforehand,
  // which takes about a sixth more time.
  bool all_or_nothing = false;
  enum class Mode : std::uint8_t { kUpdate, kRebuild } mode = Mode::kUpdate;
};

// What a run did, and what the index holds afterwards.
struct UpdateSummary : UpdateCounts {
  std::uint64_t skipped = 0;  // files in folders passed over for their extension
  std::uint64_t total_reports = 0, total_passages = 0;  // in the index afterwards
  std::uint64_t generation = 0;
  bool anew = false;  // by a new build: where it was interrupted, the index is as it was
  bool interrupted = false;
  bool withheld = false;  // nothing was changed, for options.all_or_nothing and the problems
};

// A path named here covers what the index holds at or below it: reports whose file is no longer
// found there are removed; reports of other folders stay.
// Throws Error{kLocked, kIndex, kInput, kSystem}; the index is then as at its last commit.
UpdateSummary update_index(const UpdateOptions& options, const ProgressCallback& progress = {});

}  // namespace ibid
