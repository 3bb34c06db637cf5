// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/citations/entry_dates.h"

#include <fmt/core.h>

#include <array>
#include <cstdio>
#include <optional>

#include "corpus/dates/find_date.h"
#include "corpus/report/locator.h"
#include "corpus/text/code_points.h"

namespace ibid {
namespace {

enum class Side { kBefore, kAfter };
struct AccessWord {
  std::string_view word;
  Side side;
};
constexpr std::array kAccessWords = [] {
  using enum Side;
  return std::to_array<AccessWord>({
#include "corpus/word_lists/access_words.inc"
  });
}();

constexpr std::size_t kLongestAccess = 48;  // bytes of a date of access

// "9월 5, 2024", as some programs put the English order into Korean.
std::string month_first_korean(std::string_view text) {
  int month = 0, day = 0, year = 0, used = 0;
  const std::string copy(text);
  if (std::sscanf(copy.c_str(), "%2d월 %2d, %4d%n", &month, &day, &year, &used) < 3) return {};
  return find_date(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

// "2020.7.", "2024. 1." -> "2020-07"
std::string year_and_month(std::string_view text, std::size_t at) {
  std::size_t next = at + 4;
  if (next >= text.size() || text[next] != '.') return {};
  next = skip_spaces(text, next + 1);
  const std::size_t begin = next;
  while (next < text.size() && is_ascii_digit(text[next])) ++next;
  if (next == begin || next - begin > 2) return {};
  if (next < text.size() && text[next] != '.' && text[next] != ')' && text[next] != ',') return {};
  const int month = std::stoi(std::string(text.substr(begin, next - begin)));
  if (month < 1 || month > 12) return {};
  return fmt::format("{}-{:02}", text.substr(at, 4), month);
}

// "(2023, February 22)", as APA has it.
std::string year_first(std::string_view text) {
  for (std::size_t at = 0; at + 6 < text.size(); ++at) {
    if (!is_year(text, at) || text.substr(at + 4, 2) != ", ") continue;
    const std::string_view day = text.substr(at + 6, text.find(')', at) - at - 6);
    const std::string date = find_date(fmt::format("{}, {}", day, text.substr(at, 4)));
    if (!date.empty()) return date;
  }
  return {};
}

// The stretch of `words` that says when the source was read, and the day.
struct Access {
  std::size_t begin = 0, end = 0;
  std::string day;
};

std::string day_at_start(std::string_view text, std::size_t& size) {
  const FoundDate found = find_date_in(text.substr(0, kLongestAccess));
  if (found.iso.empty() || found.text.begin > 4) return {};
  size = found.text.end;
  return found.iso;
}

std::optional<Access> find_access(std::string_view words) {
  const std::string small = ascii_lower(words);
  for (const AccessWord& known : kAccessWords) {
    for (std::size_t at = small.find(known.word); at != std::string::npos;
         at = small.find(known.word, at + 1)) {
      const std::size_t end = at + known.word.size();
      if (known.side == Side::kBefore) {
        std::size_t size = 0;
        std::size_t day = skip_spaces(words, end);
        if (day < words.size() && words[day] == ':') day = skip_spaces(words, day + 1);
        const std::string iso = day_at_start(words.substr(day), size);
        if (!iso.empty()) return Access{at, day + size, iso};
        continue;
      }
      const std::size_t from = floor_boundary(words, at > kLongestAccess ? at - kLongestAccess : 0);
      for (std::size_t begin = from; begin < at; ++begin) {
        if (!is_ascii_digit(words[begin]) || (begin > 0 && is_ascii_digit(words[begin - 1]))) {
          continue;
        }
        const std::string_view day = words.substr(begin, at - begin);
        std::string iso = month_first_korean(day);
        if (iso.empty() && is_year(words, begin)) iso = find_date(day);
        if (!iso.empty() && is_locator(day)) return Access{begin, end, iso};
      }
    }
  }
  return {};
}

}  // namespace

bool is_year(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return false;
  const std::string_view year = text.substr(at, 4);
  if (year.find_first_not_of("0123456789") != std::string_view::npos) return false;
  if (!year.starts_with("19") && !year.starts_with("20")) return false;
  const bool begins = at == 0 || (!is_ascii_digit(text[at - 1]) && text[at - 1] != '-' &&
                                  text[at - 1] != '/' && !is_ascii_letter(text[at - 1]));
  const bool ends = at + 4 == text.size() ||
                    (!is_ascii_digit(text[at + 4]) && text[at + 4] != '-' && text[at + 4] != '/');
  return begins && ends;
}

std::string entry_date(std::string_view text) {
  if (std::string date = find_date(text); !date.empty()) return date;
  if (std::string date = year_first(text); !date.empty()) return date;
  std::string last;
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    if (!is_year(text, at)) continue;
    if (std::string month = year_and_month(text, at); !month.empty()) return month;
    const char after = at + 4 < text.size() ? text[at + 4] : '.';
    const bool apart = std::string_view(".,;):]").find(after) != std::string_view::npos ||
                       (after >= 'a' && after <= 'd') || trim(text.substr(at + 4)).empty();
    const std::string_view before = text.substr(0, at);
    const bool follows = before.empty() || before.ends_with('(') || before.ends_with('[') ||
                         before.ends_with(", ") || before.ends_with(". ") ||
                         before.ends_with(',') || trim(text.substr(at + 4)).size() < 2;
    if (apart && follows) last = text.substr(at, 4);
  }
  return last;
}

std::string take_access_date(std::string& words) {
  const auto access = find_access(words);
  if (!access) return {};
  std::size_t begin = access->begin, end = access->end;
  while (begin > 0 && std::string_view(" ,;([").find(words[begin - 1]) != std::string::npos) {
    --begin;
  }
  while (end < words.size() && std::string_view(".)];").find(words[end]) != std::string::npos) {
    ++end;
  }
  words.replace(begin, end - begin, " ");
  return access->day;
}

}  // namespace ibid
