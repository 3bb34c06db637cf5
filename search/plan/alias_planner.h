// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs of query words that are names -> leaves for their names in the other language, or whatever
// the editor's file says. Names Xapian: search internals only.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/plan/free_text.h"
#include "search/plan/phrase.h"
#include "search/plan/plan_context.h"
#include "search/words/alias_book.h"

namespace ibid {

// What is written on to a Korean name and keeps its sense: 러시아군, 미국인, 중국산, 시진핑식.
// Lender: the program.
std::span<const std::string_view> korean_name_suffixes();

class AliasPlanner {
 public:
  // `book`: null where words are to be taken as typed. Both are lent for the object's life.
  AliasPlanner(PlanContext& context, const AliasBook* book) : context_(context), book_(book) {}

  // Adds a leaf for each run of words of `analysis` (of `text`) that has other names; the longest
  // run wins, and runs do not overlap. All names of one run are one term to the scoring: 미국 is as
  // rare as United States, US, America are together. A name that `text` holds itself, or that an
  // earlier run has, is left out.
  void add_leaves(const Analysis& analysis, std::string_view text, FreeText& parts);

 private:
  struct Run {
    std::size_t words = 0;
    std::vector<std::string> names;
  };

  Run longest_run(const Analysis& analysis, std::size_t first) const;
  // How many passages may hold all words of the run.
  Xapian::doccount frequency(const Analysis& analysis, std::size_t first, std::size_t count) const;
  void add_leaf(std::string_view typed, Xapian::doccount typed_frequency,
                const std::vector<std::string>& names, FreeText& parts);
  double weight(Xapian::doccount typed_frequency) const;
  // The terms, or the words, that a name is found by in bodies; empty: the index has none. Adds the
  // terms that it is found by in headings.
  PhrasePositions one_word(const Analysis& name, PositionTerms& headings);
  PhrasePositions several_words(const Analysis& name);

  PlanContext& context_;
  const AliasBook* book_;
  Xapian::doccount names_frequency_ = 0;  // of all names of the run at hand, at most
};

}  // namespace ibid
