// SPDX-License-Identifier: GPL-2.0-or-later
//
// The outline and the text of a report as HTML. A passage's place is named as its id names it
// behind the "#", so /report/ID#2-1.3 leads to it and the browser marks it.
#pragma once

#include "search/passages/outline.h"
#include "tools/serve/page/page_visit.h"
#include "tools/serve/page/parts/page_parts.h"
#include "tools/serve/report_pages/margin.h"

namespace ibid {

// So many lines (headings, passages and others) are on one page of a long report.
inline constexpr std::size_t kLinesOnPage = 600;

// The part of the text that the request asks for, by "at", the place of a passage, or by "from".
ListPart asked_lines(const PageVisit& visit, const ReportOutline& outline);

// Nothing if the report has no headings.
void write_outline(HtmlWriter& html, const PageVisit& visit, const ReportOutline& outline,
                   const ListPart& shown);
void write_text(HtmlWriter& html, const PageVisit& visit, const ReportOutline& outline,
                const ListPart& shown, const Margin& margin);

}  // namespace ibid
