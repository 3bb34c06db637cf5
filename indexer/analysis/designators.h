// SPDX-License-Identifier: GPL-2.0-or-later
//
// Letters and digits that together name a thing, however they are joined: "S-400", "Su57", "S 400"
// all have the form "s400". Library-internal.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/analysis/normalize.h"
#include "indexer/analysis/token.h"

namespace ibid {

// "S-400", "Su57", "KN-23A": letters and digits of one chain. The designator goes to the chain's
// first word, `first_word` of `out`. Call it after each word of the chain, so that the longest one
// is added last and each shorter one is found, too ("KN-23" of "KN-23A").
void join_designator(std::size_t first_word, Analysis& out);

// "S 400": capitals, one space, digits. The digits begin with `first_word`; `chars` are the
// characters of the text, which is not all in capitals. In a query the capitals may be missing, so
// the planner joins words itself: spaced_designator in search/plan/plan_words.cc.
void join_spaced_designator(std::size_t first_word, const std::vector<FoldedChar>& chars,
                            Analysis& out);

}  // namespace ibid
