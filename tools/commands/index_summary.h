// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a run of `ibid index` did, in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/update/update.h"

namespace ibid {

// "3 reports added, 1 updated, …": one line, and one more each if files were not UTF-8 and if some
// were skipped.
std::string summary_text(const UpdateSummary& summary);

// Returns one line per problem, "  path: why", with paths below `base_dir` relative to it; empty if
// there are none. `what` is "failed" or "notes".
std::string problems_text(std::string_view what, const std::vector<Problem>& problems,
                          std::string_view base_dir);

// Says what an interrupted run left behind.
std::string interrupted_text(const UpdateSummary& summary);

}  // namespace ibid
