// SPDX-License-Identifier: GPL-2.0-or-later
//
// The part of a long passage that best shows why it was found.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "search/hits/highlight.h"
#include "search/index/index_view.h"
#include "search/plan/plan.h"

namespace ibid {

// What a snippet should show of a text. Lender: the caller.
struct SnippetTargets {
  const std::vector<Highlight>& highlights;
  const std::vector<double>& weights;  // of each target; 1 for those beyond its end
  ByteRange near;                      // where the query's words stand closest; may be empty
};

// How rare the words and phrases of the plan are: the weights of its targets. May throw
// Xapian::Error.
std::vector<double> target_weights(const QueryPlan& plan, const IndexView& index);

// Ranges of `text` to show, at word edges, together at most `columns` wide in a terminal (a single
// word may be wider): the whole text if it fits, else the stretch whose distinct query words weigh
// most; of several, one that holds `near`, then one that begins at a sentence. `sentences` are
// those of the passage.
std::vector<ByteRange> best_snippet(std::string_view text, const std::vector<ByteRange>& sentences,
                                    const SnippetTargets& targets, std::size_t columns);

}  // namespace ibid
