// SPDX-License-Identifier: GPL-2.0-or-later
//
// Looks into a list of words from start to end. The lists are files of words/ that
// cmake/word_table.cmake makes into rows; each is included at one place.
#pragma once

#include <algorithm>
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

}  // namespace ibid
