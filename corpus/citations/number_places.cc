// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/citations/number_places.h"

#include <array>
#include <string>

#include "corpus/citations/mark_numbers.h"
#include "corpus/layout/abbreviations.h"
#include "corpus/sentences/words_at.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"

namespace ibid {

bool NumberPlaces::ends_here(std::size_t at) const {
  if (at >= text_.size()) return true;
  const char32_t c = code_point_at(text_, at);
  static constexpr std::u32string_view kAfter = U",;:”’\"')]|*";
  return is_space(c) || kAfter.find(c) != std::u32string_view::npos;
}

// A stop or closing quotation mark right before, at the end of a word of some length.
bool NumberPlaces::may_follow(std::size_t at) const {
  if (at < 2) return false;
  std::size_t begin = at;
  const char32_t before = previous_code_point(text_, begin);
  if (is_hangul(before)) return closes_korean_note(at);
  static constexpr std::u32string_view kStops = U".?!,。";
  const bool stop = kStops.find(before) != std::u32string_view::npos;
  if (!stop && !(is_closing(before) && before != U']' && before != U')' && before != U'】')) {
    return false;
  }
  if (begin > 0 && text_[begin - 1] == '\\') --begin;  // "2017\.1", as some programs escape
  if (begin == 0) return false;
  std::size_t word_end = begin;
  const char32_t last = previous_code_point(text_, word_end);
  if (is_ascii_digit(last))
    return before == U'.' && (text_[begin] == '\\' || is_year_before(begin));
  // "『大正藏』9": the volume of what is named.
  static constexpr std::u32string_view kTitles = U"』」》〉";
  if (kTitles.find(before) != std::u32string_view::npos && last != U'.') return false;
  if (is_hangul(last) || is_closing(last)) return before != U',' || is_hangul(last);
  if (!stop && (last == U'.' || last == U',' || last == U'?' || last == U'!')) return true;
  return is_word_before(begin, before);
}

// "in 2023.1": a year ends the sentence; "2.1" and "12.5" are numbers.
bool NumberPlaces::is_year_before(std::size_t end) const {
  constexpr std::size_t kDigits = 4;
  std::size_t begin = end;
  while (begin > 0 && is_ascii_digit(text_[begin - 1])) --begin;
  const std::string_view year = text_.substr(begin, end - begin);
  if (year.size() != kDigits || (!year.starts_with("19") && !year.starts_with("20"))) return false;
  // "early 2023.1", "June 20, 2024.3"; but "요청 2005.10" is a month.
  while (begin > 0 && (text_[begin - 1] == ' ' || text_[begin - 1] == '-')) --begin;
  return begin > 0 && (is_ascii_letter(text_[begin - 1]) || text_[begin - 1] == ',');
}

// "was." and "metres." may have a mark, "No.", "p." and "Fig." have a number of their own.
bool NumberPlaces::is_word_before(std::size_t end, char32_t stop) const {
  std::size_t begin = end;
  while (begin > 0) {
    std::size_t previous = begin;
    const char32_t c = previous_code_point(text_, previous);
    if (!is_letter(c) && !is_ascii_digit(c) && c != U'-' && c != U'’' && c != U'\'') break;
    begin = previous;
  }
  constexpr std::size_t kShortest = 2;
  const std::string_view word = text_.substr(begin, end - begin);
  if (word.size() < kShortest) return false;
  if (stop != U'.') return true;
  // "Cat.9"; a sentence hardly ends with so short a name.
  constexpr std::size_t kShortName = 3;
  std::size_t first = 0;
  if (word.size() <= kShortName && !is_lower(next_code_point(word, first))) return false;
  const std::string with_stop = std::string(word) + ".";
  // "VOL.4", "pt.2" and "Vol.4" have a number of their own, whatever their letters.
  std::string capital = ascii_lower(with_stop);
  if (is_abbreviation(capital, AbbreviationUse::kBeforeNumber)) return false;
  if (capital.front() >= 'a') capital.front() = static_cast<char>(capital.front() - 'a' + 'A');
  return !is_abbreviation(with_stop, AbbreviationUse::kBeforeNumber) &&
         !is_abbreviation(capital, AbbreviationUse::kBeforeNumber);
}

// "증가하였다1)": Korean papers put the number and a bracket behind a word.
bool NumberPlaces::closes_korean_note(std::size_t at) const {
  std::size_t end = at;
  return read_number(text_, end, false) && end < text_.size() && text_[end] == ')' &&
         text_.rfind('(', at) == std::string_view::npos;
}

// What is raised after a unit or a number is an exponent.
bool NumberPlaces::follows_unit(std::size_t at) const {
  if (at == 0) return true;
  const char before = text_[at - 1];
  if (is_ascii_digit(before)) return true;
  if (!is_ascii_letter(before)) {
    return static_cast<unsigned char>(before) >= 0x80 && is_unit_sign(code_point_before(text_, at));
  }
  std::size_t begin = at;
  while (begin > 0 && is_ascii_letter(text_[begin - 1])) --begin;
  const std::string_view word = text_.substr(begin, at - begin);
  constexpr std::size_t kLongestUnit = 2;  // "km"
  return word.size() <= kLongestUnit ||
         is_one_of(word, std::array<std::string_view, 4>{"mile", "miles", "inch", "feet"});
}

bool NumberPlaces::is_unit_sign(char32_t c) {
  return c == U'㎞' || c == U'㎡' || c == U'㎥' || c == U'µ' || c == U'Ω' || c == U'₂';
}

}  // namespace ibid
