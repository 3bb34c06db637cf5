// SPDX-License-Identifier: GPL-2.0-or-later
//
// Splits lines of decoded text into blocks (headings, bullets, paragraphs). Knows typography, not
// reports: what a block means is up to the parser. All text-like formats share it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"
#include "corpus/text/text_marks.h"

namespace ibid {

struct Block {
  enum class Kind : std::uint8_t {
    kLine,    // one unmarked line or a paragraph of several
    kBullet,  // began with • - * · ▪ □ ㅇ ※ (or similar) and a space
    kHash,    // "# Title"; level in `depth`
    kText,    // of Markdown, never a heading: a quotation, code, a row of a table
  };
  Kind kind = Kind::kLine;
  std::uint32_t depth = 0;        // indentation columns before the mark; for kHash the number of #
  std::vector<ByteRange> lines;   // of the decoded text, each without indentation, mark, line end
  std::vector<ByteRange> markup;  // of the lines, in the text: TextMarks::markup
  ByteRange header;               // of the row of a table: that of its head; else empty
  bool after_blank = false;       // a blank line (or the start, or a form feed) comes before it
  bool before_blank = false;      // a blank line (or the end, or a form feed) comes after it
  bool titled = false;            // a heading of plain text, of one line; see line_title.h
};

// Reads the blocks of a text one at a time, since a text can be large. A block depends only on the
// lines before it and one line below, so only the current block is held.
//
// CR, LF, CRLF and form feed end lines. A bullet continues over following lines that are indented
// deeper than its mark or, if the bullet is not indented, over any unmarked line up to a blank one.
// Paragraph lines join in the same way. A line that is a numbered heading ("3.1.2 Title"), or a
// heading of plain text for another reason, is a block of its own.
//
// With `markdown`, the text is marked: what that says of a line goes first. Of Markdown, "#" alone
// begins no heading, a link definition ("[1]: …") begins a block, and fences are not text.
// Extracted text has no such signs.
class BlockReader {
 public:
  // `text` and `markdown` outlive this; what is before `begin`, the start of a line, is not read.
  // No `markdown`: plain text.
  explicit BlockReader(std::string_view text, std::size_t begin = 0,
                       const TextMarks* markdown = nullptr);
  ~BlockReader();
  // Returns the next block of the text, never one without a line; nothing at the end of the text.
  std::optional<Block> next();

 private:
  class Joiner;
  std::unique_ptr<Joiner> joiner_;
};

// A line of `block` as a reader sees it: without its markup.
std::string unmarked_line(std::string_view text, const Block& block, std::size_t line);

// Reads "7-2. Title", "3.1.2 Title", "1. Summary", "10. Source Documents": the number as written
// without its final dot, and the title (both views into `line`). `found` is false for prose such as
// "3.5 percent of…". The title of a heading starts with a letter that is not lower case, after a
// final dot also with a number ("7. 2024 So Far"), and after an unmistakable "2-1. " with anything.
// It ends without a full stop, cites no source and has at most 300 bytes. Emphasis around the whole
// line ("**2. Title**") is not part of it.
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
