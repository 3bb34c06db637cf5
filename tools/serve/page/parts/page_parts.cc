// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/parts/page_parts.h"

#include <algorithm>
#include <charconv>

#include "tools/serve/page/parts/part_words.h"

namespace ibid {

ListPart asked_part(const PageVisit& visit, std::size_t total, std::size_t size) {
  const std::string_view field = visit.field("from");
  std::size_t from = 1;
  const auto read = std::from_chars(field.data(), field.data() + field.size(), from);
  const bool good = read.ec == std::errc() && read.ptr == field.data() + field.size();
  if (!good || from < 1 || from > total) from = 1;
  return {from - 1, std::min(total, from - 1 + size), total, size};
}

void write_part_links(HtmlWriter& html, const PageVisit& visit, const ListPart& part,
                      const HttpFields& fields) {
  if (part.begin == 0 && part.end == part.total) return;
  const HttpFields others = fields_without(fields, {"from", "at"});
  const auto address = [&](std::size_t begin) {
    HttpFields all = others;
    if (begin > 0) all.emplace_back("from", std::to_string(begin + 1));
    return visit.address(visit.request().path, all);
  };
  html.open("nav", {{"class", "pages"}, {"aria-label", visit.say(part_words::kPagesOfList)}});
  if (part.begin > 0) {
    html.link(address(part.begin - std::min(part.begin, part.size)),
              visit.say(part_words::kPrevious), {{"rel", "prev"}});
    html.text(" ");
  }
  html.element("span", visit.say(part_words::kRange, grouped(part.begin + 1), grouped(part.end),
                                 grouped(part.total)));
  if (part.end < part.total) {
    html.text(" ").link(address(part.end), visit.say(part_words::kNext), {{"rel", "next"}});
  }
  html.close();
}

void write_plot(HtmlWriter& html, const PageVisit& visit, const Html& plot, const Html& table) {
  html.open("figure", {{"class", "chart-place"}}).add(plot).close();
  html.open("details").element("summary", visit.say(part_words::kAsTable));
  html.open("div", {{"class", "table"}}).add(table).close().close();
}

void write_report_name(HtmlWriter& html, const PageVisit& visit, const ReportInfo& report,
                       std::string_view address) {
  const std::string title = report.title.empty() ? visit.say(part_words::kNoTitle) : report.title;
  html.link(address, title, {visit.lang_of(title)});
  if (!report.publisher.empty()) {
    html.text(", ").element("span", {visit.lang_of(report.publisher)}, report.publisher);
  }
  if (!report.date.empty()) html.text(", ").element("time", report.date);
}

void write_source_link(HtmlWriter& html, const PageVisit& visit, const StoredPassage& passage,
                       std::string_view source) {
  const std::string shown = source_words(passage, source);
  html.link(visit.source_address(source), shown, {visit.lang_of(shown)});
}

void write_number_cell(HtmlWriter& html, std::uint64_t number) {
  html.element("td", {{"class", "number"}}, grouped(number));
}

void write_head_row(HtmlWriter& html, std::initializer_list<std::string> heads) {
  html.open("thead").open("tr");
  for (const std::string& head : heads) html.element("th", {{"scope", "col"}}, head);
  html.close().close();
}

}  // namespace ibid
