// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/quote_loose_queries.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "indexer/analysis/term.h"
#include "indexer/analysis/unanalyzed.h"
#include "search/match/ranking.h"
#include "search/plan/plan_context.h"
#include "search/words/expand_words.h"

namespace ibid {
namespace {

// The number of words that search for the nearest passage.
constexpr std::size_t kLikenessTerms = 14;
// Words in more than one of so many passages tell little and cost much.
constexpr Xapian::doccount kTellingShare = 8;

struct Telling {
  std::string term;
  double weight = 0;  // rarity times worth
  double worth = 1;
};

std::vector<Telling> telling_terms(const Analysis& analysis, const Xapian::Database& database) {
  const double passages = database.get_doccount();
  std::map<std::string, Telling> found;
  for (const Word& word : analysis.words) {
    if (word.weightiness == Weightiness::kStop) continue;
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      if (form->kind != FormKind::kStem && form->kind != FormKind::kLemma) continue;
      const std::string term = form_term(TextField::kBody, form->kind, analysis.text(*form));
      const double having = database.get_termfreq(term);
      if (having == 0 || found.contains(term)) continue;
      const double worth = word.weightiness == Weightiness::kCommon ? kCommonWord : 1.0;
      found[term] = {term, worth * std::log(1.0 + passages / having), worth};
    }
  }
  std::vector<Telling> terms;
  for (auto& [term, telling] : found) terms.push_back(std::move(telling));
  std::sort(terms.begin(), terms.end(), [](const Telling& a, const Telling& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  return terms;
}

}  // namespace

Xapian::Query likeness_query(std::string_view quotation, const Xapian::Database& database,
                             Analyzer& analyzer) {
  Analysis analysis;
  analyzer.analyze(quotation, unanalyzed_ranges(quotation), analysis);
  std::vector<Telling> terms = telling_terms(analysis, database);
  // Frequent words only if there are too few others.
  const Xapian::doccount most =
      std::max<Xapian::doccount>(database.get_doccount() / kTellingShare, kFewPostings);
  const auto frequent = std::stable_partition(terms.begin(), terms.end(), [&](const Telling& t) {
    return database.get_termfreq(t.term) <= most;
  });
  constexpr std::ptrdiff_t kEnough = 3;
  if (frequent - terms.begin() >= kEnough) terms.erase(frequent, terms.end());
  if (terms.size() > kLikenessTerms) terms.resize(kLikenessTerms);
  XapianQueries queries;
  for (const Telling& t : terms) queries.push_back(scaled(Xapian::Query(t.term), t.worth));
  return queries.empty() ? Xapian::Query() : combine(XapianOp::OP_OR, queries);
}

Xapian::Query all_words_query(const std::vector<QuoteWord>& words) {
  if (words.size() < 2) return {};
  XapianQueries all;
  for (const QuoteWord& word : words) all.push_back(any_term(XapianOp::OP_OR, word.terms));
  return combine(XapianOp::OP_AND, all);
}

Xapian::Query one_word_off_query(const std::vector<QuoteWord>& words, const IndexView& index) {
  if (words.size() < 3 || words.size() > kMostWordsOneOff) return {};
  XapianQueries any;
  for (std::size_t off = 0; off < words.size(); ++off) {
    XapianQueries sides;
    if (off > 0) sides.push_back(quote_query(words, 0, off, index));
    if (off + 1 < words.size()) sides.push_back(quote_query(words, off + 1, words.size(), index));
    const bool known =
        std::none_of(sides.begin(), sides.end(), [](const auto& side) { return side.empty(); });
    if (known) any.push_back(combine(XapianOp::OP_AND, sides));
  }
  return any.empty() ? Xapian::Query() : combine(XapianOp::OP_OR, any);
}

}  // namespace ibid
