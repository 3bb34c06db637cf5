// SPDX-License-Identifier: GPL-2.0-or-later
//
// Contents whose lines have no numbers: nothing but the headings further down tells them from text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/layout/line_position.h"
#include "corpus/report/report.h"
#include "corpus/text/text_marks.h"

namespace ibid {

struct PlainContents {
  std::vector<ContentsEntry> entries;  // `bytes` are of the text; the number is the heading's
  LinePosition end;                    // past the last entry
};

// Reads the lines below the title of the contents at `title`. They are entries as long as each
// repeats, number and page aside, a heading further down; fewer than two are none. Reads the rest
// of the text once. Blocks are counted from `begin`; `markdown`: as for BlockReader.
PlainContents read_plain_contents(std::string_view text, std::size_t begin,
                                  const TextMarks* markdown, LinePosition title);

}  // namespace ibid
