// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs of query words that are names -> leaves for their other names: those in the other language,
// those of the same language, other spellings, and whatever the editor's file says.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/names/name_finder.h"
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

  // Adds a leaf for each run of words of `analysis` (of `text`) that has other names (NameFinder),
  // and for each way in which they are related to it. All aliases of a run score as a single term:
  // 미국 is as rare as United States, US and America together.
  void add_leaves(const Analysis& analysis, std::string_view text, FreeText& parts);

 private:
  // Names that score as a single term.
  struct Names {
    std::vector<std::string> texts;
    const char* form = "alias";  // see TermMatch::form
    double weight = 1;
    bool exact = false;  // Latin ones as they are written, not their stems
  };

  // The names by which a leaf finds bodies and headings.
  struct Found {
    std::vector<PhrasePositions> bodies;
    std::vector<PhrasePositions> doubtful;  // may be other words: 인도
    PositionTerms headings;
    std::string shown;
  };

  struct Leaf {
    std::string_view typed, shown;
    const char* form;
    double weight;
  };

  // The most passages that can hold all words of the run.
  Xapian::doccount frequency(const Analysis& analysis, std::size_t first, std::size_t count) const;
  void add_leaf(std::string_view typed, Xapian::doccount typed_frequency, const Names& names,
                FreeText& parts);
  void add_bodies(std::vector<PhrasePositions> bodies, const Leaf& leaf, FreeText& parts);
  void add_headings(const PositionTerms& headings, const Leaf& leaf, FreeText& parts);
  double scale(Xapian::doccount typed_frequency) const;
  // Add the terms, or the words, by which a name is found in bodies and headings. Return queries of
  // which each passage that holds the name matches one; none if the index does not have it.
  XapianQueries one_word(const Analysis& name, Found& found, bool exact);
  XapianQueries several_words(const Analysis& name, Found& found);

  PlanContext& context_;
  const AliasBook* book_;
  Xapian::doccount names_frequency_ = 0;  // of all names of the current run together, at most
};

}  // namespace ibid
