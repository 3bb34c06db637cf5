// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lines of pipe tables. Library-internal.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// "| :-- | --: |": the line under the head of a table.
bool is_delimiter_row(std::string_view line);

// The pipes in `row` of `text` that separate cells: all without a backslash. Ascending.
std::vector<ByteRange> cell_pipes(std::string_view text, ByteRange row);

// `row` without white space and pipes at either end.
ByteRange without_outer_pipes(std::string_view text, ByteRange row);

}  // namespace ibid
