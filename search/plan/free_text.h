// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of a query while they are planned, in two forms: for Xapian's matcher, which explains
// single hits, and for RankedWords, which finds them.
#pragma once

#include <utility>
#include <vector>

#include "search/match/ranked_words.h"
#include "search/plan/plan_context.h"

namespace ibid {

// Terms that score. `queries`: the same terms for Xapian.
struct TermParts {
  XapianQueries queries;
  std::vector<RankedTerm> terms;

  void add(Xapian::Query query, RankedTerm term) {
    queries.push_back(std::move(query));
    terms.push_back(std::move(term));
  }
};

struct FreeText {
  TermParts words;
  std::vector<RankedPhrase> pairs;
  std::vector<RankedAliases> names;  // in other languages
  std::vector<std::vector<std::string>> all_words;
  XapianQueries together;    // pairs, names and all words, for Xapian
  TermParts boosts, titles;  // only raise passages that match by something else

  // Everything by which a passage may match, for Xapian.
  XapianQueries queries() const {
    XapianQueries all = words.queries;
    all.insert(all.end(), together.begin(), together.end());
    return all;
  }
};

}  // namespace ibid
