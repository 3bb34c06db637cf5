// SPDX-License-Identifier: GPL-2.0-or-later
//
// Rules are lists of search/word_lists/. They may make words that are none: only words of the index
// count.
#include "search/names/spelling_variants.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "indexer/analysis/english.h"
#include "indexer/analysis/term.h"

namespace ibid {
namespace {

enum class Where : std::uint8_t { kEnds, kInside, kWord };
enum class Place : std::uint8_t { kBefore, kBeforeE, kAfter };
using enum Where;
using enum Place;

struct SpellingRule {
  std::string_view british, american;
  Where where;
  std::size_t letters;
};

struct JoinedPart {
  std::string_view text;
  Place place;
};

constexpr std::array kRules = std::to_array<SpellingRule>({
#include "search/word_lists/spelling_rules.inc"
});
constexpr std::array kParts = std::to_array<JoinedPart>({
#include "search/word_lists/joined_parts.inc"
});

constexpr std::size_t kShortest = 4;      // letters of a word with variants
constexpr std::size_t kShortestPart = 3;  // of a part that no list has

bool is_english(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The words that the rule makes of `word` by putting `to` for `from`.
void apply(const SpellingRule& rule, std::string_view word, std::string_view from,
           std::string_view to, std::vector<std::string>& out) {
  const auto put = [&](std::size_t at) {
    std::string made(word);
    out.push_back(made.replace(at, from.size(), to));
  };
  if (rule.where == kWord) {
    if (word == from) put(0);
  } else if (rule.where == kEnds) {
    const bool fits = word.ends_with(from) && word.size() - from.size() >= rule.letters;
    if (fits) put(word.size() - from.size());
  } else {
    for (std::size_t at = word.find(from, rule.letters); at != std::string_view::npos;
         at = word.find(from, at + 1)) {
      put(at);
    }
  }
}

bool has_word(const IndexView& index, std::string_view word) {
  return frequency(index, std::string(word)) != 0;
}

// In any inflection.
void keep_known(const IndexView& index, std::vector<std::string>& words) {
  if (words.empty()) return;
  EnglishStemmer stemmer;
  std::erase_if(words, [&](const std::string& word) {
    return frequency(index, form_term(TextField::kBody, FormKind::kStem, stemmer.stem(word))) == 0;
  });
}

// "anti ship" of antiship.
void split(const IndexView& index, std::string_view word, std::vector<std::string>& out) {
  for (const JoinedPart& part : kParts) {
    const bool before = part.place != kAfter;
    if (word.size() < part.text.size() + kShortestPart) continue;
    if (before ? !word.starts_with(part.text) : !word.ends_with(part.text)) continue;
    const std::string_view rest =
        before ? word.substr(part.text.size()) : word.substr(0, word.size() - part.text.size());
    if (part.place == kBeforeE && rest.front() != 'e') continue;
    if (!has_word(index, rest) || !has_word(index, part.text)) continue;
    const std::string_view first = before ? part.text : rest, second = before ? rest : part.text;
    out.push_back(std::string(first) + ' ' + std::string(second));
  }
}

bool is_one_part(std::string_view word, bool before) {
  return std::any_of(kParts.begin(), kParts.end(), [&](const JoinedPart& part) {
    return part.text == word && (part.place != kAfter) == before;
  });
}

// True if two words side by side may be one: typed with a hyphen, or of parts that join.
bool may_join(const Analysis& analysis, std::string_view text, std::size_t first) {
  const Word &a = analysis.words[first], &b = analysis.words[first + 1];
  const std::string_view one = analysis.surface(a), two = analysis.surface(b);
  if (!is_english(one) || !is_english(two) || b.begin != a.end + 1) return false;
  if (text[a.end] == '-') return true;
  if (text[a.end] != ' ') return false;
  if (is_one_part(one, true) || is_one_part(two, false)) return one.size() + two.size() >= 6;
  const auto tells = [](const Word& word) { return word.weightiness == Weightiness::kContent; };
  return tells(a) && tells(b) && one.size() >= kShortestPart && two.size() >= kShortestPart;
}

}  // namespace

SpellingVariants spelling_variants(const IndexView& index, const Analysis& analysis,
                                   std::string_view text, std::size_t first) {
  SpellingVariants variants;
  const Word& word = analysis.words[first];
  const std::string_view surface = analysis.surface(word);
  if (first + 1 < analysis.words.size() && may_join(analysis, text, first)) {
    std::string joined(surface);
    joined += analysis.surface(analysis.words[first + 1]);
    if (has_word(index, joined)) return {2, {std::move(joined)}};
  }
  if (word.weightiness == Weightiness::kStop || surface.size() < kShortest) return variants;
  if (!is_english(surface)) return variants;
  for (const SpellingRule& rule : kRules) {
    apply(rule, surface, rule.british, rule.american, variants.texts);
    apply(rule, surface, rule.american, rule.british, variants.texts);
  }
  keep_known(index, variants.texts);
  split(index, surface, variants.texts);
  std::sort(variants.texts.begin(), variants.texts.end());
  variants.texts.erase(std::unique(variants.texts.begin(), variants.texts.end()),
                       variants.texts.end());
  return variants;
}

}  // namespace ibid
