// SPDX-License-Identifier: GPL-2.0-or-later
//
// What to look for to find passages like a given text, and how much two texts share. Names Xapian:
// search internals only.
#pragma once

#include <xapian.h>

#include <string_view>

#include "indexer/analysis/analyzer.h"
#include "search/index/index_view.h"
#include "search/plan/plan.h"

namespace ibid {

// The most telling words of `text`, which is a passage of the index: one leaf each. Words that no
// other passage has are left out; empty where none is left.
QueryPlan plan_similar(std::string_view text, const IndexView& index, Analyzer& analyzer);

// Of the different runs of three words in the text that has fewer, the share that stands in both;
// a text of one or two words is one run. 0 where a text has no word.
double shared_triples(std::string_view a, std::string_view b, Analyzer& analyzer);

}  // namespace ibid
