// SPDX-License-Identifier: GPL-2.0-or-later
//
// Query tree + analyzer + vocabulary -> Xapian::Query, with what highlights and explanations need.
// Names Xapian: for the search internals only.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analyzer.h"
#include "search/alias_book.h"
#include "search/index_view.h"
#include "search/query.h"
#include "search/ranked_words.h"

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

// Throws QueryError for what parses but cannot be run. May throw Xapian::Error; callers translate.
// `query` is the text that `root` was parsed from: errors tell columns in it. `aliases`: null to
// take words as typed.
QueryPlan plan_query(const QueryNode& root, std::string_view query, const IndexView& index,
                     Analyzer& analyzer, const AliasBook* aliases);

}  // namespace ibid
