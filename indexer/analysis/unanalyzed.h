// SPDX-License-Identifier: GPL-2.0-or-later
//
// The stretches of a passage that are not words: its citation marks and ids. The writer, and
// everyone who analyzes the text again, must skip the same ones, or words get other positions.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// The skip ranges for Analyzer::analyze and find_quantities: ascending, no overlap. `text` is valid
// UTF-8.
std::vector<ByteRange> unanalyzed_ranges(std::string_view text);

}  // namespace ibid
