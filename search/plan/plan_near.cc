// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of a query whose nearness counts.
#include <algorithm>
#include <limits>

#include "corpus/text/code_points.h"
#include "corpus/text/utf32.h"
#include "search/match/bm25.h"
#include "search/match/ranking.h"
#include "search/plan/plan_words.h"

namespace ibid {
namespace {

// How rare a term is, as BM25 weighs it.
double rarity(const PlanContext& context, const Bm25& bm25, const std::string& term) {
  const Xapian::doccount having = context.frequency(term);
  return having == 0 ? 0 : bm25.term_weight(having) / (kBm25K1 + 1);
}

NearWord near_word(const PlanContext& context, const Bm25& bm25, const Analysis& analysis,
                   const Word& word) {
  NearWord near;
  double of_bigrams = 0;
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
    const std::string term = form_term(TextField::kBody, form->kind, analysis.text(*form));
    const double rare = rarity(context, bm25, term);
    switch (form->kind) {
      case FormKind::kStem:
      case FormKind::kLemma:
      case FormKind::kJoined:
        near.weight = std::max(near.weight, rare);
        [[fallthrough]];
      case FormKind::kSurface:
        near.names.push_back({to_utf32(analysis.text(*form))});
        break;
      case FormKind::kBigram: {
        of_bigrams = std::max(of_bigrams, rare);
        const std::u32string two = to_utf32(analysis.text(*form));
        if (two.size() != 2) break;
        const std::uint64_t key = bigram_key(two[0], two[1]);
        if (std::find(near.bigrams.begin(), near.bigrams.end(), key) == near.bigrams.end()) {
          near.bigrams.push_back(key);
        }
        break;
      }
      case FormKind::kVerb:
      case FormKind::kPart:
      case FormKind::kGram:
      case FormKind::kDesignator:
        break;
    }
  }
  if (near.weight == 0) near.weight = of_bigrams;
  if (!near.bigrams.empty()) near.names.clear();  // they meet what these would
  return near;
}

char32_t next_char(std::string_view text) {
  std::size_t at = 0;
  return next_code_point(text, at);
}

// Such figures are met by their values, however they are written: 1만 1천, $5.4bn.
bool is_in_scaled_quantity(const TextOfWords& around, const Word& word) {
  return std::any_of(around.quantities.begin(), around.quantities.end(),
                     [&](const Quantity& quantity) {
                       return quantity.scaled && quantity.range.begin <= word.begin &&
                              word.begin < quantity.range.end;
                     });
}

}  // namespace

void add_near_words(PlanContext& context, const Analysis& analysis, std::string_view text,
                    const TextOfWords& around, std::size_t first_alias) {
  const auto& words = analysis.words;
  const bool korean =
      std::any_of(words.begin(), words.end(), [](const Word& word) { return word.hangul; });
  if (!korean) return;
  const Bm25 bm25(context.index);
  NearWords& near = context.plan.near;
  std::vector<std::string_view> typed;  // of those that are added
  const std::size_t before = near.size();
  for (const Word& word : words) {
    if (word.weightiness == Weightiness::kStop || is_in_scaled_quantity(around, word)) continue;
    const char32_t first = next_char(analysis.surface(word));
    if (is_latin(first)) context.plan.near_only_korean = false;
    NearWord made = near_word(context, bm25, analysis, word);
    made.weight *= word_worth(analysis, word, around);
    if (made.weight == 0) continue;
    near.push_back(std::move(made));
    typed.push_back(text.substr(word.begin, word.end - word.begin));
  }
  // A name in the other language meets the first word of the run that has it.
  const auto& aliases = context.plan.aliases;
  for (std::size_t a = first_alias; a < aliases.size(); ++a) {
    for (std::size_t w = 0; w < typed.size(); ++w) {
      if (aliases[a].query_word.find(typed[w]) == std::string::npos) continue;
      near[before + w].names.push_back(near_texts(aliases[a].name));
      break;
    }
  }
  if (near.size() > kMostNearQueryWords) {
    std::stable_sort(near.begin(), near.end(),
                     [](const NearWord& a, const NearWord& b) { return a.weight > b.weight; });
    near.resize(kMostNearQueryWords);
  }
}

}  // namespace ibid
