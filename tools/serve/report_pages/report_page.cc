// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/core.h>

#include "search/hits/searcher.h"
#include "search/reports/report_lister.h"
#include "tools/serve/page/error_pages.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/page_words.h"
#include "tools/serve/page/parts/page_parts.h"
#include "tools/serve/page/parts/part_words.h"
#include "tools/serve/page/pictures/page_pictures.h"
#include "tools/serve/report_pages/margin.h"
#include "tools/serve/report_pages/original_file.h"
#include "tools/serve/report_pages/page_of_report.h"
#include "tools/serve/report_pages/report_pages.h"
#include "tools/serve/report_pages/report_text.h"
#include "tools/serve/report_pages/report_words.h"

namespace ibid {
namespace {

constexpr std::string_view kRoute = "/report/", kOriginal = "/original";

std::string size_words(std::uint64_t bytes) {
  if (bytes < 1024) return fmt::format("{} B", bytes);
  if (bytes < 1024 * 1024) return fmt::format("{:.0f} KiB", static_cast<double>(bytes) / 1024);
  return fmt::format("{:.1f} MiB", static_cast<double>(bytes) / (1024 * 1024));
}

void write_detail(HtmlWriter& html, const PageVisit& visit, const Wording& name,
                  const std::string& value) {
  if (value.empty()) return;
  html.element("dt", visit.say(name)).element("dd", {visit.lang_of(value)}, value);
}

void write_details(HtmlWriter& html, const PageVisit& visit, const Report& report) {
  std::string tags;
  for (const std::string& tag : report.tags) tags += (tags.empty() ? "" : ", ") + tag;
  html.open("dl");
  write_detail(html, visit, part_words::kPublisher, report.publisher);
  write_detail(html, visit, report_words::kAuthor, report.author);
  write_detail(html, visit, part_words::kDate,
               report.date.empty() ? visit.say(part_words::kNoDate) : report.date);
  write_detail(html, visit, report_words::kCollection, report.collection);
  write_detail(html, visit, report_words::kTags, tags);
  if (report.url.starts_with("https://") || report.url.starts_with("http://")) {
    html.element("dt", visit.say(report_words::kAddress)).open("dd");
    html.link(report.url, report.url, {{"rel", "noreferrer noopener"}}).close();
  }
  html.close();
}

void write_field_reasons(HtmlWriter& html, const PageVisit& visit, const std::string& id) {
  const std::optional<FieldReasons> reasons = ReportLister(visit.index()).why(id);
  if (!reasons) return;
  html.open("details").element("summary", visit.say(report_words::kWhyFields));
  html.open("div", {{"class", "table"}}).open("table");
  write_head_row(html,
                 {visit.say(report_words::kField), visit.say(report_words::kValue),
                  visit.say(report_words::kRuleOfField), visit.say(report_words::kLineOfField)});
  html.open("tbody");
  for (const FieldReason& field : reasons->fields) {
    if (field.value.empty()) continue;
    html.open("tr").element("th", {{"scope", "row"}, {"lang", "en"}}, field.field);
    html.element("td", {visit.lang_of(field.value)}, field.value);
    html.element("td", {{"lang", "en"}}, field.rule).open("td");
    if (field.line > 0) {
      html.text(visit.say(report_words::kLineNumber, field.line) + ": ");
      html.element("q", {visit.lang_of(field.text)}, field.text);
    }
    html.close().close();
  }
  html.close().close().close().close();
}

MarginFindings asked_findings(const PageVisit& visit) {
  const std::string_view asked = visit.field("findings");
  if (asked == "all") return MarginFindings::kAll;
  return asked == "none" ? MarginFindings::kNone : MarginFindings::kOwn;
}

void write_choice(HtmlWriter& html, const PageVisit& visit, std::string_view name,
                  std::string_view value, const Wording& words) {
  HttpFields fields = fields_without(visit.request().query, {name});
  if (!value.empty()) fields.emplace_back(name, value);
  html.open("li").link(visit.address(visit.request().path, fields), visit.say(words)).close();
}

void write_actions(HtmlWriter& html, const PageVisit& visit, const Report& report,
                   MarginFindings findings) {
  html.open("ul", {{"class", "actions"}});
  html.open("li")
      .link(visit.address("/report/" + report.id + std::string(kOriginal)),
            visit.say(report_words::kOriginal, size_words(report.size)), {{"download", ""}})
      .close();
  html.open("li")
      .link(visit.address("/", {{"q", "report:" + report.id}}),
            visit.say(report_words::kSearchInReport))
      .close();
  html.open("li")
      .link(visit.address("/audit/report/" + report.id), visit.say(report_words::kAuditOfReport))
      .close();
  if (findings != MarginFindings::kAll) {
    write_choice(html, visit, "findings", "all", report_words::kAllFindings);
  }
  if (findings != MarginFindings::kNone) {
    write_choice(html, visit, "findings", "none", report_words::kNoFindings);
  }
  const bool all = visit.field("all") == "1";
  write_choice(html, visit, "all", all ? "" : "1",
               all ? report_words::kOnlyPassages : report_words::kLeftOutLines);
  html.close();
}

HttpResponse no_such_report(const PageVisit& visit, const std::string& id) {
  const ReportChoice choice = ReportLister(visit.index()).find(id);
  if (choice.id && *choice.id != id) return redirect_response(visit.report_address(*choice.id));
  std::string sentence = visit.say(report_words::kNoSuchReport, id);
  std::string near;
  for (const std::string& other : choice.near) near += (near.empty() ? "" : ", ") + other;
  if (!near.empty()) sentence += " " + visit.say(report_words::kDidYouMean, near);
  return not_found_page(visit, sentence);
}

}  // namespace

HttpResponse report_page(const PageVisit& visit, PagePictures& pictures) {
  std::string id(visit.behind(kRoute));
  const std::optional<PageOfReport> page = page_of_report(id);
  if (page && page->picture) {
    const auto report = ReportLister(visit.index()).report(page->report);
    return report ? picture_response(visit, *report, page->page, pictures)
                  : no_such_report(visit, page->report);
  }
  if (page) id = page->report;
  const bool original = id.ends_with(kOriginal);
  if (original) id.resize(id.size() - kOriginal.size());
  const LeftOut left_out = visit.field("all") == "1" ? LeftOut::kShown : LeftOut::kHidden;
  const std::optional<ReportOutline> outline =
      Searcher(visit.index()).outline(id, original ? LeftOut::kHidden : left_out);
  if (!outline) return no_such_report(visit, id);
  const Report& report = outline->report;
  if (original) return original_file(visit, report_info(report), report.size);
  if (page) return page_of_report_page(visit, *outline, page->page);

  PageLayout layout;
  layout.place = PagePlace::kReports;
  layout.title = report.title.empty() ? visit.say(part_words::kNoTitle) : report.title;
  layout.sheet = report.id;
  const MarginFindings findings = asked_findings(visit);
  const Margin margin(visit, id, findings);
  const ListPart shown = asked_lines(visit, *outline);

  HtmlWriter html;
  html.element("h1", {visit.lang_of(layout.title)}, layout.title);
  write_details(html, visit, report);
  if (outline->stale) html.element("p", {{"class", "warning"}}, visit.say(part_words::kStale));
  write_actions(html, visit, report, findings);
  write_field_reasons(html, visit, id);
  write_outline(html, visit, *outline, shown);
  if (!margin.of_report().empty()) {
    html.element("h2", visit.say(report_words::kFindings)).open("ul");
    for (const Finding* finding : margin.of_report()) {
      html.open("li");
      write_finding(html, visit, *finding);
      html.close();
    }
    html.close();
  }
  html.open("section", {{"class", "report"}, {"aria-label", visit.say(report_words::kText)}});
  if (findings == MarginFindings::kOwn) {
    html.element("p", {{"class", "faint small no-print"}}, visit.say(report_words::kFindingsHere));
  }
  write_part_links(html, visit, shown, visit.request().query);
  write_text(html, visit, *outline, shown, margin);
  write_part_links(html, visit, shown, visit.request().query);
  html.close();
  return page_response(visit, layout, html.take());
}

PageRoutes report_page_routes(std::shared_ptr<PagePictures> pictures) {
  if (!pictures) pictures = std::make_shared<PagePictures>();
  return {{"/reports", reports_page},
          {std::string(kRoute), [pictures = std::move(pictures)](const PageVisit& visit) {
             return report_page(visit, *pictures);
           }}};
}

bool is_report_picture(const HttpRequest& request) {
  return request.path.starts_with(kRoute) && request.path.ends_with(".png");
}

bool is_long_report_page(const HttpRequest& request) {
  return request.path.starts_with(kRoute) && request.field("findings") == "all";
}

}  // namespace ibid
