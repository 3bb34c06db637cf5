// SPDX-License-Identifier: GPL-2.0-or-later
//
// The names that an index knows in both languages: those that every index has, and those that its
// reports give in brackets.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "search/words/alias_book.h"

namespace ibid {

// Caches its answers in bounded memory. May throw Xapian::Error.
class BilingualNames {
 public:
  // `index` is lent for the object's life.
  explicit BilingualNames(const IndexView& index) : book_(no_aliases_, index) {}
  BilingualNames(const BilingualNames&) = delete;
  BilingualNames& operator=(const BilingualNames&) = delete;

  // The other names of the one-word name `word`, folded, as they are written; empty if it is none.
  const std::vector<std::string>& others(const std::string& word);

  // True for Korean names: a country, a city, a body of states, a person.
  bool is_korean_name(const std::string& word);

 private:
  const EditorAliases no_aliases_;
  const AliasBook book_;
  std::unordered_map<std::string, std::vector<std::string>> known_;
};

}  // namespace ibid
