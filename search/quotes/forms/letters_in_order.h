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

// Thread: one object, one thread.
class LettersInOrder {
 public:
  LettersInOrder() = default;
  LettersInOrder(const NormalText& quotation, const std::vector<NormalPiece>& pieces);

  // False: find_pieces() finds nothing in the text without `skip`.
  bool may_be_in(std::string_view text, const std::vector<ByteRange>& skip) const;
  // The same for the text with and without any citation and note marks, in less time. Not for a
  // text with joints, whose words may be parted.
  bool may_be_with_marks_or_without(std::string_view text) const;

  // Of two passages that follow each other, false: the quotation does not begin in the first one
  // and go on in the second. The text of one of them shows it, unless a mark or an id goes over the
  // break: true where brackets are loose or the first one ends in a hyphen.
  bool may_run_out_of(std::string_view first) const;
  bool may_run_into(std::string_view second) const;

 private:
  std::vector<std::string> pieces_;  // those that have letters
  bool in_one_ = false;              // the quotation is one piece, which has letters
  bool first_is_letter_ = false, last_is_letter_ = false;  // of that
  std::vector<std::string> words_;  // letters with nothing between them, longest first
  mutable std::string small_;       // the last text, in small letters: memory to work in
};

}  // namespace ibid
