// SPDX-License-Identifier: GPL-2.0-or-later
//
// The table of contents of a report: which lines are its entries, and what they say.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "corpus/report/report.h"

namespace ibid {

// Reads the lines right after the title of the contents, one by one. The entries end at the first
// line that is not a numbered entry, or where the numbering starts again: there the body begins.
class ContentsReader {
 public:
  // Returns the entry on `line` of `text`, or nothing if the contents ended before it. The entry's
  // `bytes` are `line`, which the caller maps to the file.
  std::optional<ContentsEntry> next(std::string_view text, ByteRange line);

 private:
  std::vector<int> last_;  // number of the previous entry, level by level
};

// What an entry says, number included: without leaders, page and link. Lender: `line`.
std::string_view contents_title(std::string_view line);

}  // namespace ibid
