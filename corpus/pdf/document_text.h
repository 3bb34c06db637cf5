// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes the blocks of a PDF as text: words, what joins them, notes behind the block that holds
// their mark, and what was left out where it would stand.
#pragma once

#include <vector>

#include "corpus/extract/reader_input.h"
#include "corpus/pdf/page_flow.h"
#include "corpus/pdf/page_frame.h"
#include "corpus/pdf/pdf_pages.h"
#include "corpus/pdf/reading_order.h"

namespace ibid {

// Adds to `out`, which has a part for each page.
void write_document(const PdfSource& source, const std::vector<PageFrame>& frames,
                    const std::vector<PageLayout>& layouts, const PageFlow& flow,
                    ExtractBuilder& out);

}  // namespace ibid
