// SPDX-License-Identifier: GPL-2.0-or-later
//
// See find_date.h. One scan: wherever a number or the name of a month begins, the forms are tried
// in order.
#include "corpus/dates/find_date.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "corpus/dates/date_signs.h"
#include "corpus/dates/month_names.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr int kFirstYear = 1800;  // other numbers of four digits are not years of a report
constexpr int kLastYear = 2199;
constexpr int kCentury = 2000;  // of a year of two digits

// `small` is in lower case.
bool equals_ignoring_case(std::string_view small, std::string_view name) {
  const auto same = [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); };
  return std::equal(small.begin(), small.end(), name.begin(), name.end(), same);
}

// Reads a line from left to right; every `take` moves past what it found, or changes nothing.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}
  std::size_t at() const { return at_; }

  std::optional<int> take_number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && end - at_ <= most && is_ascii_digit(text_[end])) {
      value = value * 10 + (text_[end++] - '0');
    }
    if (end - at_ < least || end - at_ > most) return {};
    at_ = end;
    return value;
  }

  bool take(std::string_view expected) {
    if (!text_.substr(at_).starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }

  void take_spaces() { at_ = skip_spaces(text_, at_); }

  // "June", "jun", "Sept." -> 6, 6, 9
  std::optional<int> take_month() {
    std::size_t end = at_;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    constexpr std::size_t kMost = 10;  // one letter more than the longest name, September
    const std::string name = ascii_lower(text_.substr(at_, std::min(end - at_, kMost)));
    if (name.empty()) return {};
    for (std::size_t i = 0; i < kMonthNames.size(); ++i) {
      const MonthName& month = kMonthNames[i];
      const bool whole = equals_ignoring_case(name, month.english);
      if (!whole && !equals_ignoring_case(name, month.short_form) &&
          !equals_ignoring_case(name, month.other_short)) {
        continue;
      }
      at_ = end;
      if (!whole) take(".");
      return static_cast<int>(i) + 1;
    }
    return {};
  }

  // "2024", or "'24" as of the year 2000.
  std::optional<int> take_year() {
    if (const auto year = take_number(4, 4)) return year;
    Scanner rest = *this;
    if (!rest.take("'")) return {};
    const auto year = rest.take_number(2, 2);
    if (!year) return {};
    *this = rest;
    return kCentury + *year;
  }

  void take_ordinal() {
    for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
      if (take(suffix)) return;
    }
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

constexpr int kNoDay = -1;

struct Written {  // a date as written, perhaps not in the calendar
  int year = 0, month = 0, day = kNoDay;
  std::size_t end = 0;
};

// "9월 5일" and "9월" after the year; `scan` is behind the number of the month.
std::optional<Written> read_day_of_month(int year, int month, Scanner scan) {
  scan.take_spaces();
  if (!scan.take("월")) return {};
  const Written without_day{year, month, kNoDay, scan.at()};
  scan.take_spaces();
  const auto day = scan.take_number(1, 2);
  if (!day) return without_day;
  scan.take_spaces();
  if (!scan.take("일")) return without_day;
  return Written{year, month, *day, scan.at()};
}

// "2024-06-27", "2024.6.27", "2024. 6. 27.", "2024/6/27", "2024. 6월", "'24. 6. 27."
std::optional<Written> read_numeric(Scanner scan) {
  const auto year = scan.take_year();
  if (!year) return {};
  for (const std::string_view separator : {"-", ".", "/"}) {
    Scanner rest = scan;
    if (!rest.take(separator)) continue;
    if (separator == ".") rest.take_spaces();
    const auto month = rest.take_number(1, 2);
    if (!month) return {};
    if (!rest.take(separator)) return read_day_of_month(*year, *month, rest);
    if (separator == ".") rest.take_spaces();
    const auto day = rest.take_number(1, 2);
    if (!day) return {};
    return Written{*year, *month, *day, rest.at()};
  }
  return {};
}

// "2024년 6월 27일", "2024년 6월"
std::optional<Written> read_korean(Scanner scan) {
  const auto year = scan.take_year();
  if (!year) return {};
  scan.take_spaces();
  if (!scan.take("년")) return {};
  scan.take_spaces();
  const auto month = scan.take_number(1, 2);
  if (!month) return {};
  return read_day_of_month(*year, *month, scan);
}

// "27 June 2024", "27th of June, 2024"
std::optional<Written> read_day_first(Scanner scan) {
  const auto day = scan.take_number(1, 2);
  if (!day) return {};
  scan.take_ordinal();
  scan.take_spaces();
  if (scan.take("of ")) scan.take_spaces();
  const auto month = scan.take_month();
  if (!month) return {};
  scan.take(",");
  scan.take_spaces();
  const auto year = scan.take_number(4, 4);
  if (!year) return {};
  return Written{*year, *month, *day, scan.at()};
}

// "June 27, 2024", "June 2024"
std::optional<Written> read_month_first(Scanner scan) {
  const auto month = scan.take_month();
  if (!month) return {};
  scan.take(",");
  scan.take_spaces();
  if (const auto year = scan.take_number(4, 4)) return Written{*year, *month, kNoDay, scan.at()};
  const auto day = scan.take_number(1, 2);
  if (!day) return {};
  scan.take_ordinal();
  scan.take(",");
  scan.take_spaces();
  const auto year = scan.take_number(4, 4);
  if (!year) return {};
  return Written{*year, *month, *day, scan.at()};
}

std::string to_iso(const Written& date) {
  if (date.year < kFirstYear || date.year > kLastYear) return {};
  if (date.month < 1 || date.month > 12) return {};
  if (date.day == kNoDay) return fmt::format("{:04}-{:02}", date.year, date.month);
  const std::chrono::year_month_day day{std::chrono::year(date.year),
                                        std::chrono::month(static_cast<unsigned>(date.month)),
                                        std::chrono::day(static_cast<unsigned>(date.day))};
  return day.ok() ? fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day) : "";
}

