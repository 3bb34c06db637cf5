// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/rules/quantity_statements.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"
#include "search/audit/sentences/months.h"

namespace ibid {
namespace {

bool in_quantity(const AuditSentence& sentence, ByteRange word) {
  return std::any_of(sentence.quantities.begin(), sentence.quantities.end(),
                     [&](const Quantity& q) { return overlaps(q.range, word); });
}

std::set<std::string> all_years_of(const AuditSentence& sentence) {
  std::set<std::string> years;
  for (const Quantity& quantity : sentence.quantities) {
    if (quantity.kind == QuantityKind::kYear) years.insert(quantity.value.to_string());
  }
  return years;
}

std::set<std::string> years_of(const AuditSentence& sentence, const Quantity& quantity) {
  constexpr std::uint64_t kRightAfter = 12;  // bytes: " in ", ", in "
  for (const Quantity& other : sentence.quantities) {
    const bool own = other.kind == QuantityKind::kYear && other.range.begin >= quantity.range.end &&
                     other.range.begin - quantity.range.end <= kRightAfter;
    if (own) return {other.value.to_string()};
  }
  return all_years_of(sentence);
}

// Words that number without counting: years before Christ, articles, ranks.
constexpr std::array kOrders = std::to_array<std::string_view>({
#include "search/word_lists/ordering_units.inc"
});

// Words beside a percentage that mark a change, as stems or beginnings.
using enum ListMatch;
constexpr std::array kChangeWords = std::to_array<ListedWord>({
#include "search/word_lists/change_words.inc"
});

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_name(std::string_view text, const AuditSentence& sentence, const ContentWord& word) {
  return is_capital(text[word.text.begin]) && &word != &sentence.words.front();
}

// "up 26.3%": up and down are function words, so they are not among the stems.
bool follows_up_or_down(std::string_view text, const Quantity& quantity) {
  constexpr std::size_t kLongest = 5;  // " down"
  std::string_view last = trim(text.substr(0, quantity.range.begin));
  last.remove_prefix(last.size() - std::min(last.size(), kLongest));
  const std::string before = ascii_lower(last);
  return before.ends_with(" up") || before.ends_with(" down") || before.ends_with(" by");
}

// Of sentence.quantities[index].
Statement statement_of(const StoredPassage& passage, const AuditSentence& sentence,
                       std::size_t index, BilingualNames& names) {
  constexpr std::size_t kBefore = 6, kAfter = 4;  // content words
  const Quantity& quantity = sentence.quantities[index];
  Statement made;
  made.bounds = bounds_of(passage.text, sentence.text, sentence.quantities, index);
  made.passage = &passage;
  made.sentence = sentence.text;
  made.read_from = &sentence;
  made.quantity = quantity;
  made.years = years_of(sentence, quantity);
  std::vector<const ContentWord*> words;
  std::size_t after = 0;  // number of words before the quantity
  for (const ContentWord& word : sentence.words) {
    const bool past = word.text.begin >= quantity.range.end;
    if (past && made.counted.empty() && quantity.kind == QuantityKind::kCount) {
      made.counted = word.stem;
    }
    if (in_quantity(sentence, word.text) || is_ascii_digit(word.stem[0]) ||
        month_of(word.stem) != 0) {
      continue;
    }
    words.push_back(&word);
    if (!past) after = words.size();
  }
  if (!words.empty() && words.front()->text.begin == sentence.text.begin &&
      is_capital(passage.text[sentence.text.begin])) {
    made.opening = words.front()->stem;
  }
  constexpr std::size_t kRightBeside = 3;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& stem = words[i]->stem;
    if (stem == made.counted) continue;
    made.stems.insert(stem);
    if (is_name(passage.text, sentence, *words[i]) || names.is_korean_name(stem)) {
      made.names.insert(stem);
    }
    if (i + kBefore >= after && i < after + kAfter) made.nearby.insert(stem);
    if (i + kRightBeside >= after && i < after + kRightBeside &&
        matches_one_of(stem, kChangeWords)) {
      made.change = true;
    }
  }
  for (const Quantity& other : sentence.quantities) made.quantities.insert(key_of(other));
  made.change = made.change || follows_up_or_down(passage.text, quantity);
  return made;
}

}  // namespace

std::string key_of(const Quantity& quantity) {
  return quantity.value.to_string() + ' ' + quantity.unit;
}

std::vector<Statement> statements_of(const std::vector<StoredPassage>& passages,
                                     const std::vector<AuditSentence>& sentences,
                                     BilingualNames& names) {
  std::vector<Statement> made;
  std::size_t passage = SIZE_MAX;
  std::set<std::string> years;  // named last in the passage
  std::set<int> months;
  for (const AuditSentence& sentence : sentences) {
    const PassageKind kind = passages[sentence.passage].kind;
    if (kind == PassageKind::kSource || kind == PassageKind::kNote) continue;
    if (sentence.passage != passage) {
      passage = sentence.passage;
      years.clear();
      months.clear();
    }
    if (auto named = all_years_of(sentence); !named.empty()) years = std::move(named);
    const std::set<int> own_months = months_of(sentence);
    if (!own_months.empty()) months = own_months;
    if (sentence.quantities.empty()) continue;
    const Scopes scopes = scopes_of(slice(passages[sentence.passage].text, sentence.text));
    for (std::size_t i = 0; i < sentence.quantities.size(); ++i) {
      if (sentence.quantities[i].kind == QuantityKind::kYear) continue;
      made.push_back(statement_of(passages[sentence.passage], sentence, i, names));
      if (is_one_of(made.back().counted, kOrders)) {
        made.pop_back();
        continue;
      }
      if (made.back().years.empty()) made.back().years = years;
      made.back().months = months;
      made.back().own_months = own_months;
      made.back().scopes = scopes;
    }
  }
  return made;
}

}  // namespace ibid
