// SPDX-License-Identifier: GPL-2.0-or-later
//
// The list of sources of one state of an index, from its terms and report records; reads no
// passage. May throw Xapian::Error.
#pragma once

#include <optional>
#include <vector>

#include "search/index/index_snapshot.h"
#include "search/sources/sources.h"

namespace ibid {

// Fills `sources`, `matches` and `citing`. With a filter, leaves out sources that none of its
// passages cites. Memory grows with sources and reports; with a filter, also one bit per passage.
void collect_sources(const IndexSnapshot& snapshot, const PassageFilter& filter, SourceSort sort,
                     SourceList& list);

// What the name of a source says by itself.
SourceSummary summary_of(std::string_view source);

// Widens first_date..last_date by `date`, unless that is empty.
void widen_dates(SourceSummary& summary, const std::string& date);

}  // namespace ibid
