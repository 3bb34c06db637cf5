// SPDX-License-Identifier: GPL-2.0-or-later
//
// Folded characters of a text, read forwards and backwards: which word stands at a place. Knows no
// figures. Internal to the room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "indexer/analysis/normalize.h"

namespace ibid {

// Positions count folded characters. Thread: one object, one thread; after construction, any.
class FigureText {
 public:
  explicit FigureText(std::string_view text) { fold(text, chars_); }

  std::size_t size() const { return chars_.size(); }
  char32_t at(std::size_t i) const { return i < chars_.size() ? chars_[i].ch : 0; }
  CharClass cls(std::size_t i) const {
    return i < chars_.size() ? chars_[i].cls : CharClass::kSeparator;
  }
  bool is_digit(std::size_t i) const { return cls(i) == CharClass::kDigit; }
  bool is_space(std::size_t i) const { return cls(i) == CharClass::kSpace; }
  bool is_letter(std::size_t i) const { return cls(i) == CharClass::kLetter; }
  bool is_hangul(std::size_t i) const { return cls(i) == CharClass::kHangul; }
  bool is_wordy(std::size_t i) const { return is_digit(i) || is_letter(i) || is_hangul(i); }
  bool is_hyphen(std::size_t i) const { return cls(i) == CharClass::kHyphen; }
  std::size_t past_spaces(std::size_t i) const;

  // True if the run of letters or syllables at `i` begins there.
  bool begins_word(std::size_t i) const { return i == 0 || !is_wordy(i - 1); }
  // The letters from `i` on, in small letters; empty if one of them is not ASCII.
  std::string letters_from(std::size_t i) const;
  std::u32string hangul_from(std::size_t i) const;
  // The letters or syllables that end before `end`, in UTF-8.
  std::string word_before(std::size_t end) const;
  // True if `words` (of ASCII letters or syllables, apart by a space) stand at `i`, and the last of
  // them ends there or is of Hangul.
  bool has_words(std::size_t i, std::string_view words, std::size_t& end) const;

  // Of the text.
  ByteRange bytes(std::size_t begin, std::size_t end) const {
    return {chars_[begin].begin, chars_[end - 1].end};
  }

 private:
  std::vector<FoldedChar> chars_;
};

}  // namespace ibid