std::optional<Written> read_any(std::string_view line, std::size_t at) {
  using Form = std::optional<Written> (*)(Scanner);
  constexpr std::array<Form, 4> kForms = {read_numeric, read_korean, read_day_first,
                                          read_month_first};
  for (const Form form : kForms) {
    const auto date = form(Scanner(line, at));
    const bool goes_on = date && date->end < line.size() && is_ascii_digit(line[date->end]);
    if (date && !goes_on) return date;
  }
  return {};
}

bool is_word_character(char c) { return is_ascii_digit(c) || is_ascii_letter(c); }

// `line` has no signs left to fold.
FoundDate find_in_folded(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool word = is_word_character(line[at]);
    if (!word && line[at] != '\'') continue;
    const auto date = read_any(line, at);
    if (date) {
      std::string iso = to_iso(*date);
      if (!iso.empty()) return {std::move(iso), {at, date->end}};
      at = date->end - 1;
      continue;
    }
    while (word && at + 1 < line.size() && is_word_character(line[at + 1])) ++at;
  }
  return {};
}

// "2024. 9.", "2024.09", "2024-09", "2024": too short to be told from other numbers in a line.
std::string read_short_value(std::string_view value) {
  Scanner scan(value, 0);
  const auto year = scan.take_year();
  if (!year || *year < kFirstYear || *year > kLastYear) return {};
  const auto is_end = [&] { return skip_spaces(value, scan.at()) == value.size(); };
  if (is_end() || (scan.take("년") && is_end())) return fmt::format("{:04}", *year);
  for (const std::string_view separator : {".", "-", "/"}) {
    if (!scan.take(separator)) continue;
    scan.take_spaces();
    const auto month = scan.take_number(1, 2);
    if (!month) return {};
    scan.take(".");
    return is_end() ? to_iso({*year, *month, kNoDay, scan.at()}) : "";
  }
  return {};
}

}  // namespace

FoundDate find_date_in(std::string_view line) {
  const auto folded = fold_date_signs(line);
  if (!folded) return find_in_folded(line);
  FoundDate date = find_in_folded(folded->text);
  date.text = {folded->origin[date.text.begin], folded->origin[date.text.end]};
  return date;
}

std::string date_of_value(std::string_view value) {
  if (std::string date = find_date(value); !date.empty()) return date;
  const auto folded = fold_date_signs(value);
  return read_short_value(trim(folded ? std::string_view(folded->text) : value));
}

std::string find_date(std::string_view line) { return find_date_in(line).iso; }

std::string find_date_in_name(std::string_view name) {
  std::string dashed(name);
  std::replace(dashed.begin(), dashed.end(), '_', '-');
  if (std::string date = find_date(dashed); !date.empty()) return date;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    while (at < name.size() && is_ascii_digit(name[at])) ++at;
    if (at - begin == 8) {
      const std::string_view digits = name.substr(begin, 8);
      const std::string date = find_date(
          fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2)));
      if (!date.empty()) return date;
    }
    if (at == begin) ++at;
  }
  return {};
}

}  // namespace ibid
