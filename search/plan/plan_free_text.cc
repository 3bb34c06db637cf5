// SPDX-License-Identifier: GPL-2.0-or-later
//
// FreeTextPlanner of plan_words.h: words of which any may match.
#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/text/code_points.h"
#include "corpus/text/utf32.h"
#include "indexer/analysis/joined_syllables.h"
#include "indexer/korean/hangul.h"
#include "indexer/schema.h"
#include "search/match/ranking.h"
#include "search/plan/phrase.h"
#include "search/plan/plan_quantities.h"
#include "search/plan/plan_words.h"
#include "search/plan/word_weights.h"
#include "search/words/similar_spellings.h"

namespace ibid {
namespace {

// The text being planned, without its source ids.
struct PlannedText {
  std::string text;
  TextField field = TextField::kBody;
  Analysis analysis;
  TextOfWords around;
  bool only_stop_words = false;  // if so, they are searched for, all with the same weight

  std::string_view typed(const Word& first, const Word& last) const {
    return std::string_view(text).substr(first.begin, last.end - first.begin);
  }
  std::string_view typed(const Form& form) const {
    return std::string_view(text).substr(form.begin, form.end - form.begin);
  }
};

// One form of a word, to be searched for in one field.
struct SoughtForm {
  TextField field = TextField::kBody;
  FormKind kind = FormKind::kSurface;
  std::string_view text;
  double weight = 1;  // before the word's worth
  std::string_view typed;
  const char* name = "";  // see TermMatch::form
};

// Adds the leaves of each word of a text to `parts`.
class WordLeaves {
 public:
  // All are borrowed for the object's lifetime.
  WordLeaves(PlanContext& context, StoredFields stored, const PlannedText& text, FreeText& parts)
      : context_(context), stored_(stored), text_(text), analysis_(text.analysis), parts_(parts) {}

  // Adds words spelt alike, for those that the index does not have; none for names that have
  // aliases, which are those of the plan from number `first_alias` on.
  void add_spellings(std::size_t first_alias) {
    // In a pasted text the other words say what it is about.
    constexpr std::ptrdiff_t kMostWords = 8;
    const auto said = [](const Word& word) { return word.weightiness != Weightiness::kStop; };
    if (std::count_if(analysis_.words.begin(), analysis_.words.end(), said) > kMostWords) return;
    for (const Word& word : analysis_.words) {
      const std::string_view typed = text_.typed(word, word);
      const auto& aliases = context_.plan.aliases;
      const bool named = std::any_of(aliases.begin() + static_cast<std::ptrdiff_t>(first_alias),
                                     aliases.end(), [&](const PlanAlias& alias) {
                                       return alias.query_word.find(typed) != std::string::npos;
                                     });
      if (word.weightiness == Weightiness::kContent && !word.in_designator && !named) {
        add_spellings(word);
      }
    }
  }

  void add() {
    for (std::size_t w = 0; w < analysis_.words.size(); ++w) {
      const Word& word = analysis_.words[w];
      if (word.weightiness == Weightiness::kStop && !text_.only_stop_words) continue;
      worth_ = word_worth(analysis_, word, text_.around);
      highlight(word);
      add_forms(word);
      add_titles(word);
      add_spaced_designator(w);
      add_pair(w);
    }
  }

  // Raises passages that have all words, each in some form or spelling. Call it last.
  void add_all_words();

 private:
  void highlight(const Word& word);
  void add_forms(const Word& word);
  bool add_whole(const Word& word);
  void add_titles(const Word& word);
  void add_spellings(const Word& word);
  void add_spaced_designator(std::size_t w);
  void add_pair(std::size_t w);
  void add_term(const SoughtForm& form, TermParts& to);
  bool is_frequent(const std::string& term) const;
  bool are_frequent_letters(std::string_view letters) const;

