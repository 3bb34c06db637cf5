// SPDX-License-Identifier: GPL-2.0-or-later
//
// A whole index from files, for first builds and rebuilds. Library-internal.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "indexer/build/memory_shares.h"
#include "indexer/build/read_report.h"
#include "indexer/build/stored_batch.h"
#include "indexer/folder/index_dir.h"
#include "indexer/plan/update_plan.h"
#include "indexer/update/update_progress.h"

namespace ibid {

struct NewDatabase {
  std::string dir = {};  // made; must not exist
  MemoryShares memory;
  std::uint64_t generation = 1;  // of the database
  TermLists lists = TermLists::kExact;
  MadeFor made_for = MadeFor::kHere;
  ReadOptions reading = {};
  // Of the live database, from which reports are kept whose files cannot be read; empty: none.
  std::string keep_from = {};
  // Of the database that this one replaces, whose passages keep the generation in which they were
  // first seen, and whose generations keep their times; empty: there is none, or none to be read.
  std::string earlier = {};
  std::map<std::string, std::string> vanished = {};  // as in EarlierDatabase
  std::uint64_t commit_time = 0;                     // seconds since 1970; 0: the clock's
  // What to do about an indexed report whose file cannot be read and that cannot be kept either.
  enum class Lost : std::uint8_t { kStop, kDrop } lost = Lost::kStop;
};

// kLost: an indexed file (PlannedFile::known) can neither be read nor be kept (Lost::kStop).
enum class BuildOutcome { kWhole, kStopped, kLost };

struct BuildResult {
  BuildOutcome outcome = BuildOutcome::kWhole;
  UpdateCounts counts;  // of the files that were read
};

// Reads the files of `plan` and makes the database, synced and verified. Passes the state to
// `report` some 20 times a second on the calling thread; if it returns false, the build stops. The
// contents of the folder are useless if the build is not whole or this throws.
// Throws Error{kIndex} if the database is not what it should be; Error{kSystem}.
BuildResult build_database(const NewDatabase& database, const UpdatePlan& plan,
                           const ProgressCallback& report);

}  // namespace ibid
