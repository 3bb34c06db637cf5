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

#include <cstddef>
#include <string_view>

#include "corpus/text/text_marks.h"

namespace ibid {

// Reads a text of less than 4 GiB; a larger one has no lines and no markup, and is plain text
// therefore. YAML between "---" lines at its start is not Markdown.
// Thread: safe.
TextMarks read_markdown(std::string_view text);

// Where the text goes on below YAML front matter; 0 if it does not begin with any.
std::size_t front_matter_end(std::string_view text);

}  // namespace ibid
