// SPDX-License-Identifier: GPL-2.0-or-later
//
// The table of contents of a report: which lines are its entries, and what they say.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "corpus/report/report.h"

namespace ibid {

// Reads the lines that stand right after the contents' title, one by one. The entries end at the
// first line that is no numbered entry, or where the numbering starts again: there the body begins.
class ContentsReader {
 public:
  // The entry that `line` of `text` is; its `bytes` are `line`, which the caller maps to the file.
  // None: the contents ended before it.
  std::optional<ContentsEntry> next(std::string_view text, ByteRange line);

 private:
  std::vector<int> last_;  // number of the entry before, level by level
};

}  // namespace ibid
