// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "corpus/code_points.h"
#include "corpus/source_id.h"
#include "indexer/schema.h"
#include "search/phrase.h"
#include "search/plan_figures.h"
#include "search/plan_positions.h"
#include "search/ranking.h"
#include "search/word_weights.h"

namespace ibid {

WordPlanner::WordPlanner(PlanContext& context, const AliasBook* aliases)
    : context_(context),
      aliases_(context, aliases),
      has_headings_(has_field(TextField::kHeading)),
      has_titles_(has_field(TextField::kTitle)) {}

bool WordPlanner::has_field(TextField field) const {
  const std::string prefix = form_term(field, FormKind::kStem, "");
  return has_terms_beginning(context_.index, prefix);
}

// Ranked: every form of every word adds what it is worth.
RankedQuery WordPlanner::free_text(const std::string& text, TextField field) {
  FreeText parts;
  std::string rest = text;
  source_ids_of(rest, parts.words.queries, parts.words.terms);
  Analysis analysis;
  context_.analyzer.analyze(rest, analysis);
  const auto first_leaf = context_.plan.leaves.size();
  TextOfWords around{{}, find_signature(rest)};
  if (field == TextField::kBody) find_quantities(rest, {}, around.figures);
  const bool all_stop =
      std::all_of(analysis.words.begin(), analysis.words.end(),
                  [](const Word& w) { return w.weightiness == Weightiness::kStop; });
  seen_.clear();
  for (std::size_t w = 0; w < analysis.words.size(); ++w) {
    const Word& word = analysis.words[w];
    if (word.weightiness == Weightiness::kStop && !all_stop) continue;
    const std::string_view typed = std::string_view(rest).substr(word.begin, word.end - word.begin);
    worth_ = word_worth(analysis, word, around);
    highlight(analysis, word);
    word_leaves(analysis, word, typed, field, all_stop, parts);
    title_leaves(analysis, word, typed, field, parts.titles);
    spaced_designator(analysis, w, field, parts.words);
    pair_leaf(analysis, w, rest, field, parts);
  }
  if (!all_stop) all_words_leaf(analysis, rest, field, parts);
  figure_leaves(context_, rest, around.figures, parts.words);
  if (field == TextField::kBody) aliases_.add_leaves(analysis, rest, parts);
  // A title and shared letters raise passages that match; alone, a title finds them only where
  // nothing else would, letters never.
  const XapianQueries queries = parts.queries();
  if (queries.empty()) {
    const XapianQueries& titles = parts.titles.queries;
    return {titles.empty() ? Xapian::Query() : combine(XapianOp::OP_OR, titles), nullptr};
  }
  Xapian::Query query = combine(XapianOp::OP_OR, queries);
  TermParts& boosts = parts.boosts;
  boosts.queries.insert(boosts.queries.end(), parts.titles.queries.begin(),
                        parts.titles.queries.end());
  boosts.terms.insert(boosts.terms.end(), parts.titles.terms.begin(), parts.titles.terms.end());
  if (!boosts.queries.empty()) {
    query = {XapianOp::OP_AND_MAYBE, query, combine(XapianOp::OP_OR, boosts.queries)};
    context_.guard_leaves(first_leaf, query);
  }
  if (context_.index.postings == nullptr) return {query, nullptr};
  // The same as Xapian would match and score, only sooner.
  return context_.ranked({std::move(parts.words.terms), std::move(parts.pairs),
                          std::move(parts.names), std::move(parts.all_words), kAllWords,
                          std::move(boosts.terms)});
}

// Who types a few words wants the passages that have all of them; in a long text some are by the
// way.
void WordPlanner::all_words_leaf(const Analysis& analysis, std::string_view query, TextField field,
                                 FreeText& text) {
  constexpr std::size_t kFewest = 2, kMost = 5;
  XapianQueries words;
  std::vector<std::vector<std::string>> terms_of_words;
  for (const Word& word : analysis.words) {
    if (word.weightiness == Weightiness::kStop) continue;
    std::vector<std::string> terms;
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      if (form->kind == FormKind::kGram || form->kind == FormKind::kBigram) continue;
      const std::string term = form_term(field, form->kind, analysis.text(*form));
      if (context_.has(term)) terms.push_back(term);
    }
    if (terms.empty()) return;
    words.push_back(any_term(XapianOp::OP_OR, terms));
    terms_of_words.push_back(std::move(terms));
  }
  if (words.size() < kFewest || words.size() > kMost) return;
  const Xapian::Query same((new Xapian::FixedWeightPostingSource(1.0))->release());
  const Xapian::Query all(XapianOp::OP_FILTER, same, combine(XapianOp::OP_AND, words));
  text.together.push_back(context_.leaf(all, kAllWords, query, query, "all words"));
  text.all_words = std::move(terms_of_words);
}

