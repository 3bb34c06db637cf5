// SPDX-License-Identifier: GPL-2.0-or-later
//
// A page of a report's file with a passage marked on it. The picture is an address of its own
// (page_pictures.h draws it), the marks are drawn by the browser over it: without the picture, its
// alternative text says what is not there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "search/passages/stored_passage.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// Where a passage is on one page.
struct MarkedPage {
  std::uint32_t page = 0;      // in the file, from 0
  std::vector<PageBox> boxes;  // a line each
};
// All pages of the passage, in the order of reading; none if the report has no pages, or the index
// no longer has their text.
std::vector<MarkedPage> marked_pages(const StoredPassage& passage);

// The address of the page's picture, and of the page that shows it with the passage `at` marked
// (its place_name(); empty: none).
std::string picture_address(const ReportInfo& report, std::uint32_t page);
std::string page_address_of(const PageVisit& visit, const ReportInfo& report, std::uint32_t page,
                            std::string_view at);

// kFitting: as wide as the column. kReadable: never so small that its letters cannot be read; it is
// scrolled in a narrow window.
enum class PictureSize : std::uint8_t { kFitting, kReadable };

// The picture and the marks, a <figure>. `caption`: what stands below; may be empty.
Html page_figure(const PageVisit& visit, const ReportInfo& report, const MarkedPage& page,
                 PictureSize size, const Html& caption);

}  // namespace ibid
