// SPDX-License-Identifier: GPL-2.0-or-later
//
// Brings an index in line with files and folders: reads what changed, removes what is gone.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpus/encoding.h"
#include "corpus/problem.h"

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

// A state of the run, handed out at most every 50 ms and once at the end.
struct UpdateProgress {
  enum class Phase : std::uint8_t {
    kDiscovering,
    kChecking,  // for all_or_nothing: whether each file can be indexed
    kIndexing,
    kCommitting,
    kDone
  } phase = Phase::kDiscovering;
  std::uint64_t files_total = 0, files_done = 0;  // of those that need reading
  std::uint64_t bytes_total = 0, bytes_done = 0;
  std::uint64_t passages = 0;
  std::string current;  // path being read
};
const char* to_string(UpdateProgress::Phase phase);

// Called on the thread that runs the update, at most some 20 times a second, and as each phase
// begins. Returning false stops the run tidily: what is done is committed (an update) or dropped
// (a first build or rebuild), and `interrupted` is set.
using ProgressCallback = std::function<bool(const UpdateProgress&)>;

struct UpdateSummary {
  std::uint64_t added = 0, updated = 0, removed = 0, unchanged = 0, failed = 0;  // reports / files
  std::uint64_t touched = 0;   // of `unchanged`: new time, same bytes
  std::uint64_t moved = 0;     // of `updated`: same bytes under a new path
  std::uint64_t skipped = 0;   // files in folders passed over for their extension
  std::uint64_t passages = 0;  // written by this run
  std::uint64_t bytes = 0;     // read by this run
  std::uint64_t total_reports = 0, total_passages = 0;  // in the index afterwards
  std::uint64_t generation = 0;
  bool anew = false;  // by a new build: where it was interrupted, the index is as it was
  std::map<Encoding, std::uint64_t> encodings;  // files written that are not UTF-8
  bool interrupted = false;
  bool withheld = false;  // nothing was changed, for options.all_or_nothing and the problems
  std::vector<Problem> problems;  // every file that failed, and why
  std::vector<Problem> notes;     // oddities of files that were indexed all the same
};

// A path named here covers what the index holds at or below it: reports whose file is no longer
// found there are removed; reports of other folders stay.
// Throws Error{kLocked, kIndex, kInput, kSystem}; the index is then as at its last commit.
UpdateSummary update_index(const UpdateOptions& options, const ProgressCallback& progress = {});

}  // namespace ibid
