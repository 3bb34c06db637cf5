// SPDX-License-Identifier: GPL-2.0-or-later
//
// Cuts the words of a page at white gaps into parts that are read one after the other.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/pdf/pdf_pages.h"

namespace ibid {

// `boxes`: upright, of all words of the page. Each word is in one part.
std::vector<std::vector<std::uint32_t>> cut_into_columns(const PdfPage& page,
                                                         const std::vector<PdfBox>& boxes,
                                                         const std::vector<std::uint32_t>& words);

// True if some lines in a row leave the same gap open: two columns, a table, or a list.
bool has_common_gap(const PdfPage& page, const std::vector<PdfBox>& boxes,
                    const std::vector<std::uint32_t>& words);

}  // namespace ibid
