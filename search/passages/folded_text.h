// SPDX-License-Identifier: GPL-2.0-or-later
//
// Text as browsers compare it when they follow a text fragment. Chromium takes two texts for the
// same if ICU's collator for searching finds no primary difference (letter case, accents, width,
// circled numbers and compatibility forms of any script count for nothing) and folds quotation
// marks. This folds at least as much: white space, and bullets and dashes that stand alone, count
// for nothing either, because pages are free in these. Pure; owns what it needs of the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

class FoldedText {
 public:
  // Throws Error{kSystem} if ICU has no collator.
  explicit FoldedText(std::string_view text);

  // Whether the folded text of `range` occurs nowhere in the text before `range`, from byte `from`
  // on. False if nothing of the range counts. Ranges are of the text, at character boundaries.
  bool is_first(ByteRange range, std::uint64_t from = 0) const;

 private:
  std::size_t weight_at(std::uint64_t offset) const;

  std::u16string weights_;            // primary weights, as ICU gives them
  std::vector<std::uint64_t> bytes_;  // of the character that each weight is of
};

}  // namespace ibid
