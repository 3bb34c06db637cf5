// SPDX-License-Identifier: GPL-2.0-or-later
//
// What analysis makes of a word depends on its spelling alone, and few spellings make up most of a
// text: those seen are remembered with their forms. Library-internal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/token.h"
#include "indexer/vocabulary.h"

namespace ibid {

// Thread: one object, one thread.
class WordCache {
 public:
  static constexpr std::size_t kLongestSpelling = 64;  // bytes

  // Forgets all where there are too many.
  void trim();

  // The number of `spelling` (bytes as they stand in the text), new or not.
  std::uint32_t number_of(std::string_view spelling) { return spellings_.id_of(spelling); }
  bool knows(std::uint32_t number) const { return number < words_.size(); }

  // Appends to `out` the word `number`, which is known, as standing at `begin` and `position`: with
  // its first `forms` forms at most.
  void append(std::uint32_t number, std::uint32_t begin, std::uint32_t position, std::uint32_t forms,
              Analysis& out) const;
  // Learns `number`, the next unknown one, from the last word of `from`.
  void learn(std::uint32_t number, const Analysis& from);

  // Changes when numbers are given anew.
  std::uint32_t generation() const { return spellings_.generation(); }

 private:
  struct Known {
    Word word;  // begin 0; first_form in forms_
    std::uint32_t text_begin = 0;  // in texts_
  };

  Vocabulary spellings_;
  std::vector<Known> words_;
  std::vector<Form> forms_;  // bytes and text from the word's begin
  std::string texts_;
};

}  // namespace ibid
