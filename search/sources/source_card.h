// SPDX-License-Identifier: GPL-2.0-or-later
//
// All that an index knows of one source. May throw Xapian::Error.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/index_snapshot.h"
#include "search/sources/sources.h"

namespace ibid {

// Of `sources`, ascending, as if they were one: a passage or sentence rests on them if it cites no
// other. `name`: what they are called, as one source by itself is. Nothing if no passage cites one
// and no list describes one. Memory grows with the passages that cite them.
std::optional<SourceCard> make_source_card(IndexSnapshot& snapshot, std::string_view name,
                                           const std::vector<std::string>& sources);

}  // namespace ibid
