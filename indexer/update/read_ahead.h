// SPDX-License-Identifier: GPL-2.0-or-later
//
// Finds out whether the files of a plan can be indexed, for runs that change all or nothing.
// Library-internal.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "corpus/problem.h"
#include "indexer/build/read_report.h"
#include "indexer/plan/update_plan.h"

namespace ibid {

// Reads and decodes each file, and returns the problems, in the order of the plan. Passes the
// number of files done to `report` before each file; if it returns false, reading ends. Throws
// Error{kSystem}.
std::vector<Problem> problems_ahead(const UpdatePlan& plan, const ReadOptions& options,
                                    const std::function<bool(std::size_t)>& report);

}  // namespace ibid