  PlanContext& context_;
  const StoredFields stored_;
  const PlannedText& text_;
  const Analysis& analysis_;
  FreeText& parts_;
  double worth_ = 1;                                // of the current word
  std::map<std::string, int> seen_;                 // terms; no term scores twice
  std::map<const Word*, PositionTerms> spellings_;  // of words that the index does not have
};

void WordLeaves::highlight(const Word& word) {
  HighlightWord made;
  for (const Form* form = analysis_.begin_of(word); form != analysis_.end_of(word); ++form) {
    if (form->kind == FormKind::kGram) continue;  // shared letters are not a match to show
    std::string term = form_term(TextField::kBody, form->kind, analysis_.text(*form));
    auto& list = form->kind == FormKind::kBigram ? made.bigrams : made.terms;
    list.push_back(std::move(term));
  }
  context_.plan.words.push_back(std::move(made));
}

void WordLeaves::add_forms(const Word& word) {
  const std::string_view typed = text_.typed(word, word);
  const bool only_whole = add_whole(word);
  for (const Form* form = analysis_.begin_of(word); form != analysis_.end_of(word); ++form) {
    if (is_ambiguous(analysis_, word, *form)) continue;
    if (only_whole && form->kind == FormKind::kBigram) continue;
    const std::string_view text = analysis_.text(*form);
    const bool joined = form->kind == FormKind::kJoined;
    const double weight = text_.only_stop_words ? 1.0 : form_weight(analysis_, word, *form);
    const bool gram = form->kind == FormKind::kGram;
    if (gram && are_frequent_letters(text)) continue;
    add_term({text_.field, form->kind, text, weight, joined ? text_.typed(*form) : typed,
              form_name(form->kind, word.hangul)},
             gram ? parts_.boosts : parts_.words);
    const bool stem = form->kind == FormKind::kStem || form->kind == FormKind::kDesignator;
    if (text_.field != TextField::kBody || !stem || !stored_.headings) continue;
    add_term({TextField::kHeading, form->kind, text, weight * kRanking.heading, typed, "heading"},
             parts_.words);
  }
}

// A Korean word as typed may be a noun, whatever its end looks like: 투자가 is an investor, too. If
// it certainly is one (전문가, 경기도) and the index has it, returns true: half of it, 전문 or
// 경기, is something else. The words that it begins (경기도청) are added then.
bool WordLeaves::add_whole(const Word& word) {
  if (!word.hangul) return false;
  const std::string_view surface = analysis_.surface(word);
  const std::string_view typed = text_.typed(word, word);
  const Form* stem = find_form(analysis_, word, FormKind::kStem);
  if (stem != nullptr && analysis_.text(*stem) != surface) {
    add_term({text_.field, FormKind::kStem, surface, kRanking.stem + kRanking.surface, typed,
              "whole word"},
             parts_.words);
  }
  const std::string whole = form_term(text_.field, FormKind::kStem, surface);
  if (!ends_like_particle(to_utf32(surface)) || !context_.has(whole)) return false;
  const std::string pattern = std::string(surface) + "*";
  Expansion longer = expand_wildcard(context_.statistics, text_.field, FormKind::kStem, pattern);
  context_.note_if_cut(pattern, longer);
  std::erase(longer.terms, whole);
  std::erase_if(longer.terms, [&](const std::string& term) { return !context_.has(term); });
  if (longer.terms.empty()) return true;
  const double weight = kRanking.bigrams * worth_;
  parts_.together.push_back(
      context_.leaf(as_one_term(context_.index, longer.terms), weight, typed, pattern, "compound"));
  if (text_.field == TextField::kBody && !context_.plan.words.empty()) {
    auto& marked = context_.plan.words.back().terms;
    marked.insert(marked.end(), longer.terms.begin(), longer.terms.end());
  }
  parts_.names.push_back({{{std::move(longer.terms)}}, weight});
  return true;
}

void WordLeaves::add_spellings(const Word& word) {
  const std::string_view surface = analysis_.surface(word);
  if (is_ascii_digit(surface[0])) return;
  if (known_in(context_.index, analysis_, word) == Known::kYes) return;
  const Form* stem = find_form(analysis_, word, FormKind::kStem);
  if (stem == nullptr) return;
  const std::string_view typed = text_.typed(word, word);
  const double weight = kRanking.spelling * word_worth(analysis_, word, text_.around);
  PositionTerms terms;
  std::string shown;
  Analysis other;
  for (const SimilarSpelling& spelling :
       similar_spellings(context_.index, word.hangul ? analysis_.text(*stem) : surface)) {
    context_.analyzer.analyze(spelling.text, other);
    if (other.words.size() != 1) continue;
    const Form* form = find_form(other, other.words.front(), FormKind::kStem);
    if (form == nullptr) continue;
    const std::string text(word.hangul ? std::string_view(spelling.text) : other.text(*form));
    std::string term = form_term(TextField::kBody, FormKind::kStem, text);
    if (std::find(terms.begin(), terms.end(), term) != terms.end() || seen_[term]++ > 0) continue;
    shown += (shown.empty() ? "" : ", ") + spelling.text;
    context_.plan.aliases.push_back(
        {Xapian::Query(term), std::string(typed), spelling.text, AliasKind::kSpelling});
    context_.plan.words.push_back({{term}, {}});
    terms.push_back(std::move(term));
  }
  if (terms.empty()) return;
  spellings_[&word] = terms;
  parts_.together.push_back(
      context_.leaf(as_one_term(context_.index, terms), weight, typed, shown, "similar spelling"));
  parts_.names.push_back({{{std::move(terms)}}, weight});
}

bool WordLeaves::is_frequent(const std::string& term) const {
  return !schema::lists_letters(context_.frequency(term), context_.statistics.documents());
}

// Letters that were frequent in the build stay so: of them only passages added later are listed.
bool WordLeaves::are_frequent_letters(std::string_view letters) const {
  if (is_frequent(form_term(text_.field, FormKind::kGram, letters))) return true;
  const IndexView& index = context_.index;
  if (index.postings == nullptr) return false;  // not made by a build of ours
  if (index.positions->documents() == index.database.get_lastdocid()) return false;
  return context_.has(schema::kFormFrequentGram + std::string(letters));
}

void WordLeaves::add_titles(const Word& word) {
  if (!stored_.titles || text_.field != TextField::kBody) return;
  for (const Form* form = analysis_.begin_of(word); form != analysis_.end_of(word); ++form) {
    if (form->kind != FormKind::kStem && form->kind != FormKind::kDesignator) continue;
    const double weight = form_weight(analysis_, word, *form) * kRanking.title;
    add_term({TextField::kTitle, form->kind, analysis_.text(*form), weight, text_.typed(word, word),
              "title"},
             parts_.titles);
  }
}

// Adds no leaf for terms that are not in the index or are already in the query.
void WordLeaves::add_term(const SoughtForm& form, TermParts& to) {
  const std::string term = form_term(form.field, form.kind, form.text);
  if (seen_[term]++ > 0 || !context_.has(term)) return;
  const double weight = form.weight * worth_;
  to.add(context_.leaf(Xapian::Query(term), weight, form.typed, form.text, form.name),
         {term, weight, {}});
}

// Adds the designator that "s 400", typed without capitals, may mean.
void WordLeaves::add_spaced_designator(std::size_t w) {
  constexpr std::size_t kLongestName = 4;
  if (w + 1 >= analysis_.words.size()) return;
  const Word& name = analysis_.words[w];
  const Word& number = analysis_.words[w + 1];
  const std::string_view letters = analysis_.surface(name), digits = analysis_.surface(number);
  if (name.hangul || is_ascii_digit(letters[0]) || !is_ascii_digit(digits[0])) return;
  if (letters.size() > kLongestName || number.begin != name.end + 1) return;
  const std::string joined = std::string(letters) + std::string(digits);
  add_term({text_.field, FormKind::kDesignator, joined, kRanking.designator, joined, "designator"},
           parts_.words);
  if (!context_.plan.words.empty()) {
    context_.plan.words.back().terms.push_back(
        form_term(TextField::kBody, FormKind::kDesignator, joined));
  }
}

// Adds the word and the next one that is not a stop word, in the order and distance of the query.
void WordLeaves::add_pair(std::size_t w) {
  constexpr std::size_t kMostBetween = 2;  // stop words
  std::size_t next = w + 1;
  const auto is_stop = [&](std::size_t i) {
    return i < analysis_.words.size() && analysis_.words[i].weightiness == Weightiness::kStop;
  };
  while (next <= w + kMostBetween && is_stop(next)) ++next;
  if (next >= analysis_.words.size() || is_stop(next)) return;
  const auto is_latin = [&](const Word& word) {
    return !word.hangul && !is_ascii_digit(analysis_.surface(word)[0]);
  };
  const Word &first = analysis_.words[w], &second = analysis_.words[next];
  if (is_latin(first) && is_latin(second)) return;
  const std::string terms[] = {
      form_term(text_.field, FormKind::kSurface, analysis_.surface(first)),
      form_term(text_.field, FormKind::kSurface, analysis_.surface(second))};
  if (terms[0] == terms[1] || seen_[terms[0] + ' ' + terms[1]]++ > 0) return;
  if (!context_.has(terms[0]) || !context_.has(terms[1])) return;
  if (is_frequent(terms[0]) && is_frequent(terms[1])) return;
  const auto window = static_cast<std::uint32_t>(next - w + 1);
  const Xapian::Query pair = phrase_query(context_.index, {{terms[0]}, {terms[1]}}, window);
  const std::string_view typed = text_.typed(first, second);
  const double weight = kRanking.pair * worth_;
  parts_.together.push_back(context_.leaf(pair, weight, typed, typed, "pair"));
  parts_.pairs.push_back({{{terms[0]}, {terms[1]}}, window, weight});
}

// A user who types a few words wants the passages that have all of them; in a long text some words
// are incidental.
void WordLeaves::add_all_words() {
  constexpr std::size_t kFewest = 2, kMost = 5;
  XapianQueries words;
  std::vector<std::vector<std::string>> terms_of_words;
  for (const Word& word : analysis_.words) {
    if (word.weightiness == Weightiness::kStop) continue;
    std::vector<std::string> terms;
    for (const Form* form = analysis_.begin_of(word); form != analysis_.end_of(word); ++form) {
      if (form->kind == FormKind::kGram || form->kind == FormKind::kBigram) continue;
      const std::string term = form_term(text_.field, form->kind, analysis_.text(*form));
      if (context_.has(term)) terms.push_back(term);
    }
    if (const auto other = spellings_.find(&word); other != spellings_.end()) {
      terms.insert(terms.end(), other->second.begin(), other->second.end());
    }
    if (terms.empty()) return;
    words.push_back(any_term(XapianOp::OP_OR, terms));
    terms_of_words.push_back(std::move(terms));
  }
  if (words.size() < kFewest || words.size() > kMost) return;
  const Xapian::Query same((new Xapian::FixedWeightPostingSource(1.0))->release());
  const Xapian::Query all(XapianOp::OP_FILTER, same, combine(XapianOp::OP_AND, words));
  parts_.together.push_back(context_.leaf(all, kAllWords, text_.text, text_.text, "all words"));
  parts_.all_words = std::move(terms_of_words);
}

bool has_field(const IndexView& index, TextField field) {
  return has_terms_beginning(index, form_term(field, FormKind::kStem, ""));
}

// Asks for the frequencies of all forms at once.
void expect_forms(PlanContext& context, const Analysis& analysis) {
  std::vector<std::string> terms;
  for (const Form& form : analysis.forms) {
    for (const TextField field : {TextField::kBody, TextField::kHeading, TextField::kTitle}) {
      terms.push_back(form_term(field, form.kind, analysis.text(form)));
    }
  }
  context.statistics.expect(terms);
}

bool is_stop_word(const Word& word) { return word.weightiness == Weightiness::kStop; }

}  // namespace

FreeTextPlanner::FreeTextPlanner(PlanContext& context, const AliasBook* aliases)
    : context_(context),
      aliases_(context, aliases),
      spellings_(aliases != nullptr),
      stored_{has_field(context.index, TextField::kHeading),
              has_field(context.index, TextField::kTitle)} {}

RankedQuery FreeTextPlanner::plan(const std::string& typed, TextField field) {
  FreeText parts;
  PlannedText text;
  text.text = typed;
  text.field = field;
  take_source_ids(context_, text.text, parts.words);
  context_.analyzer.analyze(text.text, text.analysis);
  join_spaced_syllables(text.analysis);
  if (is_on_nodes(context_.index)) expect_forms(context_, text.analysis);
  text.around.signature = find_signature(text.text);
  if (field == TextField::kBody) find_quantities(text.text, {}, text.around.quantities);
  const std::vector<Word>& words = text.analysis.words;
  text.only_stop_words = std::all_of(words.begin(), words.end(), is_stop_word);

  const auto first_leaf = context_.plan.leaves.size();
  WordLeaves leaves(context_, stored_, text, parts);
  leaves.add();
  quantity_leaves(context_, text.text, text.around.quantities, parts.words);
  if (field == TextField::kBody) {
    const std::size_t first_alias = context_.plan.aliases.size();
    aliases_.add_leaves(text.analysis, text.text, parts);
    if (!text.only_stop_words) {
      if (spellings_) leaves.add_spellings(first_alias);
      add_near_words(context_, text.analysis, text.text, text.around, first_alias);
    }
  }
  if (!text.only_stop_words) leaves.add_all_words();
  return combined(std::move(parts), first_leaf);
}

// Titles and shared letters raise passages that match. Alone, a title finds passages only if
// nothing else would; letters never do.
RankedQuery FreeTextPlanner::combined(FreeText parts, std::size_t first_leaf) {
  const XapianQueries queries = parts.queries();
  const TermParts& titles = parts.titles;
  if (queries.empty()) {
    if (titles.queries.empty()) return {};
    return {combine(XapianOp::OP_OR, titles.queries), nullptr};
  }
  Xapian::Query query = combine(XapianOp::OP_OR, queries);
  TermParts& boosts = parts.boosts;
  boosts.queries.insert(boosts.queries.end(), titles.queries.begin(), titles.queries.end());
  boosts.terms.insert(boosts.terms.end(), titles.terms.begin(), titles.terms.end());
  if (!boosts.queries.empty()) {
    query = {XapianOp::OP_AND_MAYBE, query, combine(XapianOp::OP_OR, boosts.queries)};
    context_.guard_leaves(first_leaf, query);
  }
  if (context_.index.postings == nullptr) return {query, nullptr};
  // Matches and scores as Xapian would, only faster.
  return context_.ranked({std::move(parts.words.terms), std::move(parts.pairs),
                          std::move(parts.names), std::move(parts.all_words), kAllWords,
                          std::move(boosts.terms)});
}

}  // namespace ibid
