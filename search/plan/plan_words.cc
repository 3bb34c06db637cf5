// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/plan_words.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "corpus/report/source_id.h"
#include "indexer/schema.h"
#include "search/match/ranking.h"
#include "search/plan/phrase.h"
#include "search/plan/plan_positions.h"
#include "search/plan/plan_quantities.h"
#include "search/plan/word_weights.h"
#include "search/words/respaced.h"

namespace ibid {
namespace {

// A separate word, matched by all of its forms that are words.
class StrictWord {
 public:
  // `analysis`: of `typed`, which has one word. All are borrowed for the object's lifetime.
  StrictWord(PlanContext& context, const Analysis& analysis, const std::string& typed,
             TextField field)
      : context_(context),
        analysis_(analysis),
        word_(analysis.words.front()),
        typed_(typed),
        field_(field) {}

  Xapian::Query query() {
    add_forms();
    if (word_.hangul) {
      add_compounds();
      add_spaced();
    }
    if (field_ == TextField::kBody) context_.plan.words.push_back(std::move(marked_));
    return combine(XapianOp::OP_OR, queries_);
  }

 private:
  void add_forms() {
    for (const Form* form = analysis_.begin_of(word_); form != analysis_.end_of(word_); ++form) {
      const std::string_view text = analysis_.text(*form);
      // Every Korean word that has two syllables side by side has their bigram.
      if (form->kind == FormKind::kGram) continue;
      const bool whole = form->kind != FormKind::kBigram || text == stem_text();
      const bool stop_stem =
          word_.weightiness == Weightiness::kStop && form->kind != FormKind::kSurface;
      if (!whole || stop_stem || is_ambiguous(analysis_, word_, *form)) continue;
      const std::string term = form_term(field_, form->kind, text);
      queries_.push_back(context_.leaf(Xapian::Query(term), form_weight(analysis_, word_, *form),
                                       typed_, text, form_name(form->kind, word_.hangul)));
      marked_.terms.push_back(form_term(TextField::kBody, form->kind, text));
    }
  }

  // Adds Korean words that continue this one: 러시아군, 러시아인은 for 러시아.
  void add_compounds() {
    constexpr std::size_t kTwoSyllables = 6;  // bytes; longer words have their bigram
    if (stem_text().size() <= kTwoSyllables) return;
    const std::string pattern = std::string(stem_text()) + "*";
    const Expansion found =
        expand_wildcard(context_.statistics, field_, FormKind::kSurface, pattern);
    context_.note_if_cut(pattern, found);
    if (found.terms.empty()) return;
    queries_.push_back(context_.leaf(as_one_term(context_.index, found.terms), kRanking.surface,
                                     typed_, pattern, "compound"));
    if (field_ == TextField::kBody) {
      marked_.terms.insert(marked_.terms.end(), found.terms.begin(), found.terms.end());
    }
  }

  // Adds the same syllables written as several words: 일론 머스크 for 일론머스크.
  void add_spaced() {
    for (const WordRow& row :
         respaced(context_.index, field_, {std::string(stem_text())}, RowEnd::kOpen)) {
      queries_.push_back(context_.leaf(phrase_query(context_.index, row), kRanking.surface, typed_,
                                       stem_text(), "spaced"));
      if (field_ == TextField::kBody) context_.plan.phrases.push_back({row});
    }
  }

  std::string_view stem_text() const {
    const Form* stem = find_form(analysis_, word_, FormKind::kStem);
    return stem == nullptr ? std::string_view() : analysis_.text(*stem);
  }

  PlanContext& context_;
  const Analysis& analysis_;
  const Word& word_;
  const std::string& typed_;
  const TextField field_;
  XapianQueries queries_;
  HighlightWord marked_;
};

}  // namespace

Xapian::Query plan_word(PlanContext& context, const std::string& text, TextField field) {
  TermParts parts;
  std::string rest = text;
  take_source_ids(context, rest, parts);
  XapianQueries& queries = parts.queries;
  Analysis analysis;
  context.analyzer.analyze(rest, analysis);
  if (analysis.words.size() == 1) {
    queries.push_back(StrictWord(context, analysis, rest, field).query());
  } else if (!analysis.words.empty()) {
    queries.push_back(plan_phrase(context, rest, field).query);
  }
  if (field == TextField::kBody) or_quantity(context, rest, queries);
  if (queries.empty()) {
    context.note_no_word(text);
    return Xapian::Query::MatchNothing;
  }
  return combine(XapianOp::OP_AND, queries);
}

void take_source_ids(PlanContext& context, std::string& text, TermParts& parts) {
  for (const CitationMark& mark : find_citation_marks(text)) {
    for (const MarkedSource& source : mark.sources) {
      if (source.form != Citation::Form::kId) continue;
      XapianQueries either;
      for (const char prefix : {schema::kCites, schema::kLists}) {
        const std::string term = value_term(prefix, source.source);
        either.emplace_back(term);
        if (context.has(term)) parts.terms.push_back({term, 1.0, {}});
      }
      parts.queries.push_back(context.leaf(combine(XapianOp::OP_OR, either), 1.0, source.source,
                                           source.source, "source"));
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(source.text.begin), source.text.size(),
                  ' ');
    }
  }
}

}  // namespace ibid
