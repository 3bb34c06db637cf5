// SPDX-License-Identifier: GPL-2.0-or-later
//
// Draws a page of a PDF by poppler's own renderer, in this process: where the text of the file is
// read, nothing of it can reach more than that. What it draws is the page as the boxes of anchors
// measure it (extracted_file.h).
#pragma once

#include "corpus/extract/page_picture.h"
#include "corpus/extract/reader_input.h"

namespace ibid {

// Throws Error{kInput} as readers do: also for a page that the file does not have or that cannot be
// drawn.
PagePicture draw_pdf_page(const ReaderInput& input, const PictureAsked& asked);

}  // namespace ibid
