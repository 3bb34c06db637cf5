// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads OpenDocument texts (.odt, .ott; ODF 1.0 to 1.4).
//
// Text is what the printed page shows: no tracked deletions, no comments, no hidden text. Boxes
// come after the paragraph that they belong to, notes after the block that their mark is in. Marks
// of notes are those that the file says; labels of lists and headings are computed. Formulas and
// charts are parts of their own and not read; a note says how many. A ^ before a raised and a _
// before a lowered number behind a digit are text in no place: 10² is 10^2.
#pragma once

#include <vector>

#include "corpus/extract/reader_input.h"

namespace ibid {

// Throws as reader_input.h says.
std::vector<ExtractedFile> read_odt(const ReaderInput& input);

}  // namespace ibid
