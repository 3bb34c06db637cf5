// SPDX-License-Identifier: GPL-2.0-or-later
//
// How many reports and passages a state of an index has, for answers of "nothing found".
#pragma once

#include <string>

#include "search/index/index_snapshot.h"
#include "search/passages/coverage.h"

namespace ibid {

// `report`: the only report to count; empty: all. Reads the record of each report. May throw
// Xapian::Error.
AnswerCoverage measure_coverage(IndexSnapshot& snapshot, const std::string& report);

}  // namespace ibid
