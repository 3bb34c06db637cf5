// SPDX-License-Identifier: GPL-2.0-or-later
//
// A report -> the lines of its outline. Pure.
#pragma once

#include <vector>

#include "search/passages/outline.h"

namespace ibid {

// What the file of the report holds and its text does not, as lines of the report.
std::vector<FurnitureLine> left_out_lines(const ExtractedFile& file);

// Headings and passages of the report, and its other lines if asked for, in file order. `passages`:
// the report's, in that order.
std::vector<OutlineEntry> outline_entries(const Report& report, std::vector<StoredPassage> passages,
                                          LeftOut left_out);

}  // namespace ibid
