// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/alias_planner.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include "search/match/ranking.h"
#include "search/names/name_forms.h"
#include "search/plan/phrase.h"
#include "search/plan/plan_positions.h"

namespace ibid {
namespace {

constexpr std::array kSuffixes = std::to_array<std::string_view>({
#include "search/word_lists/name_suffixes.inc"
});

// The form by which a name of one word, or a designator, is a single term; null for other names.
const Form* whole_form(const Analysis& name) {
  const Word& first = name.words.front();
  const Form* stem = nullptr;
  for (const Form* form = name.begin_of(first); form != name.end_of(first); ++form) {
    const bool all = form->end == name.words.back().end;
    if (form->kind == FormKind::kDesignator && all) return form;
    if (form->kind == FormKind::kStem && name.words.size() == 1) stem = form;
  }
  return stem;
}

const char* form_of(NameRelation relation) {
  if (relation == NameRelation::kSound) return "sound";
  if (relation == NameRelation::kNumeral) return "number";
  return relation == NameRelation::kSpelling ? "variant" : "alias";
}

// Within a language other names add little where the one typed is found, too: DPRK beside North
// Korea is no better a match.
double weight_of(NameRelation relation, Xapian::doccount typed_frequency) {
  if (relation == NameRelation::kSpelling && typed_frequency != 0) return kRanking.variant;
  if (relation == NameRelation::kSameLanguage && typed_frequency != 0) {
    return kRanking.same_language;
  }
  return kRanking.alias;
}

// How many words the typed name has, without of, the, and.
double words_of(const Analysis& analysis, const NamedRun& run) {
  const auto first = analysis.words.begin() + static_cast<std::ptrdiff_t>(run.first);
  return static_cast<double>(
      std::count_if(first, first + static_cast<std::ptrdiff_t>(run.words),
                    [](const Word& word) { return word.weightiness != Weightiness::kStop; }));
}

}  // namespace

std::span<const std::string_view> korean_name_suffixes() { return kSuffixes; }

void AliasPlanner::add_leaves(const Analysis& analysis, std::string_view text, FreeText& parts) {
  if (book_ == nullptr) return;
  const NameFinder finder(*book_, context_.index, context_.analyzer);
  for (const NamedRun& run : finder.find(analysis, text)) {
    const Word &first = analysis.words[run.first],
               &last = analysis.words[run.first + run.words - 1];
    const std::string_view typed = text.substr(first.begin, last.end - first.begin);
    const Xapian::doccount typed_frequency = frequency(analysis, run.first, run.words);
    for (const NameRelation relation :
         {NameRelation::kAlias, NameRelation::kSameLanguage, NameRelation::kSpelling,
          NameRelation::kNumeral, NameRelation::kSound}) {
      Names names{{}, form_of(relation), weight_of(relation, typed_frequency)};
      // In the other language it stands for all of the words: 한국은행, not "Korea", is Bank of
      // Korea.
      if (relation == NameRelation::kAlias || relation == NameRelation::kSound) {
        names.weight *= words_of(analysis, run);
      }
      // Federer and federal have one stem.
      names.exact = relation == NameRelation::kSound;
      for (const OtherName& name : run.names) {
        if (name.relation == relation) names.texts.push_back(name.text);
      }
      add_leaf(typed, typed_frequency, names, parts);
    }
  }
}

Xapian::doccount AliasPlanner::frequency(const Analysis& analysis, std::size_t first,
                                         std::size_t count) const {
  Xapian::doccount least = context_.statistics.documents();
  for (std::size_t w = first; w < first + count; ++w) {
    const Word& word = analysis.words[w];
    Xapian::doccount most = 0;
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      if (form->kind != FormKind::kSurface && form->kind != FormKind::kStem) continue;
      const std::string term = form_term(TextField::kBody, form->kind, analysis.text(*form));
      most = std::max(most, context_.frequency(term));
    }
    least = std::min(least, most);
  }
  return least;
}

// An alias is rarer than the typed words if its language is rarer in the index. That says nothing
// about the alias, so it counts as being as rare as they are.
double AliasPlanner::scale(Xapian::doccount typed_frequency) const {
  if (typed_frequency <= names_frequency_ || names_frequency_ == 0) return 1;
  const auto rarity = [this](Xapian::doccount frequency) {
    return std::log((context_.statistics.documents() + 1.0) / (frequency + 0.5));
  };
  return rarity(typed_frequency) / rarity(names_frequency_);
}

