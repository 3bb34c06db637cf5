// SPDX-License-Identifier: GPL-2.0-or-later
//
// Would a run remove more reports than an editor is likely to mean? A disk that is not mounted is
// an empty folder. Library-internal.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/plan/update_plan.h"
#include "indexer/records/passage_record.h"

namespace ibid {

// Returns why the plan should not be carried out unasked, in one sentence without its remedy: it
// removes more than a third of the reports, or all below one of `roots`. Empty if it does not.
// A report whose bytes are in a new file has moved, and is not removed; new files of the same size
// are read to know.
std::string why_removals_are_many(const UpdatePlan& plan,
                                  const std::map<std::string, FileRecord>& known,
                                  const std::vector<std::string>& roots);

}  // namespace ibid
