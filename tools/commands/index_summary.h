// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a run of `ibid index` did, in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/update/update.h"

namespace ibid {

// "3 reports added, 1 updated, …": one line, and one each where files were not UTF-8 and
// where some were passed over.
std::string summary_text(const UpdateSummary& summary);

// One line for each, "  path: why", paths below `base_dir` relative to it. `what` is "failed" or
// "notes". Empty if there are none.
std::string problems_text(std::string_view what, const std::vector<Problem>& problems,
                          std::string_view base_dir);

// What an interrupted run left behind.
std::string interrupted_text(const UpdateSummary& summary);

}  // namespace ibid
