// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <tuple>

#include "search/reports/report_lister.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/page_words.h"
#include "tools/serve/page/parts/page_parts.h"
#include "tools/serve/page/parts/part_words.h"
#include "tools/serve/report_pages/report_pages.h"
#include "tools/serve/report_pages/report_words.h"

namespace ibid {
namespace {

constexpr std::size_t kReportsOnPage = 200;

std::uint64_t counted_passages(const ReportLine& line) {
  return line.matches.value_or(line.passages);
}

void sort_lines(std::vector<ReportLine>& lines, std::string_view order) {
  std::sort(lines.begin(), lines.end(), [&](const ReportLine& a, const ReportLine& b) {
    if (order == "title") {
      return std::tie(a.report.title, a.report.id) < std::tie(b.report.title, b.report.id);
    }
    if (order == "passages" && counted_passages(a) != counted_passages(b)) {
      return counted_passages(a) > counted_passages(b);
    }
    return std::tie(b.report.date, a.report.id) < std::tie(a.report.date, b.report.id);
  });
}

void write_form(HtmlWriter& html, const PageVisit& visit) {
  const std::string_view order = visit.field("order");
  html.open("form", {{"class", "fields no-print"}, {"method", "get"}, {"action", "/reports"}});
  html.open("p")
      .element("label", {{"for", "only"}}, visit.say(report_words::kOnlyReportsWith))
      .text(" ");
  html.lone("input", {{"id", "only"},
                      {"name", "q"},
                      {"type", "search"},
                      exact("value", visit.field("q")),
                      {"maxlength", "4096"},
                      {"dir", "auto"}});
  html.close()
      .open("p")
      .element("label", {{"for", "order"}}, visit.say(report_words::kOrder))
      .text(" ");
  html.open("select", {{"id", "order"}, {"name", "order"}});
  const std::pair<const char*, const Wording&> orders[] = {{"date", report_words::kByDate},
                                                           {"title", report_words::kByTitle},
                                                           {"passages", report_words::kByPassages}};
  for (const auto& [value, words] : orders) {
    html.element("option", {{"value", value}, only_if(order == value, "selected")},
                 visit.say(words));
  }
  html.close().close();
  if (visit.chose_language()) {
    html.lone("input",
              {{"type", "hidden"}, {"name", "lang"}, {"value", language_tag(visit.language())}});
  }
  html.open("p")
      .element("button", {{"type", "submit"}}, visit.say(part_words::kShow))
      .close()
      .close();
}

const Wording& state_words(ReportState state) {
  switch (state) {
    case ReportState::kFresh:
      return report_words::kFileFresh;
    case ReportState::kChanged:
      return report_words::kFileChanged;
    case ReportState::kGone:
      return report_words::kFileGone;
    case ReportState::kUnknown:
      return report_words::kFileElsewhere;
    case ReportState::kKept:
      break;
  }
  return report_words::kFileKept;
}

void write_row(HtmlWriter& html, const PageVisit& visit, const ReportLine& line) {
  const ReportInfo& report = line.report;
  const std::string title = report.title.empty() ? visit.say(part_words::kNoTitle) : report.title;
  html.open("tr").element("td", {{"class", "date"}}, report.date);
  html.open("th", {{"scope", "row"}});
  html.link(visit.report_address(report.id), title, {visit.lang_of(title)});
  html.lone("br").element("span", {{"class", "faint small"}}, report.id).close();
  html.element("td", {visit.lang_of(report.publisher)}, report.publisher);
  if (line.matches) {
    html.open("td", {{"class", "number"}, {"data-head", visit.say(report_words::kMatching)}});
    const std::string only = "report:" + report.id + " (" + std::string(visit.field("q")) + ")";
    html.link(visit.address("/", {{"q", only}}), grouped(*line.matches)).close();
  }
  html.element("td", {{"class", "number"}, {"data-head", visit.say(part_words::kPassagesHead)}},
               grouped(line.passages));
  const bool fresh = line.state == ReportState::kFresh;
  html.element("td", {{"class", fresh ? "faint" : "warning"}}, visit.say(state_words(line.state)));
  html.close();
}

}  // namespace

HttpResponse reports_page(const PageVisit& visit) {
  const std::string query(visit.field("q"));
  std::vector<ReportLine> lines = ReportLister(visit.index()).list(query, visit.names());
  sort_lines(lines, visit.field("order"));
  const ListPart part = asked_part(visit, lines.size(), kReportsOnPage);

  PageLayout layout;
  layout.place = PagePlace::kReports;
  layout.title = query.empty() ? visit.say(report_words::kAllReports)
                               : visit.say(report_words::kReportsWith, query);
  layout.sheet = query;
  HtmlWriter html;
  html.element("h1", layout.title);
  html.element("p", {{"class", "faint"}},
               visit.count(lines.size(), words::kReport, words::kReportCount));
  write_form(html, visit);
  if (lines.empty()) {
    html.element("p", visit.say(report_words::kNoReports));
    return page_response(visit, layout, html.take());
  }
  write_part_links(html, visit, part, visit.request().query);
  html.open("div", {{"class", "table"}}).open("table", {{"class", "stacked"}});
  html.open("thead").open("tr");
  html.element("th", {{"scope", "col"}}, visit.say(part_words::kDate));
  html.element("th", {{"scope", "col"}}, visit.say(part_words::kReportHead));
  html.element("th", {{"scope", "col"}}, visit.say(part_words::kPublisher));
  if (!query.empty()) {
    html.element("th", {{"scope", "col"}, {"class", "number"}}, visit.say(report_words::kMatching));
  }
  html.element("th", {{"scope", "col"}, {"class", "number"}}, visit.say(part_words::kPassagesHead));
  html.element("th", {{"scope", "col"}}, visit.say(report_words::kFileState));
  html.close().close().open("tbody");
  for (std::size_t i = part.begin; i < part.end; ++i) write_row(html, visit, lines[i]);
  html.close().close().close();
  write_part_links(html, visit, part, visit.request().query);
  return page_response(visit, layout, html.take());
}

}  // namespace ibid
