// SPDX-License-Identifier: GPL-2.0-or-later
//
// Update or new build: which brings an index in line with its files sooner?
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "indexer/plan/update_plan.h"
#include "indexer/records/passage_record.h"

namespace ibid {

struct IndexedNow {
  const std::map<std::string, FileRecord>& files;  // by report id
  std::uint64_t passages = 0;
  std::uint64_t deleted = 0;  // their postings are still there, see deleted_documents.h
};

// True if a new build is expected to take less time than the update in `plan`, or if so many
// passages are deleted that the index should be replaced. A plan of less than `fewest_bytes` is
// always an update; so is one in which reports stay whose files were not found now.
bool is_better_rebuilt(const UpdatePlan& plan, const IndexedNow& index, std::uint64_t fewest_bytes);

// All files of `plan`, by path, also of reports that are kept: a build reads them all. Reports keep
// their ids.
UpdatePlan rebuild_plan(const UpdatePlan& plan);

}  // namespace ibid
