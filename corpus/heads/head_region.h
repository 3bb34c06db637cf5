// SPDX-License-Identifier: GPL-2.0-or-later
//
// The lines of a document before its contents or first heading, among which its head is.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/layout/line_position.h"
#include "corpus/layout/outline.h"
#include "corpus/layout/plain_contents.h"

namespace ibid {

struct HeadLine {
  LinePosition position;
  std::string_view text;
  Block::Kind kind = Block::Kind::kLine;
};

struct HeadRegion {
  std::vector<HeadLine> lines;       // before the contents or the first heading, except addresses
  std::optional<HeadLine> url_line;  // the first that says where the report was published
  LinePosition stop;                 // where the contents or that heading begin, or the end
  std::string_view stop_line;        // the line there; empty at the end
  bool more_follows = false;         // at `stop`
  bool contents = false;
  PlainContents plain;    // if the contents have no numbers
  bool form = false;      // contents, or a numbered heading anywhere
  bool numbered = false;  // contents, or the first heading has a number
};

// Goes through the blocks of `text`, from `begin` on, up to where its head must end. `markdown`: as
// for BlockReader; lines have no signs at their ends then. Lender: `text`.
HeadRegion find_head_region(std::string_view text, std::size_t begin, const TextMarks* markdown);

bool is_short_line(const HeadLine& line, std::size_t most_bytes);

// The text of the document begins: a bullet, a sentence or a long line.
bool text_begins(const HeadLine& line);

// The line ends its block: the next line of the region is in another block.
bool ends_block(const HeadRegion& region, std::size_t index);

inline constexpr std::size_t kMaxTitleLine = 200;  // bytes; a longer line is text

}  // namespace ibid
