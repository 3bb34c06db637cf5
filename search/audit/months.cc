// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/months.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "corpus/code_points.h"

namespace ibid {
namespace {

// As Snowball stems them. "May" and "March" are other words, too: a figure beside them says more.
constexpr std::array kMonths = std::to_array<std::pair<std::string_view, int>>(
    {{"jan", 1},     {"januari", 1}, {"feb", 2},     {"februari", 2}, {"mar", 3},    {"march", 3},
     {"apr", 4},     {"april", 4},   {"may", 5},     {"june", 6},     {"juli", 7},   {"aug", 8},
     {"august", 8},  {"sept", 9},    {"septemb", 9}, {"oct", 10},     {"octob", 10}, {"nov", 11},
     {"novemb", 11}, {"dec", 12},    {"decemb", 12}});

bool is_number(std::string_view stem) { return !stem.empty() && is_ascii_digit(stem[0]); }

bool joined(const ContentWord& a, const ContentWord& b) { return a.text.end == b.text.begin; }

}  // namespace

int month_of(std::string_view stem) {
  const auto found = std::find_if(kMonths.begin(), kMonths.end(),
                                  [stem](const auto& month) { return month.first == stem; });
  return found == kMonths.end() ? 0 : found->second;
}

std::set<int> months_of(const AuditSentence& sentence) {
  constexpr int kMonthsOfAYear = 12;
  std::set<int> months;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const ContentWord& word = sentence.words[i];
    if (const int month = month_of(word.stem); month != 0) months.insert(month);
    const bool korean = is_number(word.stem) && i + 1 < sentence.words.size() &&
                        joined(word, sentence.words[i + 1]) && sentence.words[i + 1].stem == "월";
    if (!korean) continue;
    int number = 0;
    std::from_chars(word.stem.data(), word.stem.data() + word.stem.size(), number);
    if (number >= 1 && number <= kMonthsOfAYear) months.insert(number);
  }
  return months;
}

bool names_day(const AuditSentence& sentence) {
  const auto& words = sentence.words;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string_view a = words[i].stem, b = words[i + 1].stem;
    if ((month_of(a) != 0 && is_number(b)) || (is_number(a) && month_of(b) != 0)) return true;
    if (is_number(a) && joined(words[i], words[i + 1]) && (b == "월" || b == "일")) return true;
  }
  return false;
}

}  // namespace ibid
