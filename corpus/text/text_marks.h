// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is known of the lines of a text besides their letters: what kind of line some of them are,
// and the signs that no reader sees. Of Markdown (corpus/markdown) and of files of other formats
// (corpus/extract). The lines that it says nothing of are read as those of plain text
// (corpus/layout/outline.h).
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

struct MarkedLine {
  enum class Kind : std::uint8_t {
    kPlain,    // as in plain text, but it begins a block: an item, a paragraph below a definition
    kText,     // text and nothing else: of a quotation, of code, a row of a table
    kHeading,  // at the level `level`; of Markdown without "#", signs under it say so
    kNothing,  // no text: a comment, the line under the head of a table
  };
  std::uint64_t begin = 0;  // of the line
  ByteRange content;        // without the signs of its containers; empty: as in plain text
  ByteRange header;         // of a row: the content of the table's head; else empty
  Kind kind = Kind::kPlain;
  std::uint8_t level = 0;
  bool begins = false;  // a block; else it goes on with that of the line before
};

// Ranges of the text that was read.
struct TextMarks {
  enum class Origin : std::uint8_t {
    kMarkdown,   // of the signs in the text
    kExtracted,  // of a file whose format says what a block is; each block stands alone
  };
  Origin origin = Origin::kMarkdown;
  // Extracted, and no block is marked as a heading: lines may be headings, as in plain text.
  bool finds_titles = false;
  std::vector<MarkedLine> lines;  // ascending
  // Emphasis, code ticks, brackets and targets of links, backslashes, pipes, HTML tags, and
  // entities that unmarked_text.h knows. Ascending, no overlap, none over a line end. Brackets
  // around what has no letter ("[1]") or is a footnote's label ("[^kea]") are text.
  std::vector<ByteRange> markup;
};

}  // namespace ibid
