// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs of query words that are names -> leaves for their aliases: names in the other language, or
// whatever the editor's file says.
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

// Suffixes that a Korean name can take without changing its sense: 러시아군, 미국인, 중국산,
// 시진핑식. Owner: the program.
std::span<const std::string_view> korean_name_suffixes();

class AliasPlanner {
 public:
  // `book`: null to take words as typed. Both are borrowed for the object's lifetime.
  AliasPlanner(PlanContext& context, const AliasBook* book) : context_(context), book_(book) {}

  // Adds a leaf for each run of words of `analysis` (of `text`) that has aliases; the longest run
  // wins, and runs do not overlap. All aliases of a run score as a single term: 미국 is as rare as
  // United States, US and America together. An alias that is in `text` itself, or that an earlier
  // run has, is left out.
  void add_leaves(const Analysis& analysis, std::string_view text, FreeText& parts);

 private:
  struct Run {
    std::size_t words = 0;
    std::vector<std::string> names;
  };

  Run longest_run(const Analysis& analysis, std::size_t first) const;
  // The most passages that can hold all words of the run.
  Xapian::doccount frequency(const Analysis& analysis, std::size_t first, std::size_t count) const;
  void add_leaf(std::string_view typed, Xapian::doccount typed_frequency,
                const std::vector<std::string>& names, FreeText& parts);
  double weight(Xapian::doccount typed_frequency) const;
  // The terms, or the words, by which a name is found in bodies; empty if the index has none. Adds
  // the terms by which it is found in headings.
  PhrasePositions one_word(const Analysis& name, PositionTerms& headings);
  PhrasePositions several_words(const Analysis& name);

  PlanContext& context_;
  const AliasBook* book_;
  Xapian::doccount names_frequency_ = 0;  // of all names of the current run together, at most
};

}  // namespace ibid
