// SPDX-License-Identifier: GPL-2.0-or-later
//
// All that an index knows of one source. May throw Xapian::Error.
#pragma once

#include <optional>
#include <string_view>

#include "search/index/index_snapshot.h"
#include "search/sources/sources.h"

namespace ibid {

// Nothing if no passage cites it and no list describes it. Memory grows with the passages that cite
// it.
std::optional<SourceCard> make_source_card(IndexSnapshot& snapshot, std::string_view source);

}  // namespace ibid
