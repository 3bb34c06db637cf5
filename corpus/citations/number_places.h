// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where in a text a number without brackets may be a mark, by what is before and after it:
// "war.4", "늘었다1)" and "gone.¹", but not "No.4", "12.5" and "km²".
#pragma once

#include <cstddef>
#include <string_view>

namespace ibid {

class NumberPlaces {
 public:
  // `text` outlives this.
  explicit NumberPlaces(std::string_view text) : text_(text) {}

  // Of the number that begins at `at`: it comes behind a word or a sentence, as a mark does.
  bool may_follow(std::size_t at) const;
  // Of the number that ends at `at`.
  bool ends_here(std::size_t at) const;
  // Of the raised number that begins at `at`: it is an exponent.
  bool follows_unit(std::size_t at) const;

 private:
  bool is_year_before(std::size_t end) const;
  bool is_word_before(std::size_t end, char32_t stop) const;
  bool closes_korean_note(std::size_t at) const;
  static bool is_unit_sign(char32_t c);

  std::string_view text_;
};

}  // namespace ibid
