// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lines of decoded text -> blocks (headings, bullets, paragraphs). Knows typography, not reports:
// what a block means is the parser's business. Shared by all text-like formats.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

struct Block {
  enum class Form : std::uint8_t {
    kLine,    // one unmarked line or a paragraph of several
    kBullet,  // began with • - * · ▪ (or similar) and a space
    kHash,    // "# Title"; level in `depth`
  };
  Form form = Form::kLine;
  std::uint32_t depth = 0;       // indentation columns before the mark; for kHash the number of #
  std::vector<ByteRange> lines;  // of the decoded text, each without indentation, mark, line end
  bool after_blank = false;      // a blank line (or the start, or a form feed) stands before it
  bool before_blank = false;     // a blank line (or the end, or a form feed) stands after it
};

// The blocks of a text, one at a time, for a text can be large. A block is a matter of the lines
// before it and one below, so that nothing is held but the block at hand.
//
// CR, LF, CRLF and form feed end lines. A bullet goes on over following lines that are indented
// deeper than its mark or, where the bullet stands unindented, over any unmarked line until a blank
// one. Paragraph lines join likewise; a line that is a numbered heading ("3.1.2 Title") stands
// alone.
class BlockReader {
 public:
  explicit BlockReader(std::string_view text);  // outlives this
  ~BlockReader();
  // In the order of the text, none without a line; none: the text is at its end.
  std::optional<Block> next();

 private:
  class Joiner;
  std::unique_ptr<Joiner> joiner_;
};

// "7-2. Title", "3.1.2 Title", "1. Summary", "10. Source Documents": the number as written without
// its final dot, and where the title begins (both views into `line`). `found` is false for
// "3.5 percent of…" style prose: a heading's title starts with a letter that is not lower case, or
// after a final dot with a number ("7. 2024 So Far"), or after an unmistakable "2-1. " with
// anything; it ends without a full stop, cites no source and has at most 300 bytes. Emphasis around
// the whole line ("**2. Title**") is not part of it.
struct NumberedTitle {
  bool found = false;
  std::string_view number;
  std::string_view title;
};
NumberedTitle parse_numbered_title(std::string_view line);

// True for text that ends in a full stop, closing quotes and brackets aside, unless the stop
// belongs to an abbreviation ("relations with the U.S.").
bool ends_like_sentence(std::string_view text);

}  // namespace ibid
