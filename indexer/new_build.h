// SPDX-License-Identifier: GPL-2.0-or-later
//
// A whole index from files: the way of first builds and rebuilds. Library-internal.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "indexer/update.h"
#include "indexer/update_plan.h"

namespace ibid {

struct NewBuild {
  std::string database_dir;  // made; must not exist
  std::uint64_t memory_bytes = 0;
  std::size_t threads = 1;
  std::uint64_t generation = 1;        // of the database
  std::uint64_t exact_lists_from = 0;  // as in UpdateOptions
  std::optional<Encoding> encoding;    // likewise
};

// kLost: a file that the index has a report of (PlannedFile::known) cannot be read, and would be
// lost.
enum class BuildOutcome { kWhole, kStopped, kLost };

// Reads the files of `plan` and makes the database, synced and verified. Fills in `summary` what it
// counts of files, reports and passages. `tell` gets the state some 20 times a second on the
// calling thread; false from it stops the build. What the folder holds when the build is not whole,
// or this throws, is of no use.
// Throws Error{kIndex}: the database is not what it should be; Error{kSystem}.
BuildOutcome build_database(const NewBuild& build, const UpdatePlan& plan, UpdateSummary& summary,
                            const std::function<bool(const UpdateProgress&)>& tell);

}  // namespace ibid
