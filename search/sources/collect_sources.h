// SPDX-License-Identifier: GPL-2.0-or-later
//
// The list of sources of one state of an index, from its terms and report records; no passage is
// read. Names Xapian: search internals only. May throw Xapian::Error.
#pragma once

#include <optional>
#include <vector>

#include "search/index/index_snapshot.h"
#include "search/sources/sources.h"

namespace ibid {

// Fills `sources`, `matches` and `citing`. With a filter, sources that no passage of it cites are
// left out. Memory: by the number of sources and of reports, and a bit a passage with a filter.
void collect_sources(const IndexSnapshot& snapshot, const PassageFilter& filter, SourceSort sort,
                     SourceList& list);

// What can be told of a source from its name alone.
SourceSummary summary_of(std::string_view source);

// Widens first_date..last_date by `date`, unless that is empty.
void widen_dates(SourceSummary& summary, const std::string& date);

}  // namespace ibid
