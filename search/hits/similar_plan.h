// SPDX-License-Identifier: GPL-2.0-or-later
//
// What to look for to find passages like a given text, and how much two texts share.
#pragma once

#include <xapian.h>

#include <string_view>

#include "indexer/analysis/analyzer.h"
#include "search/index/index_view.h"
#include "search/plan/plan.h"

namespace ibid {

// The most telling words of `text`, a passage of the index: one leaf each. Words that no other
// passage has are left out; empty if none is left.
QueryPlan plan_similar(std::string_view text, const IndexView& index, Analyzer& analyzer);

// The share of word triples that both texts have, of the distinct triples in the text with fewer;
// a text of one or two words counts as one triple. 0 if a text has no word.
double shared_triples(std::string_view a, std::string_view b, Analyzer& analyzer);

}  // namespace ibid
