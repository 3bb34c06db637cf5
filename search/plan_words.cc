// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan_words.h"

#include <algorithm>
#include <utility>

#include "corpus/source_id.h"
#include "indexer/english.h"
#include "indexer/schema.h"
#include "search/plan_positions.h"
#include "search/ranking.h"

namespace ibid {
namespace {

const char* form_name(FormKind kind, bool hangul) {
  switch (kind) {
    case FormKind::kSurface:
      return "exact";
    case FormKind::kStem:
      return hangul ? "particle-stripped" : "stem";
    case FormKind::kLemma:
      return "verb-noun";
    case FormKind::kPart:
      return "part";
    case FormKind::kBigram:
      return "bigram";
    case FormKind::kDesignator:
      return "designator";
  }
  return "";
}

double form_weight(FormKind kind) {
  switch (kind) {
    case FormKind::kSurface:
      return kRanking.surface;
    case FormKind::kStem:
      return kRanking.stem;
    case FormKind::kLemma:
      return kRanking.lemma;
    case FormKind::kPart:
      return kRanking.part;
    case FormKind::kBigram:
      return kRanking.bigram;
    case FormKind::kDesignator:
      return kRanking.designator;
  }
  return 0;
}

// US and IT are content where us and it are none; their surface forms cannot tell the two apart.
bool is_ambiguous(const Analysis& analysis, const Word& word, const Form& form) {
  return form.kind == FormKind::kSurface && word.weightiness == Weightiness::kContent &&
         is_english_stop_word(analysis.text(form));
}

double weight_of(const Word& word, const Form& form) {
  const bool part = word.in_designator && form.kind != FormKind::kDesignator;
  return form_weight(form.kind) * (part ? kRanking.designator_part : 1.0);
}

}  // namespace

WordPlanner::WordPlanner(PlanContext& context)
    : context_(context),
      has_headings_(has_field(TextField::kHeading)),
      has_titles_(has_field(TextField::kTitle)) {}

bool WordPlanner::has_field(TextField field) const {
  const std::string prefix = form_term(field, FormKind::kStem, "");
  return context_.database.allterms_begin(prefix) != context_.database.allterms_end(prefix);
}

// Ranked: every form of every word adds what it is worth.
Xapian::Query WordPlanner::free_text(const std::string& text, TextField field) {
  XapianQueries queries, titles;
  std::string rest = text;
  source_ids_of(rest, queries);
  Analysis analysis;
  context_.analyzer.analyze(rest, analysis);
  const auto first_leaf = context_.plan.leaves.size();
  const bool all_stop =
      std::all_of(analysis.words.begin(), analysis.words.end(),
                  [](const Word& w) { return w.weightiness == Weightiness::kStop; });
  seen_.clear();
  for (std::size_t w = 0; w < analysis.words.size(); ++w) {
    const Word& word = analysis.words[w];
    if (word.weightiness == Weightiness::kStop && !all_stop) continue;
    const std::string_view typed = std::string_view(rest).substr(word.begin, word.end - word.begin);
    highlight(analysis, word);
    word_leaves(analysis, word, typed, field, all_stop, queries);
    title_leaves(analysis, word, typed, field, titles);
    spaced_designator(analysis, w, field, queries);
  }
  // A title raises passages that match; alone it finds them only where nothing else would.
  if (titles.empty()) return queries.empty() ? Xapian::Query() : combine(XapianOp::OP_OR, queries);
  if (queries.empty()) return combine(XapianOp::OP_OR, titles);
  const Xapian::Query query(XapianOp::OP_AND_MAYBE, combine(XapianOp::OP_OR, queries),
                            combine(XapianOp::OP_OR, titles));
  context_.guard_leaves(first_leaf, query);
  return query;
}

// Well-formed source ids among the words ask for the passages that cite or list them.
void WordPlanner::source_ids_of(std::string& text, XapianQueries& queries) {
  for (const CitationMark& mark : find_citation_marks(text)) {
    for (const MarkedSource& source : mark.sources) {
      if (source.form != Citation::Form::kId) continue;
      const XapianQueries either{Xapian::Query(value_term(schema::kCites, source.source)),
                                 Xapian::Query(value_term(schema::kLists, source.source))};
      queries.push_back(context_.leaf(combine(XapianOp::OP_OR, either), 1.0, source.source,
                                      source.source, "source"));
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(source.text.begin), source.text.size(),
                  ' ');
    }
  }
}

