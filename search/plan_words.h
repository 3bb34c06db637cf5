// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words of a query -> Xapian queries over their forms. Names Xapian: search internals only.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "search/alias_planner.h"
#include "search/plan_context.h"

namespace ibid {

class WordPlanner {
 public:
  // `aliases`: null where words are to be taken as typed. Lent for the object's life.
  WordPlanner(PlanContext& context, const AliasBook* aliases);

  // Ranked: every form of every word adds what it is worth. Empty where the index knows none of
  // them.
  Xapian::Query free_text(const std::string& text, TextField field);

  // A word that must (or must not) be there: in any inflection, but as a word, not by its bigrams.
  Xapian::Query strict(const std::string& text, TextField field);

 private:
  using Seen = std::map<std::string, int>;

  bool has_field(TextField field) const;
  void source_ids_of(std::string& text, XapianQueries& queries);
  void word_leaves(const Analysis& analysis, const Word& word, std::string_view typed,
                   TextField field, bool all_stop, XapianQueries& queries, XapianQueries& boosts);
  bool is_frequent(const std::string& term) const;
  void title_leaves(const Analysis& analysis, const Word& word, std::string_view typed,
                    TextField field, XapianQueries& titles);
  void add_term(TextField field, FormKind kind, std::string_view text, double weight,
                std::string_view typed, const std::string& form, XapianQueries& queries);
  void spaced_designator(const Analysis& analysis, std::size_t w, TextField field,
                         XapianQueries& queries);
  void pair_leaf(const Analysis& analysis, std::size_t w, std::string_view query, TextField field,
                 XapianQueries& queries);
  void all_words_leaf(const Analysis& analysis, const std::string& text, TextField field,
                      XapianQueries& queries);
  void highlight(const Analysis& analysis, const Word& word);
  Xapian::Query strict_word(const Analysis& analysis, const Word& word, const std::string& typed,
                            TextField field);
  void compounds(const Analysis& analysis, const Word& word, const std::string& typed,
                 TextField field, XapianQueries& queries, HighlightWord& highlight);

  PlanContext& context_;
  AliasPlanner aliases_;
  bool has_headings_, has_titles_;
  double worth_ = 1;  // of the word at hand
  Seen seen_;         // terms of the free text at hand: none scores twice
};

}  // namespace ibid
