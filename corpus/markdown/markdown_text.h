// SPDX-License-Identifier: GPL-2.0-or-later
//
// What Markdown makes of a text: of some lines, what they are, and the signs that no reader sees.
// The lines that it says nothing of are read as those of plain text (corpus/layout/outline.h).
//
// md4c reads the text (CommonMark, tables, strike-through, task lists). It gives no positions, but
// the runs of text that it reports point into the text: a line belongs to the block whose runs it
// holds, and what is between two runs of a line is a sign. These point elsewhere: line ends, a NUL,
// the spaces that indent code. A link definition, a fence and the line under a title or the head of
// a table have no run.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

struct MarkdownLine {
  enum class Kind : std::uint8_t {
    kPlain,    // as in plain text, but it begins a block: an item, a paragraph below a definition
    kText,     // text and nothing else: of a quotation, of code, a row of a table
    kHeading,  // at the level `level`; if it has no "#", signs under it say so
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
struct MarkdownText {
  std::vector<MarkdownLine> lines;  // ascending
  // Emphasis, code ticks, brackets and targets of links, backslashes, pipes, HTML tags, and
  // entities that unmarked_text.h knows. Ascending, no overlap, none over a line end. Brackets
  // around what has no letter ("[1]") or is a footnote's label ("[^kea]") are text.
  std::vector<ByteRange> markup;
};

// Reads a text of less than 4 GiB; a larger one has no lines and no markup, and is plain text
// therefore. YAML between "---" lines at its start is not Markdown.
// Thread: safe.
MarkdownText read_markdown(std::string_view text);

// Where the text goes on below YAML front matter; 0 if it does not begin with any.
std::size_t front_matter_end(std::string_view text);

}  // namespace ibid
