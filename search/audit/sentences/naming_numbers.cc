// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/naming_numbers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "corpus/dates/month_names.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::array kNumberedNames = std::to_array<std::string_view>({
#include "search/word_lists/numbered_names.inc"
});

enum class Side : std::uint8_t { kBefore, kAfter };
using enum Side;
struct NumberedNoun {
  std::string_view word;
  Side side;
};
constexpr std::array kNumberedNouns = std::to_array<NumberedNoun>({
#include "search/word_lists/numbered_nouns.inc"
});

// Words that open a sentence before a number that counts, and prepositions: "About 300 were hurt",
// "In Gaza 300 civilians died".
constexpr std::array kCountingWords = std::to_array<std::string_view>({
#include "search/word_lists/words_before_counts.inc"
});

// "people", "troops": what is counted, besides words in -s.
constexpr std::array kPlurals = std::to_array<std::string_view>(
    {"people", "men", "women", "children", "staff", "personnel", "police", "aircraft", "cattle",
     "km", "kilometres", "miles", "tons", "tonnes", "dead", "or", "and", "to"});

bool is_letter_of_word(char c) { return is_ascii_letter(c) || c == '\'' || c == '.'; }

// The ASCII word that ends `text`; empty if it ends otherwise.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_letter_of_word(text[begin - 1])) --begin;
  return text.substr(begin);
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_ascii_letter(text[end])) ++end;
  return text.substr(0, end);
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_noun_before(std::string_view before) {
  const std::string small = ascii_lower(before);
  return std::any_of(kNumberedNouns.begin(), kNumberedNouns.end(), [&](const NumberedNoun& noun) {
    if (noun.side != kBefore || !std::string_view(small).ends_with(noun.word)) return false;
    const std::size_t begin = small.size() - noun.word.size();
    return begin == 0 || !is_ascii_letter(noun.word.front()) || !is_ascii_letter(small[begin - 1]);
  });
}

// 112번; 119 신고: a word of several syllables may stand apart.
bool is_noun_after(std::string_view after) {
  constexpr std::size_t kSyllable = 3;  // bytes
  return std::any_of(kNumberedNouns.begin(), kNumberedNouns.end(), [&](const NumberedNoun& noun) {
    if (noun.side != kAfter) return false;
    return after.starts_with(noun.word) ||
           (noun.word.size() > kSyllable && trim(after).starts_with(noun.word));
  });
}

// "300 civilians", "300 new ships": words of something counted follow.
bool counts_what_follows(std::string_view after) {
  for (int word = 0; word < 2; ++word) {
    after = trim(after);
    const std::string_view next = first_word(after);
    if (next.empty() || is_capital(next.front())) return false;
    const bool plural = next.size() > 3 && next.ends_with('s') && !next.ends_with("ss") &&
                        !next.ends_with("us") && !next.ends_with("is");
    if (plural || is_one_of(next, kPlurals)) return true;
    after.remove_prefix(next.size());
  }
  return false;
}

bool is_month(std::string_view word) {
  return std::any_of(kMonthNames.begin(), kMonthNames.end(), [word](const MonthName& month) {
    return word == month.english || word == month.short_form || word == month.other_short;
  });
}

// "Apollo 113 was", "the Boeing 737", not "In Gaza 300 civilians" or "About 300".
bool is_name_before(std::string_view before, std::string_view after) {
  const std::string_view word = last_word(before);
  if (word.empty() || !is_capital(word.front()) || word.ends_with('.')) return false;
  if (is_month(word) || is_one_of(ascii_lower(word), kCountingWords)) return false;
  const std::string_view rest = trim(before.substr(0, before.size() - word.size()));
  const bool opens = rest.empty() || rest.ends_with('.') || rest.ends_with('!') ||
                     rest.ends_with('?') || rest.ends_with(':');
  const bool placed = is_one_of(ascii_lower(last_word(rest)), kCountingWords);
  return !((opens || placed) && counts_what_follows(after));
}

}  // namespace

bool names_something(std::string_view text, const Quantity& quantity) {
  if (quantity.kind != QuantityKind::kCount || quantity.scaled) return false;
  if (slice(text, quantity.range).find(',') != std::string_view::npos) return false;  // 1,200
  const std::string_view whole = text.substr(0, quantity.range.begin);
  const std::string_view before = trim(whole);
  const std::string_view after = text.substr(quantity.range.end);
  if (is_noun_after(after) || ends_with_one_of(before, kNumberedNames)) return true;
  const bool beside = whole.size() - before.size() <= 1;
  return beside && (is_noun_before(before) || is_name_before(before, after));
}

}  // namespace ibid
