// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words of a query -> Xapian queries over their forms. Names Xapian: search internals only.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/alias_planner.h"
#include "search/free_text.h"
#include "search/plan_context.h"

namespace ibid {

class WordPlanner {
 public:
  // `aliases`: null where words are to be taken as typed. Lent for the object's life.
  WordPlanner(PlanContext& context, const AliasBook* aliases);

  // Ranked: every form of every word adds what it is worth.
  RankedQuery free_text(const std::string& text, TextField field);

  // A word that must (or must not) be there: in any inflection, but as a word, not by its bigrams.
  Xapian::Query strict(const std::string& text, TextField field);

 private:
  using Seen = std::map<std::string, int>;

  bool has_field(TextField field) const;
  void source_ids_of(std::string& text, XapianQueries& queries, std::vector<RankedTerm>& terms);
  void word_leaves(const Analysis& analysis, const Word& word, std::string_view typed,
                   TextField field, bool all_stop, FreeText& parts);
  bool is_frequent(const std::string& term) const;
  void title_leaves(const Analysis& analysis, const Word& word, std::string_view typed,
                    TextField field, TermParts& titles);
  void add_term(TextField field, FormKind kind, std::string_view text, double weight,
                std::string_view typed, const std::string& form, TermParts& to);
  void spaced_designator(const Analysis& analysis, std::size_t w, TextField field, TermParts& to);
  void pair_leaf(const Analysis& analysis, std::size_t w, std::string_view query, TextField field,
                 FreeText& text);
  void all_words_leaf(const Analysis& analysis, std::string_view query, TextField field,
                      FreeText& text);
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
