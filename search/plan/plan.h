// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a query comes to over one state of the index: what matches, what scores, what is
// highlighted and what the user is told. Plain values, made by the planner. Names Xapian: search
// internals only.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "search/match/ranked_words.h"

namespace ibid {

// A part of the query that scores by itself; the leaves that match a passage add up to its score.
struct PlanLeaf {
  Xapian::Query query;     // scaled by its weight
  Xapian::Query guard;     // counts only in passages that match this too; empty: in all
  std::string query_word;  // as typed
  std::string term;        // for people, without prefixes
  std::string form;        // see TermMatch::form
};

// A query word as highlights look for it: any form of a text's word that is one of `terms`, or a
// run of adjacent bigrams that spells `bigrams`.
struct HighlightWord {
  std::vector<std::string> terms;    // as in the index, of the body
  std::vector<std::string> bigrams;  // as in the index
};

// Adjacent words, each given by the surface forms it may have.
struct HighlightPhrase {
  std::vector<std::vector<std::string>> words;
};

// One other name of words of the query; `query` matches the passages that hold it.
struct PlanAlias {
  Xapian::Query query;
  std::string query_word;  // as typed
  std::string name;        // as the glossary, file or table writes it
};

struct QueryPlan {
  Xapian::Query query;  // empty: matches nothing
  // Matches and scores the same, where `query` is words or a phrase and nothing else; else null.
  std::shared_ptr<const RankedWords> ranked;
  std::vector<PlanLeaf> leaves;
  std::vector<PlanAlias> aliases;  // those the index holds
  std::vector<HighlightWord> words;
  std::vector<HighlightPhrase> phrases;
  std::vector<std::string> notices;  // what was bounded or cannot match, a sentence each
};

}  // namespace ibid
