// SPDX-License-Identifier: GPL-2.0-or-later
//
// Of which period or scope a sentence speaks: quarters, halves, this or last year, forecasts, bases
// of comparison, before or after tax, first or second day, unit 3. Figures of different scopes do
// not disagree. The words are in search/word_lists/scope_words.txt.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace ibid {

struct Scopes {
  // "quarter=1". A scope that only one of two sentences has makes them different.
  std::set<std::string> marks;
  // "trade=in". Here both must have one of the class.
  std::set<std::string> sides;

  friend bool operator==(const Scopes&, const Scopes&) = default;
};

Scopes scopes_of(std::string_view sentence);

bool differ(const Scopes& a, const Scopes& b);

}  // namespace ibid
