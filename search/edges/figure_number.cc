// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/edges/figure_number.h"

#include <string>

#include "indexer/quantities/quantity_words.h"
#include "search/edges/figure_words.h"

namespace ibid {
namespace {

bool is_raised(char32_t c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x208E);
}

bool is_vulgar_fraction(char32_t c) {
  return (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E) || c == 0x2189;
}

// Between two digits, part of one number: "5,300", "5:30", "1/3", "3·1".
bool is_inner_sign(char32_t c) {
  return std::u32string_view(U".,:/'·⁄×*٫٬").find(c) != std::u32string_view::npos;
}

FigureNumber digits(const FigureText& text, std::size_t i) {
  FigureNumber number;
  number.in_digits = true;
  const bool after_hyphen = i > 1 && text.is_hyphen(i - 1) && text.is_letter(i - 2);
  const char32_t before = i > 0 ? text.at(i - 1) : 0;
  number.is_part = (i > 0 && text.is_letter(i - 1)) || after_hyphen || before == U'#' ||
                   before == U'@' || before == U'_';
  std::size_t end = i;
  for (;;) {
    while (text.is_digit(end)) ++end;
    end = raised_end(text, end);
    if (!is_inner_sign(text.at(end)) || !text.is_digit(end + 1)) break;
    ++end;
  }
  number.has_letters = text.is_letter(end);
  while (text.is_letter(end) || (number.has_letters && text.is_digit(end))) ++end;
  number.end = raised_end(text, end);
  return number;
}

bool is_number_name(std::string_view word) {
  return number_word(word) || is_scale_name(word) || word == "dozen" || word == "half";
}

// The end of the number word that goes on the one before: "-five", " hundred", " and fifty", or 0.
std::size_t next_word(const FigureText& text, std::size_t end, const std::string& last) {
  const bool hyphen = text.is_hyphen(end);
  if (!hyphen && !text.is_space(end)) return 0;
  std::size_t at = hyphen ? end + 1 : text.past_spaces(end);
  std::string word = text.letters_from(at);
  const bool after_scale = is_scale_name(last);
  if (word == "and") {
    at += word.size();
    at = text.is_hyphen(at) ? at + 1 : text.past_spaces(at);
    word = text.letters_from(at);
    if (word == "a") word = text.letters_from(at = text.past_spaces(at + 1));
    const bool goes_on = is_fraction_word(word) || (after_scale && number_word(word));
    return goes_on ? at + word.size() : 0;
  }
  if (is_fraction_word(word)) return at + word.size();
  if (!number_word(word) && !is_scale_name(word) && word != "dozen") return 0;
  const auto tens = number_word(last);
  const auto ones = number_word(word);
  const bool pair = tens && *tens >= 20 && ones && *ones < 10;
  return hyphen || pair || after_scale || is_scale_name(word) || word == "dozen" ? at + word.size()
                                                                                 : 0;
}

FigureNumber words(const FigureText& text, std::size_t i) {
  FigureNumber number;
  std::string last = text.letters_from(i);
  if (!text.begins_word(i) || !is_number_name(last)) return number;
  number.end = i + last.size();
  while (const std::size_t next = next_word(text, number.end, last)) {
    last.clear();
    for (std::size_t at = next; at > number.end && text.is_letter(at - 1); --at) {
      last.insert(last.begin(), static_cast<char>(text.at(at - 1)));
    }
    number.end = next;
  }
  number.is_scale = is_scale_name(last);
  return number;
}

// 수백만, 삼천억, 십만; not 일만 (일 + 만) and 이조.
FigureNumber korean(const FigureText& text, std::size_t i) {
  constexpr std::u32string_view kDigits = U"일이삼사오육칠팔구";
  constexpr std::size_t kSureLength = 3;
  FigureNumber number;
  if (!text.begins_word(i)) return number;
  const char32_t first = text.at(i);
  std::size_t at = first == U'수' || first == U'몇' ? i + 1 : i;
  const std::size_t begin = at;
  std::size_t scales = 0;
  for (; is_korean_scale(text.at(at)) || kDigits.find(text.at(at)) != kDigits.npos; ++at) {
    scales += is_korean_scale(text.at(at)) ? 1 : 0;
  }
  const bool vague = begin > i && scales == at - begin;
  const bool starts_big = is_korean_scale(first) && scales == at - begin && scales > 1;
  const bool sure = vague || starts_big || (scales > 1 && at - begin >= kSureLength);
  if (at == begin || scales == 0 || !sure || !is_korean_scale(text.at(at - 1))) return number;
  number.end = at;
  number.is_scale = true;
  return number;
}

}  // namespace

bool is_korean_scale(char32_t c) { return small_korean_scale(c) || large_korean_scale(c); }

bool is_scale_name(std::string_view word) {
  const auto scale = scale_word(word);
  return scale && !scale->needs_money;
}

std::size_t raised_end(const FigureText& text, std::size_t i) {
  while (is_raised(text.at(i)) || is_vulgar_fraction(text.at(i))) ++i;
  if (text.at(i) != U'^') return i;
  std::size_t at = i + 1;
  const bool braced = text.at(at) == U'{';
  if (braced) ++at;
  if (text.at(at) == U'-' || text.at(at) == U'+') ++at;
  if (!text.is_digit(at)) return i;
  while (text.is_digit(at)) ++at;
  return braced && text.at(at) == U'}' ? at + 1 : at;
}

FigureNumber read_number(const FigureText& text, std::size_t i) {
  if (text.is_digit(i)) return digits(text, i);
  if (is_vulgar_fraction(text.at(i))) return {i + 1, true, false, false, false};
  if (text.is_letter(i)) return words(text, i);
  return text.is_hangul(i) ? korean(text, i) : FigureNumber{};
}

}  // namespace ibid
