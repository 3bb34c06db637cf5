// SPDX-License-Identifier: GPL-2.0-or-later
//
// A quick look that spares most texts the normal form: a text holds a quotation only if it has the
// letters and digits of each piece of it one after another, however it is typed. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/quotes/forms/quote_normal_form.h"

namespace ibid {

// The ASCII letters, in lower case, the ASCII digits and the Hangul syllables of the text, without
// those in `skip`: what normal_form(text, skip) has of them. Nothing if the text has characters
// that might become such, or vanish. `skip`: ascending.
std::optional<std::string> plain_letters(std::string_view text, const std::vector<ByteRange>& skip);

class LettersInOrder {
 public:
  LettersInOrder() = default;
  LettersInOrder(const NormalText& quotation, const std::vector<NormalPiece>& pieces);

  // False: find_pieces() finds nothing in the text without `skip`.
  bool may_be_in(std::string_view text, const std::vector<ByteRange>& skip) const;
  // The same for the text with and without any citation and note marks, in less time. Not for a
  // text with joints, whose words may be parted.
  bool may_be_with_marks_or_without(std::string_view text) const;

 private:
  std::vector<std::string> pieces_;  // those that have letters
  std::vector<std::string> words_;   // letters with nothing between them, longest first
};

}  // namespace ibid
