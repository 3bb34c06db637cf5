// SPDX-License-Identifier: GPL-2.0-or-later
//
// Queries of words, of which a passage may match any, and each adds to its score: most queries.
// Xapian's matcher takes about fifty nanoseconds a posting for them, this one five: it reads the
// lists by windows of documents (index_postings.h) and adds up scores in an array, like Lucene's
// BooleanScorer.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "search/index/index_view.h"
#include "search/match/phrase_matcher.h"

namespace ibid {

// A term of the index; occurs once in a list of them. Scores by BM25, times `weight`.
struct RankedTerm {
  std::string term;
  double weight = 1;
  std::string unless;  // does not count in passages that have this term; empty: counts in all
};

// Words one after another, each any of some terms, the last one less than `window` words after the
// first. Scores the sum of those terms that a passage has, times `weight`.
struct RankedPhrase {
  PhrasePositions positions;
  std::uint32_t window = 0;  // at least positions.size()
  double weight = 1;
};

// Names that score as a single term, as under an OP_SYNONYM. Each is adjacent words, given by the
// terms that may occur at each position. Scores by how often they occur, times `weight`.
struct RankedAliases {
  std::vector<PhrasePositions> names;
  double weight = 1;
};

struct RankedWords {
  std::vector<RankedTerm> terms;
  std::vector<RankedPhrase> phrases;
  std::vector<RankedAliases> names;
  // Passages with a term of each of these words score all_words_score more. Empty: none do.
  std::vector<std::vector<std::string>> all_words;
  double all_words_score = 0;
  // Terms that only raise the score of passages that match one of the above.
  std::vector<RankedTerm> boosts;
};

// Matches and scores like an OP_OR of all these, with an OP_AND_MAYBE of the boosts. All terms must
// be in the index. Needs `index.postings`.
Xapian::Query ranked_query(const IndexView& index, std::shared_ptr<const RankedWords> words);

}  // namespace ibid
