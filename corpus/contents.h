// SPDX-License-Identifier: GPL-2.0-or-later
//
// The table of contents of a report: which lines are its entries, and what they say.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/outline.h"
#include "corpus/report.h"

namespace ibid {

// A line of a block of a document; past the last block for "the end".
struct LinePosition {
  std::size_t block = 0;
  std::size_t line = 0;
  auto operator<=>(const LinePosition&) const = default;
};

struct Contents {
  std::vector<ContentsEntry>
      entries;       // `bytes` are offsets of `text`; the caller maps them to the file
  LinePosition end;  // of the first line that is no entry
};

// Reads the entries that stand at `begin`, right after the contents' title. They end at the first
// line that is no numbered entry, or where the numbering starts again: there the body begins.
Contents read_contents(std::string_view text, const std::vector<Block>& blocks, LinePosition begin);

}  // namespace ibid
