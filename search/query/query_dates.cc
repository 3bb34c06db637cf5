// SPDX-License-Identifier: GPL-2.0-or-later
//
// Converts the value of date: (a year, month or day, or a range of them) to inclusive days.

#include <algorithm>
#include <cstddef>

#include "corpus/text/code_points.h"
#include "search/query/query_chars.h"
#include "search/query/query_fields.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

constexpr char kExample[] =
    "write date:2024, date:2024-06, date:2024-06-27 or date:2024-06..2024-07";

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

// Takes up to `most` digits off the front of `text`; returns -1 for fewer than `least`.
int take_number(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t size = 0;
  int number = 0;
  while (size < text.size() && size < most && is_ascii_digit(text[size])) {
    number = number * 10 + (text[size++] - '0');
  }
  text.remove_prefix(size);
  return size < least ? -1 : number;
}

// Takes "-6", ".06" or "/06" off the front; returns 0 at the end of the text, -1 for anything else.
int take_part(std::string_view& text) {
  if (text.empty()) return 0;
  if (text[0] != '-' && text[0] != '.' && text[0] != '/') return -1;
  text.remove_prefix(1);
  const int number = take_number(text, 1, 2);
  return number == 0 ? -1 : number;
}

std::string as_day(int year, int month, int day) {
  std::string digits = std::to_string(year * 10000 + month * 100 + day);
  return digits.insert(0, 8 - digits.size(), '0');
}

// The first and last day of "2024", "2024-06" or "2024-06-27".
DateRange read_span(std::string_view text, std::size_t column) {
  std::string_view rest = text;
  const int year = take_number(rest, 4, 4);
  const int month = take_part(rest);
  const int day = month > 0 ? take_part(rest) : 0;
  const bool valid = year > 0 && month >= 0 && month <= 12 && day >= 0 && rest.empty() &&
                     (day == 0 || day <= days_in_month(year, month));
  if (!valid) {
    throw QueryError("\"" + quoted_excerpt(text) + "\" is not a date; " + kExample, column,
                     std::max<std::size_t>(1, count_chars(text)));
  }
  if (month == 0) return {as_day(year, 1, 1), as_day(year, 12, 31)};
  if (day == 0) return {as_day(year, month, 1), as_day(year, month, days_in_month(year, month))};
  return {as_day(year, month, day), as_day(year, month, day)};
}

std::string with_dashes(const std::string& day) {
  if (day.empty()) return day;
  return day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6, 2);
}

}  // namespace

DateRange parse_date_range(std::string_view value, std::size_t column) {
  const std::size_t dots = value.find("..");
  if (dots == std::string_view::npos) return read_span(value, column);
  const std::string_view from = value.substr(0, dots);
  const std::string_view to = value.substr(dots + 2);
  if (from.empty() && to.empty()) {
    throw QueryError(std::string("a range of dates needs at least one end; ") + kExample, column,
                     2);
  }
  DateRange dates;
  if (!from.empty()) dates.first = read_span(from, column).first;
  if (!to.empty()) dates.last = read_span(to, column + count_chars(from) + 2).last;
  if (!from.empty() && !to.empty() && dates.first > dates.last) {
    throw QueryError("the range of dates ends before it begins; write date:" + std::string(to) +
                         ".." + std::string(from),
                     column, count_chars(value));
  }
  return dates;
}

std::string to_string(const DateRange& dates) {
  if (dates.first == dates.last) return with_dashes(dates.first);
  return with_dashes(dates.first) + ".." + with_dashes(dates.last);
}

}  // namespace ibid
