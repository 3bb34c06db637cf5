// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan/word_weights.h"

#include <algorithm>

#include "corpus/text/code_points.h"
#include "indexer/analysis/english.h"
#include "search/match/ranking.h"

namespace ibid {
namespace {

double kind_weight(FormKind kind) {
  switch (kind) {
    case FormKind::kSurface:
      return kRanking.surface;
    case FormKind::kStem:
    case FormKind::kJoined:
      return kRanking.stem;
    case FormKind::kLemma:
      return kRanking.lemma;
    case FormKind::kVerb:
      return kRanking.verb;
    case FormKind::kPart:
      return kRanking.part;
    case FormKind::kBigram:
      return kRanking.bigrams;  // see form_weight
    case FormKind::kGram:
      return kRanking.gram;
    case FormKind::kDesignator:
      return kRanking.designator;
  }
  return 0;
}

// True for "40일", "1989년": in Korean, the number and what it counts are one word.
bool has_counter(const Analysis& analysis, const Word& number) {
  const auto next = static_cast<std::size_t>(&number - analysis.words.data()) + 1;
  return next < analysis.words.size() && analysis.words[next].hangul &&
         analysis.words[next].begin == number.end;
}

// True for "billion" and "dollars" of 240.1 billion dollars, not for the digits.
bool is_in_quantity(const Analysis& analysis, const Word& word,
                    const std::vector<Quantity>& quantities) {
  if (is_ascii_digit(analysis.surface(word)[0])) return false;
  return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& quantity) {
    return quantity.range.begin <= word.begin && word.begin < quantity.range.end;
  });
}

}  // namespace

const char* form_name(FormKind kind, bool hangul) {
  switch (kind) {
    case FormKind::kSurface:
      return "exact";
    case FormKind::kStem:
      return hangul ? "particle-stripped" : "stem";
    case FormKind::kLemma:
      return "verb-noun";
    case FormKind::kVerb:
      return "verb";
    case FormKind::kPart:
      return "part";
    case FormKind::kBigram:
      return "bigram";
    case FormKind::kGram:
      return "letters";
    case FormKind::kDesignator:
      return "designator";
    case FormKind::kJoined:
      return "joined";
  }
  return "";
}

const Form* find_form(const Analysis& analysis, const Word& word, FormKind kind) {
  const Form* end = analysis.end_of(word);
  const Form* found = std::find_if(analysis.begin_of(word), end,
                                   [kind](const Form& form) { return form.kind == kind; });
  return found == end ? nullptr : found;
}

double form_weight(const Analysis& analysis, const Word& word, const Form& form) {
  const bool part = word.in_designator && form.kind != FormKind::kDesignator;
  double weight = kind_weight(form.kind) * (part ? kRanking.designator_part : 1.0);
  if (form.kind == FormKind::kBigram) {
    const auto bigrams = std::count_if(analysis.begin_of(word), analysis.end_of(word),
                                       [](const Form& f) { return f.kind == FormKind::kBigram; });
    weight /= static_cast<double>(bigrams);
  }
  return weight;
}

bool is_ambiguous(const Analysis& analysis, const Word& word, const Form& form) {
  return form.kind == FormKind::kSurface && word.weightiness == Weightiness::kContent &&
         is_english_stop_word(analysis.text(form));
}

std::size_t find_signature(std::string_view text) {
  constexpr std::string_view kDash = "\xE2\x80\x94 ";
  const std::size_t dash = text.rfind(kDash);
  if (dash == std::string_view::npos) return dash;
  // The query language removes brackets round a single word.
  const bool handle = text.find("(@", dash) != std::string_view::npos ||
                      text.find(" @", dash) != std::string_view::npos;
  return handle ? dash : std::string_view::npos;
}

double word_worth(const Analysis& analysis, const Word& word, const TextOfWords& text) {
  double worth = word.weightiness == Weightiness::kCommon ? kCommonWord : 1.0;
  const bool number = is_ascii_digit(analysis.surface(word)[0]) && !word.in_designator;
  if (number && !has_counter(analysis, word)) worth *= kNumber;
  if (word.begin >= text.signature) worth *= kSignature;
  if (is_in_quantity(analysis, word, text.quantities)) worth *= kQuantityWord;
  return worth;
}

}  // namespace ibid
