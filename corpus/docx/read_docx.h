// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads DOCX, DOCM, DOTX (ECMA-376, transitional and strict).
//
// Text is what the printed page shows: inserted text, but not deleted; no hidden text; one of a
// Choice and its Fallback; the results of fields. Text boxes come after the paragraph that they
// hang on, notes after the block that their mark is in, rows of an inner table after the outer row.
// Labels of lists and numbers of notes are computed. A word with its reading above (ruby) is the
// word; the reading is left out as a copy. Signs that are elements (w:tab, w:noBreakHyphen, w:sym)
// are text in no place, as are a ^ before a raised and a _ before a lowered number behind a digit:
// 10² is 10^2. Capitals that are only shown (w:caps) stay as written.
//
// Fields: the title is the paragraph of style Title, else dc:title. The date is dcterms:created,
// the day on which the file was begun: a date in the text says more.
#pragma once

#include <vector>

#include "corpus/extract/reader_input.h"

namespace ibid {

// Throws as reader_input.h says.
std::vector<ExtractedFile> read_docx(const ReaderInput& input);

}  // namespace ibid
