// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quantities/year_reader.h"

#include <string>

#include "indexer/quantities/quantity_words.h"

namespace ibid {
namespace {

constexpr int kFirst = 1000, kFirstModern = 1900, kLast = 2100;

bool joins_years(char32_t c) { return c == U'-' || c == U'/' || is_range_sign(c); }

}  // namespace

int YearReader::value(std::size_t begin, std::size_t end) const {
  int value = 0;
  for (std::size_t i = begin; i < end; ++i) {
    value = value * 10 + static_cast<int>(scan_.char_at(i) - U'0');
  }
  return value;
}

bool YearReader::is_modern(std::size_t begin) const {
  const std::string century = reader_.word(begin, begin + 2);
  return century == "19" || century == "20";
}

bool YearReader::is_year(std::size_t begin, BeforeYear before) const {
  const std::size_t end = begin + kDigits;
  const int year = value(begin, end);
  if (year < kFirst || year > kLast || before == BeforeYear::kNumber) return false;
  if (!fits_after(begin, end)) return false;
  const char32_t next = scan_.char_at(end);
  if (next == U'년') return true;
  if (reader_.is_hangul(end)) {
    return year >= kFirstModern &&
           (!is_korean_counter(next) || begins_with_year_noun(reader_.hangul_from(end)));
  }
  if (reader_.is_letter(end)) {
    const bool decade = reader_.word(end, scan_.run_end(end)) == "s" && year % 10 == 0;
    return decade || (year >= kFirstModern && mark_follows(end));
  }
  if (year >= kFirstModern) return true;
  return before == BeforeYear::kFree && introduces_year(word_before(begin));
}

// Not "2024:3" or "2024.5", nor "2024-100"; "2020-2023" and "2023-24" are years.
bool YearReader::fits_after(std::size_t begin, std::size_t end) const {
  const char32_t next = scan_.char_at(end);
  if (!reader_.is_digit(end + 1)) return true;
  if (next == U':' || next == U'.') return false;
  if (next != U'-' && !is_range_sign(next)) return true;
  return scan_.run_end(end + 1) - (end + 1) == kDigits || next_short_year(begin).has_value();
}

// "2024Q3", "2024H1", "2024E".
bool YearReader::mark_follows(std::size_t end) const {
  std::size_t letters_end = end;
  while (reader_.is_letter(letters_end)) ++letters_end;
  if (!is_year_mark(reader_.word(end, letters_end))) return false;
  std::size_t after = letters_end;
  while (reader_.is_digit(after)) ++after;
  return after - letters_end <= 1 && !reader_.is_letter(after);
}

bool YearReader::is_year_after_letters(std::size_t begin) const {
  constexpr int kFirstOfNames = 1990, kRoundModel = 2000, kLastOfNames = 2050;
  const std::size_t end = begin + kDigits;
  std::size_t letters = begin;
  while (letters > 0 && reader_.is_letter(letters - 1)) --letters;
  if (letters == begin) return false;
  const int year = value(begin, end);
  const bool goes_on = reader_.is_letter(end) ||
                       (joins_years(scan_.char_at(end)) && is_word_class(scan_.class_at(end + 1)));
  const char32_t before = letters > 0 ? scan_.char_at(letters - 1) : U' ';
  if (has_business_mark(begin)) {
    const bool quarter = letters > 0 && reader_.is_digit(letters - 1);  // 3Q2024
    const bool free =
        quarter || !is_word_class(letters > 0 ? scan_.class_at(letters - 1) : CharClass::kSpace);
    return free && year >= kFirstModern && year <= kLast && !reader_.is_letter(end);
  }
  const bool starts_word = before == U' ' || reader_.is_space(letters - 1) || before == U'(' ||
                           before == U'"' || before == U'\'';
  return starts_word && !goes_on && year >= kFirstOfNames && year <= kLastOfNames &&
         year != kRoundModel;
}

bool YearReader::has_business_mark(std::size_t begin) const {
  std::size_t letters = begin;
  while (letters > 0 && reader_.is_letter(letters - 1)) --letters;
  return letters < begin && is_year_mark(reader_.word(letters, begin));
}

std::optional<YearReader::ShortYear> YearReader::next_short_year(std::size_t begin) const {
  constexpr int kMonths = 12, kHundred = 100;
  std::size_t end = begin;
  while (reader_.is_digit(end)) ++end;
  if (end - begin != kDigits || !joins_years(scan_.char_at(end))) return std::nullopt;
  const std::size_t next = end + 1, next_end = end + 3;
  if (!reader_.is_digit(next) || !reader_.is_digit(next + 1)) return std::nullopt;
  const CharClass after = scan_.class_at(next_end);
  const char32_t sign = scan_.char_at(next_end);
  const bool goes_on = after == CharClass::kDigit || after == CharClass::kLetter ||
                       ((joins_years(sign) || sign == U'.') && reader_.is_digit(next_end + 1)) ||
                       sign == U'%' || sign == U'월';
  const int first = value(begin, end), second = value(next, next_end);
  if (goes_on || first < kFirst || first > kLast) return std::nullopt;
  const bool turn = first % kHundred == kHundred - 1 && second == 0;  // 1999-00
  if (!turn && second <= first % kHundred) return std::nullopt;
  const bool month = second <= kMonths && second != 0 && !is_range_sign(scan_.char_at(end));
  if (month && !has_business_mark(begin) && !is_span(next_end)) return std::nullopt;
  const int century = first - first % kHundred + (turn ? kHundred : 0);
  return ShortYear{century + second, next, next_end};
}

// "2011/12 season", "2011-12시즌".
bool YearReader::is_span(std::size_t end) const {
  const std::size_t at = reader_.is_space(end) ? end + 1 : end;
  if (reader_.is_hangul(at)) {
    const std::u32string word = reader_.hangul_from(at);
    return word.starts_with(U"시즌") || word.starts_with(U"학년도") || begins_with_year_noun(word);
  }
  const std::string word =
      reader_.is_letter(at) ? reader_.word(at, scan_.run_end(at)) : std::string();
  return word == "season" || word == "academic" || word == "fiscal" || word == "school";
}

std::string YearReader::word_before(std::size_t begin) const {
  if (begin < 2 || !reader_.is_space(begin - 1)) return {};
  std::size_t word = begin - 1;
  while (word > 0 && reader_.is_letter(word - 1)) --word;
  return reader_.word(word, begin - 1);
}

}  // namespace ibid