// Well-formed source ids among the words ask for the passages that cite or list them.
void WordPlanner::source_ids_of(std::string& text, XapianQueries& queries,
                                std::vector<RankedTerm>& terms) {
  for (const CitationMark& mark : find_citation_marks(text)) {
    for (const MarkedSource& source : mark.sources) {
      if (source.form != Citation::Form::kId) continue;
      XapianQueries either;
      for (const char prefix : {schema::kCites, schema::kLists}) {
        const std::string term = value_term(prefix, source.source);
        either.emplace_back(term);
        if (context_.has(term)) terms.push_back({term, 1.0, {}});
      }
      queries.push_back(context_.leaf(combine(XapianOp::OP_OR, either), 1.0, source.source,
                                      source.source, "source"));
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(source.text.begin), source.text.size(),
                  ' ');
    }
  }
}

void WordPlanner::word_leaves(const Analysis& analysis, const Word& word, std::string_view typed,
                              TextField field, bool all_stop, FreeText& parts) {
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
    if (is_ambiguous(analysis, word, *form)) continue;
    const std::string_view text = analysis.text(*form);
    const double weight = all_stop ? 1.0 : form_weight(analysis, word, *form);
    const bool gram = form->kind == FormKind::kGram;
    if (gram && is_frequent(form_term(field, form->kind, text))) continue;
    add_term(field, form->kind, text, weight, typed, form_name(form->kind, word.hangul),
             gram ? parts.boosts : parts.words);
    const bool stem = form->kind == FormKind::kStem || form->kind == FormKind::kDesignator;
    if (field != TextField::kBody || !stem) continue;
    if (has_headings_) {
      add_term(TextField::kHeading, form->kind, text, weight * kRanking.heading, typed, "heading",
               parts.words);
    }
  }
}

bool WordPlanner::is_frequent(const std::string& term) const {
  const Xapian::doccount most =
      std::max(context_.database.get_doccount() / kFrequentShare, kFewPostings);
  return context_.frequency(term) > most;
}

void WordPlanner::title_leaves(const Analysis& analysis, const Word& word, std::string_view typed,
                               TextField field, TermParts& titles) {
  if (!has_titles_ || field != TextField::kBody) return;
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
    if (form->kind != FormKind::kStem && form->kind != FormKind::kDesignator) continue;
    add_term(TextField::kTitle, form->kind, analysis.text(*form),
             form_weight(analysis, word, *form) * kRanking.title, typed, "title", titles);
  }
}

// Terms that are not in the index, or already in the query, make no leaf.
void WordPlanner::add_term(TextField field, FormKind kind, std::string_view text, double weight,
                           std::string_view typed, const std::string& form, TermParts& to) {
  const std::string term = form_term(field, kind, text);
  if (seen_[term]++ > 0 || !context_.has(term)) return;
  to.add(context_.leaf(Xapian::Query(term), weight * worth_, typed, text, form),
         {term, weight * worth_, {}});
}

// "s 400" typed without capitals: the designator it may be.
void WordPlanner::spaced_designator(const Analysis& analysis, std::size_t w, TextField field,
                                    TermParts& to) {
  constexpr std::size_t kLongestName = 4;
  if (w + 1 >= analysis.words.size()) return;
  const Word& name = analysis.words[w];
  const Word& number = analysis.words[w + 1];
  const std::string_view letters = analysis.surface(name), digits = analysis.surface(number);
  if (name.hangul || is_ascii_digit(letters[0]) || !is_ascii_digit(digits[0])) return;
  if (letters.size() > kLongestName || number.begin != name.end + 1) return;
  const std::string joined = std::string(letters) + std::string(digits);
  add_term(field, FormKind::kDesignator, joined, kRanking.designator, joined, "designator", to);
  if (!context_.plan.words.empty()) {
    context_.plan.words.back().terms.push_back(
        form_term(TextField::kBody, FormKind::kDesignator, joined));
  }
}

