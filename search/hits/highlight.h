// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which bytes of a passage match the query, by the same analysis that indexed it. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "indexer/analysis/analyzer.h"
#include "search/plan/plan.h"

namespace ibid {

struct Highlight {
  ByteRange range;         // of the text; on character edges
  std::size_t target = 0;  // which word or phrase of the plan: words first, then phrases
};

// Ascending by begin; may overlap if two query words match one text word. `markup`: the text's
// signs (Passage::markup).
std::vector<Highlight> find_highlights(std::string_view text, const std::vector<ByteRange>& markup,
                                       const QueryPlan& plan, Analyzer& analyzer);

// The same as plain ranges, with overlapping and touching ones merged.
std::vector<ByteRange> merged_ranges(const std::vector<Highlight>& highlights);

}  // namespace ibid
