// SPDX-License-Identifier: GPL-2.0-or-later
//
// A text as a reader sees it, without signs of markup, and the way back. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// Signs go without a trace: "sur**plus**" is one word. But a pipe or tab between cells and an HTML
// tag that begins a line or block ("<br>") are a space, and an entity is its character ("&amp;";
// "&nbsp;" is a space).
class UnmarkedText {
 public:
  // `markup`: ranges of `text`, ascending, without overlap: Passage::markup.
  UnmarkedText(std::string_view text, const std::vector<ByteRange>& markup);

  const std::string& text() const { return text_; }
  // From a range of text() to the same one of the text with signs. Signs at either end are not part
  // of it.
  ByteRange with_signs(ByteRange unmarked) const { return file_range(spans_, unmarked); }
  // The other way; signs in the range, and only signs, are an empty range.
  ByteRange without_signs(ByteRange marked) const;
  std::vector<ByteRange> without_signs(const std::vector<ByteRange>& marked) const;

 private:
  std::uint64_t offset_without_signs(std::uint64_t marked) const;
  void add(std::string_view piece, ByteRange marked);

  std::string text_;
  std::vector<TextSpan> spans_;  // from text_ to the text with signs
};

// `range` of `text` as a reader sees it.
std::string unmarked(std::string_view text, ByteRange range, const std::vector<ByteRange>& markup);

// The character of an HTML entity ("&amp;", "&#8217;", "&#x2019;") in UTF-8; nothing for one that
// is not known, and for a control character.
std::optional<std::string> entity_character(std::string_view entity);

}  // namespace ibid
