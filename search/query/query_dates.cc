// SPDX-License-Identifier: GPL-2.0-or-later
//
// Converts the value of date: (a year, month or day, how long ago, or a range of them) to inclusive
// days.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <optional>

#include "corpus/text/code_points.h"
#include "search/query/query_chars.h"
#include "search/query/query_fields.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

using std::chrono::year_month_day;

constexpr char kExample[] =
    "write date:2024, date:2024-06, date:2024-06-27, date:2024-06..2024-07, date:>2024-06 or "
    "date:7d";

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

std::string digits_of(const year_month_day& day) {
  const int number =
      static_cast<int>(day.year()) * 10000 +
      static_cast<int>(static_cast<unsigned>(day.month()) * 100 + static_cast<unsigned>(day.day()));
  std::string digits = std::to_string(number);
  return digits.insert(0, 8 - std::min<std::size_t>(8, digits.size()), '0');
}

std::string as_day(int year, int month, int day) {
  return digits_of({std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                    std::chrono::day(static_cast<unsigned>(day))});
}

int days_in_month(int year, int month) {
  const std::chrono::year_month_day_last last{
      std::chrono::year(year),
      std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month)))};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

year_month_day day_of(std::string_view digits) {
  const int year = take_number(digits, 4, 4);
  const int month = take_number(digits, 2, 2);
  const int day = take_number(digits, 2, 2);
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
          std::chrono::day(static_cast<unsigned>(day))};
}

// Where the program runs.
year_month_day today_by_clock() {
  const std::time_t now = std::time(nullptr);
  std::tm local = {};
  localtime_r(&now, &local);
  return day_of(as_day(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday));
}

enum class Unit : std::uint8_t { kDays, kWeeks, kMonths, kYears };
struct UnitName {
  std::string_view written;
  Unit unit;
};
constexpr std::array kUnits = std::to_array<UnitName>({{"d", Unit::kDays},
                                                       {"일", Unit::kDays},
                                                       {"w", Unit::kWeeks},
                                                       {"주", Unit::kWeeks},
                                                       {"m", Unit::kMonths},
                                                       {"개월", Unit::kMonths},
                                                       {"달", Unit::kMonths},
                                                       {"y", Unit::kYears},
                                                       {"년", Unit::kYears}});

year_month_day before(const year_month_day& today, int count, Unit unit) {
  if (unit == Unit::kDays || unit == Unit::kWeeks) {
    return std::chrono::sys_days(today) -
           std::chrono::days(unit == Unit::kDays ? count : 7 * count);
  }
  const year_month_day there =
      today - std::chrono::months(unit == Unit::kMonths ? count : 12 * count);
  // The 31st of a month of 30 days is its last.
  return there.ok() ? there : year_month_day(there.year() / there.month() / std::chrono::last);
}

// The day that "7d", "2w", "3m", "1y" or their Korean forms mean; nothing for any other text.
std::optional<year_month_day> read_ago(std::string_view text, std::string_view today) {
  std::string_view rest = text;
  const int count = take_number(rest, 1, 4);
  const std::string unit = ascii_lower(rest);
  const auto known = std::find_if(kUnits.begin(), kUnits.end(),
                                  [&](const UnitName& name) { return name.written == unit; });
  // 2024년 is a year, and not so many years ago.
  const bool long_ago =
      text.size() - rest.size() == 4 && known != kUnits.end() && known->unit != Unit::kDays;
  if (count < 0 || known == kUnits.end() || long_ago) return std::nullopt;
  return before(today.empty() ? today_by_clock() : day_of(today), count, known->unit);
}

// The first and last day of "2024", "2024-06", "2024-06-27" or "7d", which is one day.
DateRange read_span(std::string_view text, std::string_view today, std::size_t column) {
  if (const auto ago = read_ago(text, today)) return {digits_of(*ago), digits_of(*ago)};
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

// The day `days` after `day`, which is digits.
std::string day_after(const std::string& day, int days) {
  return digits_of(std::chrono::sys_days(day_of(day)) + std::chrono::days(days));
}

// ">2024-06", "<=7d": days after or before the whole of the span. Nothing without such a sign.
std::optional<DateRange> read_comparison(std::string_view value, std::string_view today,
                                         std::size_t column) {
  const bool after = value.starts_with('>');
  if (!after && !value.starts_with('<')) return std::nullopt;
  const bool with_it = value.substr(1).starts_with('=');
  const std::size_t signs = with_it ? 2 : 1;
  const DateRange span = read_span(value.substr(signs), today, column + signs);
  if (with_it) return after ? DateRange{span.first, ""} : DateRange{"", span.last};
  const std::string bound = after ? day_after(span.last, 1) : day_after(span.first, -1);
  if (bound.size() != 8 || bound.starts_with("0000")) {
    throw QueryError(
        "no date is " + std::string(after ? "after " : "before ") + std::string(value.substr(1)),
        column, count_chars(value));
  }
  return after ? DateRange{bound, ""} : DateRange{"", bound};
}

std::string with_dashes(const std::string& day) {
  if (day.empty()) return day;
  return day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6, 2);
}

}  // namespace

DateRange parse_date_range(std::string_view value, std::string_view today, std::size_t column) {
  if (ascii_lower(value) == "none") return {"", "", true};
  if (const auto compared = read_comparison(value, today, column)) return *compared;
  const std::size_t dots = value.find("..");
  if (dots == std::string_view::npos) {
    const DateRange span = read_span(value, today, column);
    // The last seven days, up to the newest report: elsewhere it may be tomorrow already.
    return read_ago(value, today) ? DateRange{span.first, ""} : span;
  }
  const std::string_view from = value.substr(0, dots);
  const std::string_view to = value.substr(dots + 2);
  if (from.empty() && to.empty()) {
    throw QueryError(std::string("a range of dates needs at least one end; ") + kExample, column,
                     2);
  }
  DateRange dates;
  if (!from.empty()) dates.first = read_span(from, today, column).first;
  if (!to.empty()) dates.last = read_span(to, today, column + count_chars(from) + 2).last;
  if (!from.empty() && !to.empty() && dates.first > dates.last) {
    throw QueryError("the range of dates ends before it begins; write date:" + std::string(to) +
                         ".." + std::string(from),
                     column, count_chars(value));
  }
  return dates;
}

std::string to_string(const DateRange& dates) {
  if (dates.none) return "none";
  if (dates.first == dates.last) return with_dashes(dates.first);
  return with_dashes(dates.first) + ".." + with_dashes(dates.last);
}

}  // namespace ibid
