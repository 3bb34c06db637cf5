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
#include <vector>

#include "search/audit/figures/figure_statements.h"

namespace ibid {

inline constexpr double kMostApart = 1.5;
inline constexpr std::size_t kSharedWords = 3;

// A statement, and the list that it is in.
struct FigureStatementRef {
  const FigureStatements* list = nullptr;
  std::size_t index = 0;

  const FigureStatements::Statement& statement() const { return (*list)[index]; }
  const FigureStatements::Sentence& sentence() const { return list->sentence_of(statement()); }
  WordSet words(FigureStatements::Words words) const { return list->words(words); }
};

// Whether they have one measure, different values of at most kMostApart, and least_nearby() of the
// words beside each in the other's sentence: what is looked for before anything else is compared.
bool are_near(const FigureStatementRef& a, const FigureStatementRef& b);

// The kMostRare stems of its sentence that weigh most, but for what is counted: statements about
// the same thing share one of them, or there is little that they share. May throw Xapian::Error.
inline constexpr std::size_t kMostRare = 8;
std::vector<std::uint32_t> rarest_words(const FigureStatementRef& statement, WordNumbers& numbers);

// Of near statements in different passages: the words in common if both are about the same thing,
// else nothing. May throw Xapian::Error.
std::vector<std::uint32_t> same_thing(const FigureStatementRef& a, const FigureStatementRef& b,
                                      WordNumbers& numbers);

// How many words beside each figure must be in the other's sentence.
std::size_t least_nearby(QuantityKind kind);

}  // namespace ibid