// The word and the next one that says something, side by side as in the query.
void WordPlanner::pair_leaf(const Analysis& analysis, std::size_t w, std::string_view query,
                            TextField field, FreeText& text) {
  constexpr std::size_t kMostBetween = 2;  // stop words
  std::size_t next = w + 1;
  const auto is_stop = [&](std::size_t i) {
    return i < analysis.words.size() && analysis.words[i].weightiness == Weightiness::kStop;
  };
  while (next <= w + kMostBetween && is_stop(next)) ++next;
  if (next >= analysis.words.size() || is_stop(next)) return;
  const auto is_latin = [&](const Word& word) {
    return !word.hangul && !is_ascii_digit(analysis.surface(word)[0]);
  };
  const Word &first = analysis.words[w], &second = analysis.words[next];
  if (is_latin(first) && is_latin(second)) return;
  const std::string terms[] = {form_term(field, FormKind::kSurface, analysis.surface(first)),
                               form_term(field, FormKind::kSurface, analysis.surface(second))};
  if (terms[0] == terms[1] || seen_[terms[0] + ' ' + terms[1]]++ > 0) return;
  if (!context_.has(terms[0]) || !context_.has(terms[1])) return;
  if (is_frequent(terms[0]) && is_frequent(terms[1])) return;
  const auto window = static_cast<std::uint32_t>(next - w + 1);
  const Xapian::Query pair = phrase_query(context_.index, {{terms[0]}, {terms[1]}}, window);
  const std::string_view typed = query.substr(first.begin, second.end - first.begin);
  const double weight = kRanking.pair * worth_;
  text.together.push_back(context_.leaf(pair, weight, typed, typed, "pair"));
  text.pairs.push_back({{{terms[0]}, {terms[1]}}, window, weight});
}

void WordPlanner::highlight(const Analysis& analysis, const Word& word) {
  HighlightWord made;
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
    if (form->kind == FormKind::kGram) continue;  // letters in common are no match to show
    std::string term = form_term(TextField::kBody, form->kind, analysis.text(*form));
    auto& list = form->kind == FormKind::kBigram ? made.bigrams : made.terms;
    list.push_back(std::move(term));
  }
  context_.plan.words.push_back(std::move(made));
}

// A word that must (or must not) be there: in any inflection, but as a word, not by its bigrams.
Xapian::Query WordPlanner::strict(const std::string& text, TextField field) {
  XapianQueries queries;
  std::string rest = text;
  std::vector<RankedTerm> unused;
  source_ids_of(rest, queries, unused);
  Analysis analysis;
  context_.analyzer.analyze(rest, analysis);
  if (analysis.words.size() == 1) {
    queries.push_back(strict_word(analysis, analysis.words[0], rest, field));
  } else if (!analysis.words.empty()) {
    queries.push_back(plan_phrase(context_, rest, field).query);
  }
  if (field == TextField::kBody) or_figure(context_, rest, queries);
  if (queries.empty()) {
    context_.tell_no_word(text);
    return Xapian::Query::MatchNothing;
  }
  return combine(XapianOp::OP_AND, queries);
}

Xapian::Query WordPlanner::strict_word(const Analysis& analysis, const Word& word,
                                       const std::string& typed, TextField field) {
  XapianQueries queries;
  HighlightWord marked;
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
    const std::string_view text = analysis.text(*form);
    // Every Korean word that holds two syllables side by side has their bigram.
    if (form->kind == FormKind::kGram) continue;
    const bool whole = form->kind != FormKind::kBigram || word.form_count == 3;
    const bool stop_stem =
        word.weightiness == Weightiness::kStop && form->kind != FormKind::kSurface;
    if (!whole || stop_stem || is_ambiguous(analysis, word, *form)) continue;
    const std::string term = form_term(field, form->kind, text);
    queries.push_back(context_.leaf(Xapian::Query(term), form_weight(analysis, word, *form), typed,
                                    text, form_name(form->kind, word.hangul)));
    marked.terms.push_back(form_term(TextField::kBody, form->kind, text));
  }
  if (word.hangul) compounds(analysis, word, typed, field, queries, marked);
  if (field == TextField::kBody) context_.plan.words.push_back(std::move(marked));
  return combine(XapianOp::OP_OR, queries);
}

// Korean words written on from this one: 러시아군, 러시아인은 for 러시아.
void WordPlanner::compounds(const Analysis& analysis, const Word& word, const std::string& typed,
                            TextField field, XapianQueries& queries, HighlightWord& marked) {
  const Form* stem = std::find_if(analysis.begin_of(word), analysis.end_of(word),
                                  [](const Form& f) { return f.kind == FormKind::kStem; });
  if (stem == analysis.end_of(word) || word.form_count <= 3) return;
  const std::string pattern = std::string(analysis.text(*stem)) + "*";
  const Expansion found = expand_wildcard(context_.database, field, FormKind::kSurface, pattern);
  context_.tell_if_cut(pattern, found);
  if (found.terms.empty()) return;
  queries.push_back(context_.leaf(any_term(XapianOp::OP_SYNONYM, found.terms), kRanking.surface,
                                  typed, pattern, "compound"));
  if (field == TextField::kBody) {
    marked.terms.insert(marked.terms.end(), found.terms.begin(), found.terms.end());
  }
}

}  // namespace ibid
