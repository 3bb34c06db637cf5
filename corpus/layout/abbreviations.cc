// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/abbreviations.h"

#include <algorithm>
#include <array>

#include "corpus/dates/month_names.h"

namespace ibid {
namespace {

struct Abbreviation {
  std::string_view word;
  AbbreviationUse use;
};

using enum AbbreviationUse;
constexpr std::array kAbbreviations = std::to_array<Abbreviation>({
#include "corpus/word_lists/abbreviations.inc"
});

// "Sept." but not "May.", which is the full name and also a word.
bool is_short_month(std::string_view word) {
  if (!word.ends_with('.')) return false;
  word.remove_suffix(1);
  return !word.empty() &&
         std::any_of(kMonthNames.begin(), kMonthNames.end(), [word](const MonthName& month) {
           return word != month.english && (word == month.short_form || word == month.other_short);
         });
}

}  // namespace

bool is_abbreviation(std::string_view word, AbbreviationUse use) {
  const bool listed = std::any_of(
      kAbbreviations.begin(), kAbbreviations.end(),
      [&](const Abbreviation& known) { return known.use == use && known.word == word; });
  return listed || (use == kBeforeNumber && is_short_month(word));
}

}  // namespace ibid
