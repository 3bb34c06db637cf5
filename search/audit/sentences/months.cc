// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/months.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <string>
#include <vector>

#include "corpus/dates/month_names.h"
#include "corpus/text/code_points.h"
#include "corpus/text/word_list.h"
#include "indexer/analysis/english.h"

namespace ibid {
namespace {

// Short forms that do not count as months here.
constexpr std::array kNotRead = std::to_array<std::string_view>({"Jun", "Jul", "Sep"});

struct MonthStem {
  std::string stem;
  int month;
};

// As Snowball stems them: "januari". "May" and "March" are also other words; a number beside them
// tells more.
std::vector<MonthStem> month_stems() {
  EnglishStemmer stemmer;
  std::vector<MonthStem> stems;
  for (std::size_t i = 0; i < kMonthNames.size(); ++i) {
    const MonthName& month = kMonthNames[i];
    for (const std::string_view name : {month.english, month.short_form, month.other_short}) {
      if (name.empty() || is_one_of(name, kNotRead)) continue;
      stems.push_back({std::string(stemmer.stem(ascii_lower(name))), static_cast<int>(i) + 1});
    }
  }
  return stems;
}

bool is_number(std::string_view stem) { return !stem.empty() && is_ascii_digit(stem[0]); }

bool is_day(std::string_view stem) {
  int value = 0;
  const auto [end, error] = std::from_chars(stem.data(), stem.data() + stem.size(), value);
  return error == std::errc() && end == stem.data() + stem.size() && value >= 1 && value <= 31;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

// "16일" is a day; "16일간", "16일 만에" and "16일 동안" are durations.
bool is_duration(std::string_view after_unit) {
  return starts_with_any(after_unit, {"간", " 간", " 만에", " 만의", " 동안", " 이내", "째"});
}

bool joined(const ContentWord& a, const ContentWord& b) { return a.text.end == b.text.begin; }

}  // namespace

int month_of(std::string_view stem) {
  static const std::vector<MonthStem> kStems = month_stems();
  const auto found = std::find_if(kStems.begin(), kStems.end(),
                                  [stem](const MonthStem& known) { return known.stem == stem; });
  return found == kStems.end() ? 0 : found->month;
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

bool names_day(const StoredPassage& passage, const AuditSentence& sentence) {
  const std::string_view text = passage.text;
  const auto is_month = [&](const ContentWord& word) {
    const char first = text[word.text.begin];  // "may" is also a verb
    return first >= 'A' && first <= 'Z' && month_of(word.stem) != 0;
  };
  const auto& words = sentence.words;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const ContentWord &a = words[i], &b = words[i + 1];
    const std::string_view between = slice(text, {a.text.end, b.text.begin});
    const bool adjacent = between == " " || between == ". ";
    if (adjacent && is_month(a) && is_day(b.stem)) return true;
    if (adjacent && is_day(a.stem) && is_month(b)) return true;
    if (!between.empty() || !is_number(a.stem)) continue;
    const std::string_view unit = text.substr(b.text.begin);
    if (b.stem == "월" && is_day(a.stem)) return true;
    if (b.stem == "일" && is_day(a.stem) && !is_duration(unit.substr(3))) return true;
  }
  return false;
}

}  // namespace ibid
