// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words of a query -> Xapian queries over their forms. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>

#include "indexer/analysis/term.h"
#include "search/plan/alias_planner.h"
#include "search/plan/free_text.h"
#include "search/plan/plan_context.h"
#include "search/words/alias_book.h"

namespace ibid {

// Which fields the passages of the index have words in, beside their bodies.
struct StoredFields {
  bool headings = false, titles = false;
};

// Words any of which may match: every form of every word adds what it is worth.
class FreeTextPlanner {
 public:
  // `aliases`: null where words are to be taken as typed. Both are lent for the object's life.
  FreeTextPlanner(PlanContext& context, const AliasBook* aliases);

  RankedQuery plan(const std::string& text, TextField field);

 private:
  RankedQuery combined(FreeText parts, std::size_t first_leaf);

  PlanContext& context_;
  AliasPlanner aliases_;
  StoredFields stored_;
};

// A word that must (or must not) be there: in any inflection, but as a word, not by its bigrams.
Xapian::Query plan_word(PlanContext& context, const std::string& text, TextField field);

// Well-formed source ids in `text` ask for the passages that cite or list them; they become blanks
// there.
void take_source_ids(PlanContext& context, std::string& text, TermParts& parts);

}  // namespace ibid
