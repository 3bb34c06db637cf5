// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pieces of HTML that several pages have: a list in parts, a plot with its table, names of reports.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "search/passages/stored_passage.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// A part of a long list: entries [begin, end) of `total`.
struct ListPart {
  std::size_t begin = 0, end = 0, total = 0, size = 0;
};
// The part that the field "from" asks for: the number of its first entry, from 1. What is no number
// of an entry counts as 1.
ListPart asked_part(const PageVisit& visit, std::size_t total, std::size_t size);
// "1–100 of 2,345" with links to the part before and after, which ask for the same `fields`;
// nothing if there is only one part.
void write_part_links(HtmlWriter& html, const PageVisit& visit, const ListPart& part,
                      const HttpFields& fields);

// A plot, and below it, closed, what it shows as a table.
void write_plot(HtmlWriter& html, const PageVisit& visit, const Html& plot, const Html& table);

// Title as a link, publisher and date.
void write_report_name(HtmlWriter& html, const PageVisit& visit, const ReportInfo& report,
                       std::string_view address);
// "SNE Research, 2024" of a passage's source, as a link to its page.
void write_source_link(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage,
                       std::string_view source);

// "3": how many in digits, grouped; for cells of tables.
void write_number_cell(HtmlWriter& html, std::uint64_t number);
void write_head_row(HtmlWriter& html, std::initializer_list<std::string> heads);

}  // namespace ibid
