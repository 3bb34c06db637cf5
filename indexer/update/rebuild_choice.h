// SPDX-License-Identifier: GPL-2.0-or-later
//
// Update or new build: which of them brings an index in line with its files sooner.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "indexer/records/passage_record.h"
#include "indexer/update/update_plan.h"

namespace ibid {

struct IndexedNow {
  const std::map<std::string, FileRecord>& files;  // by report id
  std::uint64_t passages = 0;
  std::uint64_t gone = 0;  // removed ones whose postings are still there, see gone_documents.h
};

// True where a new build is expected to take less time than the update that `plan` is, or where so
// much of the index is gone that it should be left behind. A plan of less than `fewest_bytes` is
// always an update; so is one that a build could not do: of files that were not found now.
bool is_better_anew(const UpdatePlan& plan, const IndexedNow& index, std::uint64_t fewest_bytes);

// All files of `plan`, by path: what a build reads. Reports keep their ids.
UpdatePlan plan_anew(const UpdatePlan& plan);

}  // namespace ibid
