// SPDX-License-Identifier: GPL-2.0-or-later
//
// Folded characters -> where words begin and end. Knows how words are written, not what they mean.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/analysis/normalize.h"

namespace ibid {

inline bool is_word_class(CharClass cls) {
  return cls == CharClass::kLetter || cls == CharClass::kDigit || cls == CharClass::kHangul ||
         cls == CharClass::kIdeograph;
}

// A view; the characters must outlive it.
class TextScan {
 public:
  explicit TextScan(const std::vector<FoldedChar>& chars) : chars_(chars) {}

  CharClass class_at(std::size_t i) const {
    return i < chars_.size() ? chars_[i].cls : CharClass::kSeparator;
  }
  char32_t char_at(std::size_t i) const { return i < chars_.size() ? chars_[i].ch : 0; }

  // End of the word of one class that begins at `i`, which is of a word class:
  //   digits   with separators inside: "11,000", "240.1"; of "3.1.2" only 3
  //   letters  with apostrophes inside, or an abbreviation with its dots: "U.N."
  //   others   a run of the class
  std::size_t run_end(std::size_t i) const;

  // Length of the prefix that makes the text at `i` a URL ("https://", "www."); 0 if there is none.
  std::size_t url_prefix(std::size_t i) const {
    const char32_t first = char_at(i);
    return first == U'h' || first == U'w' || first == U'p' ? long_url_prefix(i) : 0;
  }

  struct Url {
    std::size_t host_begin, host_end;  // empty if it has none
    std::size_t end;
  };
  // The URL at `i`, whose url_prefix is `prefix`.
  Url url(std::size_t i, std::size_t prefix) const;

 private:
  std::size_t class_end(std::size_t i, CharClass cls) const {
    while (i < chars_.size() && chars_[i].cls == cls) ++i;
    return i;
  }
  std::size_t long_url_prefix(std::size_t i) const;
  bool starts_with(std::size_t i, std::u32string_view what) const;
  std::size_t number_end(std::size_t i) const;
  std::size_t letters_end(std::size_t i) const;
  std::size_t abbreviation_end(std::size_t i) const;
  std::size_t cut_before_url(std::size_t begin, std::size_t end) const;

  const std::vector<FoldedChar>& chars_;
};

}  // namespace ibid
