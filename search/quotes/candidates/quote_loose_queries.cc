// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/quotes/candidates/quote_loose_queries.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>

#include "indexer/analysis/term.h"
#include "indexer/analysis/unanalyzed.h"
#include "search/match/ranking.h"

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
  std::uint32_t having = 0;  // passages
};

std::vector<Telling> known_terms(const Analysis& analysis, const IndexView& index) {
  const double passages = index.database.get_doccount();
  std::map<std::string, Telling> found;
  for (const Word& word : analysis.words) {
    if (word.weightiness == Weightiness::kStop) continue;
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      if (form->kind != FormKind::kStem && form->kind != FormKind::kLemma) continue;
      const std::string term = form_term(TextField::kBody, form->kind, analysis.text(*form));
      if (found.contains(term)) continue;
      const std::uint32_t having = frequency(index, term);
      if (having == 0) continue;
      const double worth = word.weightiness == Weightiness::kCommon ? kCommonWord : 1.0;
      found[term] = {term, worth * std::log(1.0 + passages / having), worth, having};
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

std::vector<RankedTerm> telling_terms(std::string_view quotation, const IndexView& index,
                                      Analyzer& analyzer) {
  Analysis analysis;
  analyzer.analyze(quotation, unanalyzed_ranges(quotation), analysis);
  std::vector<Telling> terms = known_terms(analysis, index);
  // Frequent words only if there are too few others.
  const Xapian::doccount most =
      std::max<Xapian::doccount>(index.database.get_doccount() / kTellingShare, kFewPostings);
  const auto frequent = std::stable_partition(terms.begin(), terms.end(),
                                              [&](const Telling& t) { return t.having <= most; });
  constexpr std::ptrdiff_t kEnough = 3;
  if (frequent - terms.begin() >= kEnough) terms.erase(frequent, terms.end());
  if (terms.size() > kLikenessTerms) terms.resize(kLikenessTerms);
  std::vector<RankedTerm> ranked;
  for (Telling& t : terms) ranked.push_back({std::move(t.term), t.worth, {}});
  return ranked;
}

std::vector<WantedPhrases> one_word_off(const std::vector<QuoteWord>& words,
                                        const IndexView& index) {
  std::vector<WantedPhrases> choices;
  if (words.size() < 3 || words.size() > kMostWordsOneOff) return choices;
  for (std::size_t off = 0; off < words.size(); ++off) {
    const WantedPhrases before = quote_phrases(words, 0, off, index);
    const WantedPhrases after = quote_phrases(words, off + 1, words.size(), index);
    if (before.empty() != (off == 0) || after.empty() != (off + 1 == words.size())) continue;
    WantedPhrases& both = choices.emplace_back(before);
    both.insert(both.end(), after.begin(), after.end());
  }
  return choices;
}

}  // namespace ibid
