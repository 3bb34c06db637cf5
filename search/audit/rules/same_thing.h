// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether two figures are about the same thing.
//
// Two figures are about the same thing if all of this is true:
//   - they have one kind and unit: both dollars, both percent; counts have the same counted word
//     right after them;
//   - one is at most kMostApart times the other (a tenfold figure is another thing, not a dispute);
//   - they are in different passages (a single passage may be about a changing figure), and neither
//     sentence has the other's figure too;
//   - their sentences do not each name what the other does not (capitals inside a sentence: Wando
//     here, Jindo there), nor begin with such a word;
//   - their years do not contradict: the year right after a figure ("in 2021"), else any year of
//     its sentence, else those named last before it in the passage; nor do their months, and two
//     sentences that name months name the same;
//   - they speak of one period and scope (sentences/scopes.h): not of two quarters, of a forecast
//     and a fact, of before and after tax;
//   - neither admits a number that the other does: 125 is more than 120, 550 between 500 and 600;
//   - of percentages, both are changes ("rose 26.3 percent") or neither is;
//   - least_nearby() of the words beside each figure are in the other's sentence; the sentences
//     share kSharedWords distinct words and kSharedWeight of the lighter one's weight (idf), not
//     counting figures and dates.
// The thresholds were set on the samples and the shared report; docs/audit.md has the precision.
#pragma once

#include <cstddef>
#include <set>
#include <string>

#include "search/audit/rules/quantity_statements.h"
#include "search/audit/rules/stem_weights.h"

namespace ibid {

inline constexpr double kMostApart = 1.5;
inline constexpr std::size_t kSharedWords = 3;

// The words in common if both statements are about the same thing, else nothing.
std::set<std::string> same_thing(const Statement& a, const Statement& b, StemWeights& weights);

// How many words beside each figure must be in the other's sentence.
std::size_t least_nearby(QuantityKind kind);

}  // namespace ibid
