// SPDX-License-Identifier: GPL-2.0-or-later
//
// Can the files of a plan be indexed? For runs that are to change all or nothing. Library-internal.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "corpus/problem.h"
#include "corpus/text/encoding.h"
#include "indexer/update/update_plan.h"

namespace ibid {

// Reads and decodes each file, and returns those that fail, in the order of the plan. `encoding` as
// in UpdateOptions. `tell` gets the number of files that are done, before each; false from it ends
// the reading. Throws Error{kSystem}.
std::vector<Problem> problems_ahead(const UpdatePlan& plan, std::optional<Encoding> encoding,
                                    const std::function<bool(std::size_t)>& tell);

}  // namespace ibid
