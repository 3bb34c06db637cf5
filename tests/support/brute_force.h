// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a query should find, computed from the passages' texts by simple means that share no code
// with the analyzer: ASCII words and runs of Hangul syllables, compared as strings.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/report.h"

namespace ibid::testing {

struct PassageView {
  const Report* report = nullptr;
  const Passage* passage = nullptr;
  std::vector<std::string> written;   // ASCII words, lower case, without citation marks and URLs
  std::vector<std::string> words;     // the same without possessive 's
  std::string hangul;                 // its runs of syllables, with spaces around each
  std::vector<std::string> headings;  // titles of its sections, lower case, from the top down
};

using Predicate = std::function<bool(const PassageView&)>;

std::vector<PassageView> views_of(const std::vector<Report>& reports);
// Ids of the passages that `wanted` accepts, ascending.
std::vector<std::string> accepted(const std::vector<PassageView>& views, const Predicate& wanted);

Predicate word(std::vector<std::string> any_of);   // one of these ASCII words
Predicate word_beginning(std::string beginning);   // an ASCII word that begins with it
Predicate phrase(std::vector<std::string> words);  // these ASCII words in a row, as written
Predicate near(std::string a, std::string b, std::size_t distance);
Predicate before(std::string a, std::string b, std::size_t distance);
Predicate holds(std::string hangul);       // within a Korean word
Predicate starts(std::string hangul);      // a Korean word begins with it
Predicate heading_word(std::string word);  // in a heading above

Predicate operator&&(Predicate a, Predicate b);
Predicate operator||(Predicate a, Predicate b);
Predicate operator!(Predicate a);

}  // namespace ibid::testing
