// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files that hold several documents (JSON lines, feeds, mails with attachments) -> a report each.
// Library-internal.
#pragma once

#include <map>
#include <string>

#include "indexer/build/read_report.h"
#include "indexer/plan/update_plan.h"

namespace ibid {

// Reads the files of `plan` that may hold several documents, and puts a planned file for each
// document in the place of the file. Documents that a file no longer holds are added to the
// vanished ones. A file that cannot be read stays as it is: its problem is found when it is read
// again. `known`: as for plan_update(). Throws Error{kSystem}.
UpdatePlan split_files(UpdatePlan plan, const std::map<std::string, FileRecord>& known,
                       const ReadOptions& options);

}  // namespace ibid