void WordPlanner::word_leaves(const Analysis& analysis, const Word& word, std::string_view typed,
                              TextField field, bool all_stop, XapianQueries& queries) {
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
    if (is_ambiguous(analysis, word, *form)) continue;
    const std::string_view text = analysis.text(*form);
    const double weight = all_stop ? 1.0 : weight_of(word, *form);
    add_term(field, form->kind, text, weight, typed, form_name(form->kind, word.hangul), queries);
    const bool stem = form->kind == FormKind::kStem || form->kind == FormKind::kDesignator;
    if (field != TextField::kBody || !stem) continue;
    if (has_headings_) {
      add_term(TextField::kHeading, form->kind, text, weight * kRanking.heading, typed, "heading",
               queries);
    }
  }
}

void WordPlanner::title_leaves(const Analysis& analysis, const Word& word, std::string_view typed,
                               TextField field, XapianQueries& titles) {
  if (!has_titles_ || field != TextField::kBody) return;
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
    if (form->kind != FormKind::kStem && form->kind != FormKind::kDesignator) continue;
    add_term(TextField::kTitle, form->kind, analysis.text(*form),
             weight_of(word, *form) * kRanking.title, typed, "title", titles);
  }
}

// Terms that are not in the index, or already in the query, make no leaf.
void WordPlanner::add_term(TextField field, FormKind kind, std::string_view text, double weight,
                           std::string_view typed, const std::string& form,
                           XapianQueries& queries) {
  const std::string term = form_term(field, kind, text);
  if (seen_[term]++ > 0 || !context_.database.term_exists(term)) return;
  queries.push_back(context_.leaf(Xapian::Query(term), weight, typed, text, form));
}

// "s 400" typed without capitals: the designator it may be.
void WordPlanner::spaced_designator(const Analysis& analysis, std::size_t w, TextField field,
                                    XapianQueries& queries) {
  constexpr std::size_t kLongestName = 4;
  if (w + 1 >= analysis.words.size()) return;
  const Word& name = analysis.words[w];
  const Word& number = analysis.words[w + 1];
  const std::string_view letters = analysis.surface(name), digits = analysis.surface(number);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (name.hangul || is_digit(letters[0]) || !is_digit(digits[0])) return;
  if (letters.size() > kLongestName || number.begin != name.end + 1) return;
  const std::string joined = std::string(letters) + std::string(digits);
  add_term(field, FormKind::kDesignator, joined, kRanking.designator, joined, "designator",
           queries);
  if (!context_.plan.words.empty()) {
    context_.plan.words.back().terms.push_back(
        form_term(TextField::kBody, FormKind::kDesignator, joined));
  }
}

void WordPlanner::highlight(const Analysis& analysis, const Word& word) {
  HighlightWord made;
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
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
  source_ids_of(rest, queries);
  Analysis analysis;
  context_.analyzer.analyze(rest, analysis);
  if (analysis.words.size() == 1) {
    queries.push_back(strict_word(analysis, analysis.words[0], rest, field));
  } else if (!analysis.words.empty()) {
    queries.push_back(plan_phrase(context_, rest, field));
  }
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
    const bool whole = form->kind != FormKind::kBigram || word.form_count == 3;
    const bool stop_stem =
        word.weightiness == Weightiness::kStop && form->kind != FormKind::kSurface;
    if (!whole || stop_stem || is_ambiguous(analysis, word, *form)) continue;
    const std::string term = form_term(field, form->kind, text);
    queries.push_back(context_.leaf(Xapian::Query(term), form_weight(form->kind), typed, text,
                                    form_name(form->kind, word.hangul)));
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
