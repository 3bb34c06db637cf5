// SPDX-License-Identifier: GPL-2.0-or-later
//
// /report/ID/page/7: a page of a report's file as it is printed, with the passages that are on it,
// one of them marked (at=2-1.3). /report/ID/page/7.png: its picture.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "search/passages/outline.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

class PagePictures;

// Of "page/0", "page/01", "page/x": a page that no file has.
inline constexpr std::uint32_t kNoPageNumber = UINT32_MAX;

struct PageOfReport {
  std::string report;      // its id
  std::uint32_t page = 0;  // in the file, from 0; kNoPageNumber
  bool picture = false;    // is asked for alone
};
// "ID/page/7", "ID/page/7.png"; nothing for other paths.
std::optional<PageOfReport> page_of_report(std::string_view behind_route);

HttpResponse page_of_report_page(const PageVisit& visit, const ReportOutline& outline,
                                 std::uint32_t page);
HttpResponse picture_response(const PageVisit& visit, const ReportInfo& report, std::uint32_t page,
                              PagePictures& pictures);

}  // namespace ibid
