// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which sources are cited in the same passages, of those cited most. From the terms of an index:
// reads no passage but those whose source is too long for a term. May throw Xapian::Error.
#pragma once

#include <cstddef>

#include "search/index/index_snapshot.h"
#include "search/sources/sources.h"

namespace ibid {

// The `limit` sources that most passages cite.
// Time: passages of the sources × the square of how many of them a passage cites.
SourcesTogether sources_together(const IndexSnapshot& snapshot, std::size_t limit);

}  // namespace ibid
