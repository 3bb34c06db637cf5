// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a text says with a figure: the sentence round it, cut to what tells whether two are about
// one thing. Names Xapian through IndexSnapshot: search internals only.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "search/audit/rules/report_view.h"

namespace ibid {

struct Statement {
  const StoredPassage* passage = nullptr;
  ByteRange sentence;
  Quantity quantity;
  std::string counted;            // of a count: what is counted
  std::set<std::string> stems;    // of its sentence, figures left out
  std::set<std::string> nearby;   // those close to the figure
  std::set<std::string> years;    // the figure's own, else its sentence's
  std::set<int> months;           // of its sentence
  std::set<std::string> names;    // stems of its capitalised words, the first word left out
  std::set<std::string> quantities;  // all of its sentence
  bool change = false;            // a percentage by which something rose or fell
};

// One for each amount, percentage and count of the sentences, in their order; both are lent for the
// result's life. Sentences of source lists have none, nor do ranks, articles and times.
std::vector<Statement> statements_of(const std::vector<StoredPassage>& passages,
                                     const std::vector<AuditSentence>& sentences);

// Equal for figures that are the same quantity.
std::string key_of(const Quantity& quantity);

}  // namespace ibid