void AliasPlanner::add_leaf(std::string_view typed, Xapian::doccount typed_frequency,
                            const Names& names, FreeText& parts) {
  names_frequency_ = 0;
  Found found;
  for (const std::string& name : names.texts) {
    Analysis analysis;
    context_.analyzer.analyze(name, analysis);
    const XapianQueries either = whole_form(analysis) != nullptr
                                     ? one_word(analysis, found, names.exact)
                                     : several_words(analysis, found);
    if (either.empty()) continue;
    context_.plan.aliases.push_back({combine(XapianOp::OP_OR, either), std::string(typed), name});
    found.shown += (found.shown.empty() ? "" : ", ") + name;
  }
  const double worth = names.weight * scale(typed_frequency);
  const auto add = [&](std::vector<PhrasePositions>& bodies, double weight) {
    add_bodies(std::move(bodies), {typed, found.shown, names.form, weight}, parts);
  };
  add(found.bodies, worth);
  add(found.doubtful, worth * kRanking.homograph);
  add_headings(found.headings, {typed, found.shown, names.form, worth * kRanking.heading}, parts);
}

void AliasPlanner::add_bodies(std::vector<PhrasePositions> bodies, const Leaf& leaf,
                              FreeText& parts) {
  if (bodies.empty()) return;
  std::vector<ScoredTogether> each;
  bool phrases = false;
  for (const PhrasePositions& positions : bodies) {
    phrases |= positions.size() > 1;
    each.push_back(positions.size() == 1 ? any_together(context_.index, positions.front())
                                         : all_together(context_.index, positions));
  }
  // A single name of several words must also score as one term.
  Xapian::Query query = as_one_term(context_.index, std::move(each));
  if (phrases) query = where_any_occurs(context_.index, query, bodies);
  parts.together.push_back(context_.leaf(query, leaf.weight, leaf.typed, leaf.shown, leaf.form));
  parts.names.push_back({std::move(bodies), leaf.weight});
}

void AliasPlanner::add_headings(const PositionTerms& headings, const Leaf& leaf, FreeText& parts) {
  if (headings.empty()) return;
  parts.together.push_back(context_.leaf(as_one_term(context_.index, headings), leaf.weight,
                                         leaf.typed, leaf.shown,
                                         std::string(leaf.form) + " heading"));
  RankedAliases& in_headings = parts.names.emplace_back();
  for (const std::string& heading : headings) in_headings.names.push_back({{heading}});
  in_headings.weight = leaf.weight;
}

XapianQueries AliasPlanner::one_word(const Analysis& name, Found& found, bool exact) {
  const Form& form = *whole_form(name);
  const bool hangul = name.words.front().hangul;
  // The end of a Korean name may look like a particle: 한은.
  exact = exact && !hangul;
  const std::string text(hangul || exact ? name.surface(name.words.front()) : name.text(form));
  PositionTerms headings, bare, longer;
  const auto add = [&](TextField field, PositionTerms& to, const std::string& each, bool whole) {
    std::vector<std::string> terms{form_term(field, form.kind, each)};
    if (hangul && whole) terms = korean_name_terms(context_.index, field, each);
    if (exact)
      terms = {form_term(field, FormKind::kSurface, each),
               form_term(field, FormKind::kSurface, each + "'s")};
    std::copy_if(terms.begin(), terms.end(), std::back_inserter(to),
                 [&](const std::string& term) { return context_.has(term); });
  };
  add(TextField::kHeading, headings, text, true);
  add(TextField::kBody, bare, text, true);
  for (std::size_t s = 0; hangul && s < kSuffixes.size(); ++s) {
    add(TextField::kHeading, headings, text + std::string(kSuffixes[s]), false);
    add(TextField::kBody, longer, text + std::string(kSuffixes[s]), false);
  }
  XapianQueries either;
  const auto keep = [&](const PositionTerms& terms, std::vector<PhrasePositions>& bodies) {
    if (terms.empty()) return;
    for (const std::string& term : terms) names_frequency_ += context_.frequency(term);
    either.push_back(any_term(XapianOp::OP_OR, terms));
    context_.plan.words.push_back({terms, {}});
    bodies.push_back({terms});
  };
  if (hangul && is_also_a_word(text)) {
    keep(bare, found.doubtful);
    keep(longer, found.bodies);
  } else {
    bare.insert(bare.end(), longer.begin(), longer.end());
    keep(bare, found.bodies);
  }
  if (!headings.empty()) either.push_back(any_term(XapianOp::OP_OR, headings));
  found.headings.insert(found.headings.end(), headings.begin(), headings.end());
  return either;
}

XapianQueries AliasPlanner::several_words(const Analysis& name, Found& found) {
  const auto notices = context_.plan.notices.size();
  const PhrasePositions positions = phrase_positions(context_, name, TextField::kBody);
  context_.plan.notices.resize(notices);  // the user did not ask for this phrase
  Xapian::doccount least = context_.statistics.documents();
  for (const std::vector<std::string>& position : positions) {
    Xapian::doccount here = 0;
    for (const std::string& term : position) here += context_.frequency(term);
    least = std::min(least, here);
  }
  if (least == 0) return {};
  names_frequency_ += least;
  context_.plan.phrases.push_back({positions});
  found.bodies.push_back(positions);
  return {phrase_query(context_.index, positions)};
}

}  // namespace ibid
