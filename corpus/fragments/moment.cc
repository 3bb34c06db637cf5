// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/fragments/moment.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>

#include "corpus/dates/find_date.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

constexpr std::size_t kLongestValue = 200;

std::size_t digits_of(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_ascii_digit(text[count])) ++count;
  return count;
}

std::int64_t number_of(std::string_view digits) {
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string day_of_seconds(std::int64_t seconds) {
  const std::chrono::sys_seconds moment{std::chrono::seconds(seconds)};
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(moment));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

// Of nothing but digits and a fraction.
std::string day_of_number(std::string_view digits) {
  const std::int64_t number = number_of(digits);
  switch (digits.size()) {
    case 8:
    case 12:  // with hours and minutes
    case 14:  // and seconds
      return date_of_value(
          fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6, 2)));
    case 9:
    case 10:
      return day_of_seconds(number);
    case 13:
      return day_of_seconds(number / 1000);
    case 16:
      return day_of_seconds(number / 1'000'000);
    default:
      return {};
  }
}

// "Thu, 27 Jun 24 10:00 GMT": years of two digits are as in RFC 2822, section 4.3.
std::string with_long_year(std::string_view value) {
  const std::size_t comma = value.find(',');
  if (comma != std::string_view::npos && comma <= 9) value = trim(value.substr(comma + 1));
  const std::size_t day = digits_of(value);
  if (day == 0 || day > 2) return std::string(value);
  std::size_t at = value.find_first_not_of(" -", day);
  while (at < value.size() && is_ascii_letter(value[at])) ++at;
  if (at >= value.size()) return std::string(value);
  const std::size_t year = std::min(value.find_first_not_of(" -.", at), value.size());
  const std::size_t digits = digits_of(value.substr(year));
  const auto words = [&](std::string_view century) {
    std::string date(value.substr(0, year));
    std::replace(date.begin(), date.end(), '-', ' ');
    return fmt::format("{}{}{}", date, century, value.substr(year, digits));
  };
  if (digits == 4) return words("");
  if (digits != 2) return std::string(value);
  return words(number_of(value.substr(year, 2)) < 50 ? "20" : "19");
}

}  // namespace

std::string day_of_moment(std::string_view value) {
  value = trim(value);
  if (value.empty() || value.size() > kLongestValue) return {};
  const std::size_t digits = digits_of(value);
  const bool number = digits == value.size() || (digits >= 9 && value[digits] == '.');
  if (number && digits > 4) return day_of_number(value.substr(0, digits));
  if (digits == 8 && value[8] == 'T') return day_of_number(value.substr(0, 8));
  if (digits == 4 && value.size() > 10 && value[4] == '-') {
    // A time follows: only the day counts, and "T" would make one word of both.
    const std::string day = date_of_value(value.substr(0, 10));
    if (day.size() == 10) return day;
  }
  std::string day = date_of_value(value);
  if (day.empty()) day = find_date(with_long_year(value));
  return day;
}

}  // namespace ibid
