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

// Groups the lines of `block` by entry. A bullet is one entry. Each unmarked line is one, unless it
// is indented deeper than the first line of its entry. An address or id alone on a line belongs to
// the entry before it; if that entry is not in this block, the first group is such a line (see
// is_addendum).
std::vector<std::vector<ByteRange>> split_entries(std::string_view text, const Block& block);

// True for a line with nothing but URLs and source ids of the entry before it, with or without a
// label ("URL:", "출처:").
bool is_addendum(std::string_view line);

// Reads an entry in one of the shapes "Title - publisher (id)", "Title - publisher id", "id: Title"
// and "[Title](URL) id", numbered or not, with or without a URL; an id may be glued to the words
// beside it ("제목(id)", "id:Title"). Returns one record for each id, or one record if it names
// none. The caller sets `sequence`.
std::vector<ListedSource> parse_source_entry(std::string_view entry);

}  // namespace ibid
