// SPDX-License-Identifier: GPL-2.0-or-later
//
// Source ids as word processors, chat programs and line breaks leave them: with other dashes
// ("go‑public‑web‑…", U+2011), with invisible characters inside, broken at a hyphen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// U+2010 to U+2015, the minus sign and the small and full-width hyphens.
bool is_other_dash(char32_t c);

// A text with its ids as they were meant. Positions of the folded text lead back to the text that
// was folded.
class FoldedIds {
 public:
  // Folds every run of letters, digits and dashes that becomes an id or something like one
  // (looks_like_source_id) by it; leaves all else. `text`: valid UTF-8.
  explicit FoldedIds(std::string_view text);

  bool changed() const { return !edits_.empty(); }
  const std::string& text() const { return text_; }
  // The range of the text as written that `range` of the folded text came from.
  ByteRange as_written(ByteRange range) const;

 private:
  struct Edit {
    ByteRange folded, written;
  };
  std::string text_;
  std::vector<Edit> edits_;  // ascending
};

// False if FoldedIds would change nothing: told from a few bytes.
bool may_have_ids_to_fold(std::string_view text);

}  // namespace ibid
