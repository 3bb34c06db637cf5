// SPDX-License-Identifier: GPL-2.0-or-later
//
// Entries of a report's source list: which lines make one, and what it says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/layout/outline.h"
#include "corpus/report/report.h"

namespace ibid {

// The lines of `block`, grouped by entry: a bullet is one entry; of unmarked lines each is, unless
// it is indented deeper than its entry's first line. An address or id alone on a line belongs to
// the entry before it; where that is not in this block, the first group is such a line (see
// is_addendum).
std::vector<std::vector<ByteRange>> split_entries(std::string_view text, const Block& block);

// True for a line of nothing but URLs and source ids of the entry before it, with or without a
// label ("URL:", "출처:").
bool is_addendum(std::string_view line);

// What an entry says, in the shapes "Title - publisher (id)", "Title - publisher id", "id: Title"
// and "[Title](URL) id", numbered or not, each with or without a URL; an id may be glued to what
// stands before it ("제목(id)", "id:Title"). One record an id; one where it names none. The
// records' `sequence` is left to the caller.
std::vector<ListedSource> parse_source_entry(std::string_view entry);

}  // namespace ibid
