// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words of a query -> Xapian queries over their forms.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>

#include "indexer/analysis/term.h"
#include "search/plan/alias_planner.h"
#include "search/plan/free_text.h"
#include "search/plan/plan_context.h"
#include "search/plan/word_weights.h"
#include "search/words/alias_book.h"

namespace ibid {

// The fields, besides bodies, in which passages of the index have words.
struct StoredFields {
  bool headings = false, titles = false;
};

// Words of which any may match: every form of every word adds its weight.
class FreeTextPlanner {
 public:
  // `aliases`: null to take words as typed, misspellings too. Both are borrowed for the object's
  // lifetime.
  FreeTextPlanner(PlanContext& context, const AliasBook* aliases);

  RankedQuery plan(const std::string& text, TextField field);

 private:
  RankedQuery combined(FreeText parts, std::size_t first_leaf);

  PlanContext& context_;
  AliasPlanner aliases_;
  bool spellings_;  // whether words may be misspelt
  StoredFields stored_;
};

// Adds the words of a text that are no stop words to the plan's, if one of them is Korean. Aliases
// of the plan from number `first_alias` on are of this text.
void add_near_words(PlanContext& context, const Analysis& analysis, std::string_view text,
                    const TextOfWords& around, std::size_t first_alias);

// A word that must (or must not) occur: in any inflection, but as a word, not by its bigrams.
Xapian::Query plan_word(PlanContext& context, const std::string& text, TextField field);

// Well-formed source ids in `text` ask for the passages that cite or list them. Replaces them in
// `text` by spaces.
void take_source_ids(PlanContext& context, std::string& text, TermParts& parts);

}  // namespace ibid
