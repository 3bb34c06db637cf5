// SPDX-License-Identifier: GPL-2.0-or-later
//
// Looks up words in a list, from its start to its end. The lists are files in word_lists/ that
// cmake/word_table.cmake turns into rows; each is included in one place.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

namespace ibid {

using WordList = std::span<const std::string_view>;  // lent by the program

inline bool is_one_of(std::string_view word, WordList words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

inline bool begins_with_one_of(std::string_view text, WordList words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.starts_with(word); });
}

inline bool ends_with_one_of(std::string_view text, WordList words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.ends_with(word); });
}

inline bool contains_one_of(std::string_view text, WordList words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

// An entry of a list that says for each word how it matches.
enum class ListMatch : std::uint8_t {
  kWhole,   // the word is this one
  kBegins,  // the word begins with this one
};
struct ListedWord {
  std::string_view text;
  ListMatch how;
};

inline bool matches_one_of(std::string_view word, std::span<const ListedWord> list) {
  return std::any_of(list.begin(), list.end(), [word](const ListedWord& entry) {
    return entry.how == ListMatch::kWhole ? word == entry.text : word.starts_with(entry.text);
  });
}

}  // namespace ibid
