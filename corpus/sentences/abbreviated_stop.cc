// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/sentences/abbreviated_stop.h"

#include <algorithm>
#include <array>

#include "corpus/layout/abbreviations.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

constexpr std::array kLettered = std::to_array<std::string_view>({
#include "corpus/word_lists/lettered_things.inc"
});
constexpr std::array kAfterInitialisms = std::to_array<std::string_view>({
#include "corpus/word_lists/words_after_initialisms.inc"
});
constexpr std::array kFiniteVerbs = std::to_array<std::string_view>(
    {"are",   "became", "began", "bought", "built", "came", "did",  "do",   "does",  "drew",
     "fell",  "fled",   "gave",  "got",    "grew",  "had",  "has",  "have", "held",  "is",
     "kept",  "knew",   "led",   "left",   "lost",  "made", "may",  "met",  "might", "must",
     "paid",  "ran",    "rose",  "said",   "sank",  "saw",  "says", "sent", "sold",  "spent",
     "stood", "there",  "told",  "took",   "was",   "went", "were", "will", "won",   "would"});
constexpr std::array kPrepositions = std::to_array<std::string_view>(
    {"across", "against", "and", "at", "by", "for", "from", "in", "into", "near", "of", "outside",
     "through", "to", "with", "within"});

// "U.S.", "D.C.", "p.m.", "J.": letters, each with its full stop.
bool is_initialism(std::string_view word) {
  if (word.size() < 2 || word.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    if (!is_ascii_letter(word[i]) || word[i + 1] != '.') return false;
  }
  return true;
}

class Abbreviated {
 public:
  Abbreviated(std::string_view text, const StopContext& at) : text_(text), at_(at) {}

  bool is_abbreviated() const {
    const std::string_view word =
        word_before(text_, at_.begin, at_.stop + (text_[at_.stop] == '.' ? 1 : 3));
    const std::string_view following = latin_word_at(text_, at_.next);
    const bool starter = begins_with_starter(text_.substr(at_.next));
    if (is_abbreviation(word, AbbreviationUse::kBeforeName)) return true;
    if (is_ascii_digit(code_point_at(text_, at_.next)) &&
        is_abbreviation(word, AbbreviationUse::kBeforeNumber)) {
      return true;
    }
    if (starter) return false;
    if (is_abbreviation(word, AbbreviationUse::kEndsTitle)) {
      if (word == "St." && !follows_capital(word)) return true;  // Saint, not Street
      if (following.empty()) return goes_on_in_korean(word);
      return !is_clause(following);
    }
    if (!is_initialism(word)) return false;
    if (is_hangul(code_point_at(text_, at_.next))) return goes_on_in_korean(word);
    if (word.size() > 2) return !begins_clause_after(word);
    const std::size_t at = static_cast<std::size_t>(word.data() - text_.data());
    const std::string_view before = word_before(text_, at_.begin, trim(text_, {at_.begin, at}).end);
    return !is_one_of(before, kLettered) && !is_number(before);  // "Plan C.", "62 t."
  }

 private:
  // "in the U.S. Bonds gained", "at 4 p.m. Trading resumed": a noun and its verb, where the
  // initialism can be the last word. "the U.S. Senate voted" and "at 4 p.m. Seoul time" go on.
  bool begins_clause_after(std::string_view initialism) const {
    const std::string_view noun = latin_word_at(text_, at_.next);
    const std::string_view verb = word_after(noun);
    if (noun.empty() || verb.empty() || is_one_of(noun, kAfterInitialisms)) return false;
    if (initialism == "a.m." || initialism == "p.m.") return verb != "time";
    if (!is_clause(noun)) return false;
    const auto at = static_cast<std::size_t>(initialism.data() - text_.data());
    std::size_t end = trim(text_, {at_.begin, at}).end;
    std::string_view before = word_before(text_, at_.begin, end);
    if (before == "Washington,") return true;
    if (before == "the") {
      end = trim(text_, {at_.begin, end - before.size()}).end;
      before = word_before(text_, at_.begin, end);
    }
    return is_one_of(before, kPrepositions);
  }

  // "Corvane Inc. 한국법인은", "U.S. 국무부가", "Co. 3.1": what is before is no English sentence.
  bool goes_on_in_korean(std::string_view abbreviation) const {
    if (is_ascii_digit(code_point_at(text_, at_.next)) || has_hangul(text_, {at_.begin, at_.next}))
      return true;
    const auto end = static_cast<std::size_t>(abbreviation.data() - text_.data());
    for (std::size_t at = at_.begin; at < end; at = skip_spaces(text_, at)) {
      const std::string_view word = latin_word_at(text_, at);
      if (word.size() > 1 && word.front() >= 'a') return false;
      at = std::max(at + word.size(), at + 1);
      while (at < end && !is_space(code_point_at(text_, at))) next_code_point(text_, at);
    }
    return is_hangul(code_point_at(text_, at_.next));
  }

  std::string_view word_after(std::string_view noun) const {
    return latin_word_at(text_, skip_spaces(text_, at_.next + noun.size()));
  }

  // "Bonds gained": a noun at `at` and its verb.
  bool is_clause(std::string_view noun) const {
    const std::string_view verb = word_after(noun);
    if (is_one_of(noun, kAfterInitialisms)) return false;
    return is_one_of(verb, kFiniteVerbs) || (verb.size() > 3 && verb.ends_with("ed"));
  }

  bool follows_capital(std::string_view word) const {
    const auto at = static_cast<std::size_t>(word.data() - text_.data());
    const std::string_view before = word_before(text_, at_.begin, trim(text_, {at_.begin, at}).end);
    return !before.empty() && before.front() >= 'A' && before.front() <= 'Z';
  }

  std::string_view text_;
  const StopContext& at_;
};

}  // namespace

bool is_abbreviated(std::string_view text, const StopContext& at) {
  return Abbreviated(text, at).is_abbreviated();
}

}  // namespace ibid
