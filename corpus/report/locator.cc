// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/locator.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/dates/month_names.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {
namespace {

enum class Needs { kNumber, kNone };
struct LocatorWord {
  std::string_view word;
  Needs needs;
};
using enum Needs;
constexpr std::array kWords = std::to_array<LocatorWord>({
#include "corpus/word_lists/locator_words.inc"
});

constexpr std::size_t kLongest = 80;       // bytes; longer text is words
constexpr std::size_t kLongestNumber = 8;  // digits: 20240603
constexpr std::size_t kLongestRoman = 6;   // "xxviii"

// A stretch of letters of one script, of digits, or one other character.
struct Token {
  enum class Kind { kNumber, kWord, kSpace, kSign } kind = Kind::kSign;
  std::string_view text;
};

bool is_word_character(char32_t c) { return is_letter(c) || c == U'§' || c == U'¶'; }

Token next_token(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  const char32_t first = next_code_point(text, at);
  const auto take_while = [&](auto belongs) {
    while (at < text.size()) {
      std::size_t next = at;
      if (!belongs(next_code_point(text, next))) break;
      at = next;
    }
    return text.substr(begin, at - begin);
  };
  if (is_space(first)) return {Token::Kind::kSpace, take_while(is_space)};
  if (is_ascii_digit(first)) {
    return {Token::Kind::kNumber, take_while([](char32_t c) { return is_ascii_digit(c); })};
  }
  if (!is_word_character(first)) return {Token::Kind::kSign, text.substr(begin, at - begin)};
  const bool hangul = is_hangul(first);
  return {Token::Kind::kWord, take_while([hangul](char32_t c) {
            return is_word_character(c) && is_hangul(c) == hangul;
          })};
}

bool is_roman(std::string_view small) {
  return small.size() <= kLongestRoman &&
         small.find_first_not_of("ivxlc") == std::string_view::npos;
}

bool is_month(std::string_view small) {
  return std::any_of(kMonthNames.begin(), kMonthNames.end(), [small](const MonthName& month) {
    return small == ascii_lower(month.english) || small == ascii_lower(month.short_form) ||
           (!month.other_short.empty() && small == ascii_lower(month.other_short));
  });
}

// "st" of "1st", "b" of "12b", "L" of "L12"
bool is_glued_letter(std::string_view small) {
  return small.size() == 1 ||
         is_one_of(small, std::array<std::string_view, 6>{"st", "nd", "rd", "th", "ff", "f"});
}

const LocatorWord* find_word(std::string_view small) {
  const auto found = std::find_if(kWords.begin(), kWords.end(), [small](const LocatorWord& known) {
    return known.word == small;
  });
  return found == kWords.end() ? nullptr : &*found;
}

// "쪽에", "일에서": a place word with a particle, and "년도".
const LocatorWord* find_korean(std::string_view word) {
  if (const LocatorWord* whole = find_word(word)) return whole;
  for (const std::string_view particle : {"에", "에서", "도", "자"}) {
    if (word.size() > particle.size() && word.ends_with(particle)) {
      const auto* stem = find_word(word.substr(0, word.size() - particle.size()));
      if (stem != nullptr) return stem;
    }
  }
  return nullptr;
}

bool is_locator_sign(char32_t c) {
  static constexpr std::u32string_view kSigns = U".,:;-–—‐‑~∼〜/()’'‘·&+";
  return kSigns.find(c) != std::u32string_view::npos;
}

}  // namespace

bool is_locator(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > kLongest) return false;
  bool number = false, word = false, roman = false;
  Token before;
  for (std::size_t at = 0; at < text.size();) {
    const Token token = next_token(text, at);
    const bool after_number = before.kind == Token::Kind::kNumber;
    before = token;
    if (token.kind == Token::Kind::kSpace) continue;
    if (token.kind == Token::Kind::kNumber) {
      if (token.text.size() > kLongestNumber) return false;
      number = true;
    } else if (token.kind == Token::Kind::kSign) {
      std::size_t first = 0;
      if (!is_locator_sign(next_code_point(token.text, first))) return false;
    } else {
      const std::string small = ascii_lower(token.text);
      const LocatorWord* known = find_korean(small);
      // "12b", "1st"; in front only the letter of a line: "L12".
      const bool glued =
          after_number || (small == "l" && at < text.size() && is_ascii_digit(text[at]));
      if (known == nullptr && !is_month(small) && !(glued && is_glued_letter(small))) {
        if (!is_roman(small)) return false;
        roman = true;
        continue;
      }
      word |= known == nullptr || known->needs == kNumber;
    }
  }
  return number || (roman && (word || is_roman(text)));
}

std::size_t trailing_locator(std::string_view words) {
  std::size_t best = words.size();
  // The longest end that is a locator, at a comma or space.
  for (std::size_t at = words.size(); at > 1;) {
    previous_code_point(words, at);
    const bool boundary = at > 0 && (words[at - 1] == ',' || words[at - 1] == ' ');
    if (!boundary || at >= words.size() || words[at] == ' ') continue;
    if (words.size() - at > kLongest) break;
    if (!is_locator(words.substr(at))) continue;
    best = at;
  }
  if (best == words.size()) return best;
  const std::string_view tail = trim(words.substr(best));
  std::size_t end = best;
  while (end > 0 && (words[end - 1] == ' ' || words[end - 1] == ',')) --end;
  const bool comma = words.substr(end, best - end).find(',') != std::string_view::npos;
  if (tail.front() == '(' || tail.find_first_of("0123456789") == std::string_view::npos) {
    return words.size();
  }
  const bool bare = std::all_of(tail.begin(), tail.end(), [](char c) { return is_ascii_digit(c); });
  constexpr std::size_t kYearDigits = 4;
  if (bare && (!comma || tail.size() != kYearDigits)) return words.size();
  return end == 0 ? words.size() : end;
}

}  // namespace ibid
