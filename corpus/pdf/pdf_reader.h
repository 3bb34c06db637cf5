// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads PDF files: the words come from poppler; their order, lines, paragraphs and notes are found
// here. What is body and what is known to fall short is in docs/formats.md.
#pragma once

#include <string>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/extract/reader_input.h"

namespace ibid {

// One document; a part a page, an anchor a word. See ReaderInput for what readers promise.
std::vector<ExtractedFile> read_pdf(const ReaderInput& input);

// Reads a small PDF of its own, with a Korean word in a font that is not embedded: poppler finds
// its characters only with the files of the package poppler-data, and loses them without a word
// where they may not be opened. Returns what is missing, as a clause; empty if nothing is.
std::string why_pdf_reader_is_unfit();

}  // namespace ibid
