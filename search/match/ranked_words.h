// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words of a query that any passage may match, each adding what it is worth: what most queries are.
// Xapian's matcher takes some fifty nanoseconds a posting for them, this one five: it goes over
// the lists window by window of documents (index_postings.h) and adds up scores in an array, as the
// BooleanScorer of Lucene does. Names Xapian: search internals only.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "search/index/index_view.h"
#include "search/match/phrase_matcher.h"

namespace ibid {

// A term of the index, once in a list of them. Scores by BM25, times `weight`.
struct RankedTerm {
  std::string term;
  double weight = 1;
  std::string unless;  // does not count in passages that have this; empty: in all
};

// Words one after the other, each any of some terms, the last less than `window` words behind the
// first. Scores as all those terms do that a passage has, times `weight`.
struct RankedPhrase {
  PhrasePositions places;
  std::uint32_t window = 0;  // as many as there are places at least
  double weight = 1;
};

// Names that are one term to the scoring, as under an OP_SYNONYM: each is words side by side, for
// each word the terms that may stand there. Scores as often as they come, times `weight`.
struct RankedAliases {
  std::vector<PhrasePositions> names;
  double weight = 1;
};

struct RankedWords {
  std::vector<RankedTerm> terms;
  std::vector<RankedPhrase> phrases;
  std::vector<RankedAliases> names;
  // Passages with a term of each of these words score so much more. Empty: none do.
  std::vector<std::vector<std::string>> all_words;
  double all_words_score = 0;
  // What only raises passages that match by something of the above.
  std::vector<RankedTerm> boosts;
};

// Matches and scores as an OP_OR of all its parts would, and an OP_AND_MAYBE of the boosts. All
// terms are in the index. Needs `index.postings`.
Xapian::Query ranked_query(const IndexView& index, std::shared_ptr<const RankedWords> words);

}  // namespace ibid
