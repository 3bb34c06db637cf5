// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads e-books (EPUB 2 and 3): the chapters in the order of their spine, each as the HTML that it
// is. The book's own table of contents (nav, ncx) is left out. One document; anchors are bytes of
// the unpacked chapters.
#pragma once

#include <vector>

#include "corpus/extract/reader_input.h"

namespace ibid {

// Throws as reader_input.h says.
std::vector<ExtractedFile> read_epub(const ReaderInput& input);

}  // namespace ibid
