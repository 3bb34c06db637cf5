// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the parts of the planner share: the index's vocabulary, the analyzer, and the plan while it
// is made.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/term.h"
#include "search/index/index_view.h"
#include "search/match/ranked_words.h"
#include "search/plan/plan.h"
#include "search/words/expand_words.h"

namespace ibid {

using XapianOp = Xapian::Query::op;
using XapianQueries = std::vector<Xapian::Query>;

// A single query as it is; several under `op`.
Xapian::Query combine(XapianOp op, const XapianQueries& queries);
Xapian::Query any_term(XapianOp op, const std::vector<std::string>& terms);
Xapian::Query scaled(const Xapian::Query& query, double weight);
Xapian::Query everything();  // all passages, scoring nothing

// Words or a phrase, planned in two forms.
struct RankedQuery {
  Xapian::Query query;  // empty: the index has none of the words
  // Matches and scores the same without Xapian's matcher; null if that is not possible.
  std::shared_ptr<const RankedWords> words;
};

class PlanContext {
 public:
  // Both are borrowed for the object's lifetime.
  PlanContext(const IndexView& searched, Analyzer& text_analyzer)
      : index(searched), statistics(ibid::statistics(searched)), analyzer(text_analyzer) {}

  // Adds a part of the query that scores; returns it scaled, ready to be combined.
  Xapian::Query leaf(const Xapian::Query& part, double weight, std::string_view query_word,
                     std::string_view term, const std::string& form);

  // Needs `index.postings`.
  RankedQuery ranked(RankedWords words) const;

  // How many passages have a term of the index, and whether any has it.
  Xapian::doccount frequency(const std::string& term) const { return ibid::frequency(index, term); }
  bool has(const std::string& term) const { return frequency(term) != 0; }

  // Makes all leaves from number `first` on count only where `guard` matches.
  void guard_leaves(std::size_t first, const Xapian::Query& guard);

  // Add a notice if an expansion was cut, or for a text without words.
  void note_if_cut(const std::string& what, const Expansion& expansion);
  void note_no_word(const std::string& text);

  const IndexView& index;
  Statistics& statistics;  // of the index
  Analyzer& analyzer;
  QueryPlan plan;
};

const char* field_name(TextField field);  // "heading", "title", "entity"; "" for the body

}  // namespace ibid
