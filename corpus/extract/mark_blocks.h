// SPDX-License-Identifier: GPL-2.0-or-later
//
// The blocks of an extracted text as marked lines, so that the parser reads it as it reads
// Markdown.
#pragma once

#include "corpus/extract/extracted_file.h"
#include "corpus/text/text_marks.h"

namespace ibid {

// Headings are headings, items, rows, quotations, code, captions, boxes and notes are text and
// nothing else; a paragraph is read as one of plain text, with the bullets and numbers that are
// typed in it. `file` is sound. Thread: safe.
TextMarks mark_blocks(const ExtractedFile& file);

// The block that holds the byte `at` of the text; nullptr if none does. Lender: `file`.
const ExtractedBlock* block_at(const ExtractedFile& file, std::uint64_t at);

}  // namespace ibid
