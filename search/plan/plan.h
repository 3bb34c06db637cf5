// SPDX-License-Identifier: GPL-2.0-or-later
//
// A query planned for one state of the index: what matches, what scores, what is highlighted and
// which notices the user gets. Plain values, made by the planner.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "search/match/near_words.h"
#include "search/match/ranked_words.h"
#include "search/passages/hit.h"

namespace ibid {

// A part of the query that scores by itself; the leaves that match a passage add up to its score.
struct PlanLeaf {
  Xapian::Query query;     // scaled by its weight
  Xapian::Query guard;     // counts only in passages that also match this; empty: counts in all
  std::string query_word;  // as typed
  std::string term;        // for people, without prefixes
  std::string form;        // see TermMatch::form
};

// A query word to highlight: matches any form of a text's word that is one of `terms`, or a run of
// adjacent bigrams that spells `bigrams`.
struct HighlightWord {
  std::vector<std::string> terms;    // as in the index, of the body
  std::vector<std::string> bigrams;  // as in the index
};

// Adjacent words to highlight, each given by the surface forms that it may have.
struct HighlightPhrase {
  std::vector<std::vector<std::string>> words;
};

// An alias of words of the query; `query` matches the passages that hold it.
struct PlanAlias {
  Xapian::Query query;
  std::string query_word;  // as typed
  std::string name;        // as the glossary, file or table writes it
  AliasKind kind = AliasKind::kName;
};

struct QueryPlan {
  Xapian::Query query;  // empty: matches nothing
  // Matches and scores the same, if `query` is only words or a phrase; else null.
  std::shared_ptr<const RankedWords> ranked;
  NearWords near;  // the words of the query, if it has Korean ones, for the order of the best hits
  // Whether they do not count in English passages: a query without a Latin word has only names
  // there.
  bool near_only_korean = true;
  std::vector<PlanLeaf> leaves;
  std::vector<PlanAlias> aliases;  // that the index holds
  std::vector<HighlightWord> words;
  std::vector<HighlightPhrase> phrases;
  std::vector<std::string> notices;  // what was limited or cannot match, a sentence each
};

}  // namespace ibid
