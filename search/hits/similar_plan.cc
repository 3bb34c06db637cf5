// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/similar_plan.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "corpus/text/code_points.h"
#include "indexer/analysis/term.h"
#include "indexer/analysis/unanalyzed.h"
#include "search/match/ranking.h"
#include "search/plan/plan_context.h"

namespace ibid {
namespace {

// A word of the passage that other passages may have.
struct Candidate {
  std::string term;   // as in the index
  std::string shown;  // its text, for people
  std::string typed;  // as first written in the passage
  double worth = 0;   // what the word is worth in any query
  double repeats = 0;
  double telling = 0;  // worth, with rarity and repeats
};

bool is_number(const Analysis& analysis, const Word& word) {
  return is_ascii_digit(analysis.surface(word)[0]);
}

// 년 of 2024년, 억 of 54억: a unit attached to the number before it.
bool is_unit(const Analysis& analysis, const Word& word) {
  if (!word.hangul || &word == analysis.words.data()) return false;
  const Word& before = *(&word - 1);
  return before.end == word.begin && is_number(analysis, before);
}

double worth_of(const Analysis& analysis, const Word& word, const Form& form) {
  double worth = word.weightiness == Weightiness::kCommon ? kCommonWord : 1.0;
  if (form.kind == FormKind::kDesignator) return worth * kSimilarDesignator;
  if (is_number(analysis, word) || is_unit(analysis, word)) worth *= kSimilarNumber;
  return worth;
}

std::map<std::string, Candidate> candidates_of(std::string_view text, const Analysis& analysis) {
  std::map<std::string, Candidate> found;
  for (const Word& word : analysis.words) {
    if (word.weightiness == Weightiness::kStop) continue;
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      const bool telling = form->kind == FormKind::kStem || form->kind == FormKind::kLemma ||
                           form->kind == FormKind::kDesignator;
      const bool part = word.in_designator && form->kind != FormKind::kDesignator;  // S, 400
      if (!telling || part) continue;
      const std::string term = form_term(TextField::kBody, form->kind, analysis.text(*form));
      Candidate& candidate = found[term];
      if (candidate.term.empty()) {
        candidate.term = term;
        candidate.shown = analysis.text(*form);
        const std::uint32_t end = std::max(form->end, word.end);  // a designator is several words
        candidate.typed = text.substr(word.begin, end - word.begin);
        candidate.worth = worth_of(analysis, word, *form);
      }
      ++candidate.repeats;
    }
  }
  return found;
}

// BM25's two factors: rarity (never below zero), and repeats that saturate.
double telling_of(const Candidate& candidate, double passages, double having) {
  const double rarity = std::log(1.0 + (passages - having + 0.5) / (having + 0.5));
  return candidate.worth * rarity * candidate.repeats / (candidate.repeats + kBm25K1);
}

std::set<std::string> triples_of(std::string_view text, Analyzer& analyzer) {
  Analysis analysis;
  analyzer.analyze(text, unanalyzed_ranges(text), analysis);
  std::vector<std::string> words;
  for (const Word& word : analysis.words) words.emplace_back(analysis.surface(word));
  std::set<std::string> triples;
  constexpr std::size_t kTripleWords = 3;
  for (std::size_t i = 0; i == 0 || i + kTripleWords <= words.size(); ++i) {
    std::string triple;
    for (std::size_t k = i; k < std::min(i + kTripleWords, words.size()); ++k)
      triple += words[k] + ' ';
    if (!triple.empty()) triples.insert(triple);
  }
  return triples;
}

}  // namespace

QueryPlan plan_similar(std::string_view text, const IndexView& index, Analyzer& analyzer) {
  Analysis analysis;
  analyzer.analyze(text, unanalyzed_ranges(text), analysis);
  std::vector<Candidate> words;
  for (auto& [term, candidate] : candidates_of(text, analysis)) {
    const Xapian::doccount having = frequency(index, term);
    if (having < 2) continue;
    candidate.telling = telling_of(candidate, statistics(index).documents(), having);
    words.push_back(std::move(candidate));
  }
  std::sort(words.begin(), words.end(), [](const Candidate& a, const Candidate& b) {
    return a.telling != b.telling ? a.telling > b.telling : a.term < b.term;
  });
  if (words.size() > kSimilarTerms) words.resize(kSimilarTerms);
  PlanContext context(index, analyzer);
  XapianQueries queries;
  for (const Candidate& word : words) {
    // Repeats count as they do in a query.
    const double weight = word.worth * (1 + std::log(word.repeats));
    queries.push_back(
        context.leaf(Xapian::Query(word.term), weight, word.typed, word.shown, "similar"));
    context.plan.words.push_back({{word.term}, {}});
  }
  if (!queries.empty()) context.plan.query = combine(XapianOp::OP_OR, queries);
  return std::move(context.plan);
}

double shared_triples(std::string_view a, std::string_view b, Analyzer& analyzer) {
  const std::set<std::string> of_a = triples_of(a, analyzer);
  const std::set<std::string> of_b = triples_of(b, analyzer);
  const std::size_t fewer = std::min(of_a.size(), of_b.size());
  if (fewer == 0) return 0;
  const auto both = std::count_if(of_a.begin(), of_a.end(),
                                  [&](const std::string& t) { return of_b.contains(t); });
  return static_cast<double>(both) / static_cast<double>(fewer);
}

}  // namespace ibid
