// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether a stretch of text may be quoted alone, or cuts a word or figure that as a whole means
// something else: "4 billion" of "14 billion", "nuclear" of "non-nuclear", 가능 of 불가능. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// Where one text may be cut. The text is lent for its life. Thread: one object, one thread.
class QuoteEdges {
 public:
  explicit QuoteEdges(std::string_view text) : text_(text) {}

  // True if `range` neither begins nor ends inside a word or figure. Allowed at its end: 's, and
  // Korean particles with or without 들 (협정 of 협정을). Not allowed, beyond letters and digits: a
  // part of a figure (search/edges/whole_figures.h); the dot of an abbreviation; a hyphen behind
  // a prefix or before a suffix that turns the word round (non-, no-, ex-, -free), or in a
  // designator (S-400); a beginning inside a URL.
  bool cuts_no_word(ByteRange range) const;

  // `range` with the whole of the figures that it cuts.
  ByteRange with_whole_figures(ByteRange range) const;

 private:
  const std::vector<ByteRange>& figures() const;

  std::string_view text_;
  mutable std::optional<std::vector<ByteRange>> figures_;
};

}  // namespace ibid
