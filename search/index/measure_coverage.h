// SPDX-License-Identifier: GPL-2.0-or-later
//
// How much of an index a state of it has, for answers of "nothing found". Names Xapian: search
// internals only.
#pragma once

#include <string>

#include "search/index/index_snapshot.h"
#include "search/passages/coverage.h"

namespace ibid {

// `report`: the only one looked at; empty: all. Reads each report's record. May throw
// Xapian::Error.
AnswerCoverage look_at(IndexSnapshot& snapshot, const std::string& report);

}  // namespace ibid
