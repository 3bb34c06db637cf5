// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/passage_id.h"
#include "tools/serve/audit_pages/audit_pages.h"
#include "tools/serve/audit_pages/audit_words.h"
#include "tools/serve/audit_pages/finding_list.h"
#include "tools/serve/audit_pages/share_sections.h"
#include "tools/serve/page/error_pages.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/page_words.h"
#include "tools/serve/page/parts/part_words.h"

namespace ibid {
namespace {

constexpr std::string_view kRoute = "/audit/report/";

// The id of a report is one word of a query; nothing else gets into it.
bool is_report_id(const std::string& id) {
  const auto ref = parse_passage_ref(id);
  return ref && ref->report == id;
}

}  // namespace

HttpResponse report_audit_page(const PageVisit& visit, AuditBoards& boards) {
  const std::string id(visit.behind(kRoute));
  if (!is_report_id(id)) return not_found_page(visit, visit.say(words::kNoSuchPage));
  AuditView view = asked_view(visit);
  view.query.clear();
  view.report.clear();
  if (const std::string address = address_of_baseline(visit, view); !address.empty()) {
    return redirect_response(address);
  }
  // One report is compared with the others at once.
  view.compare = AuditView::Compare::kYes;
  AuditOptions options = view.options(visit);
  view.compare = AuditView::Compare::kUnasked;
  options.query = "report:" + id;
  const std::shared_ptr<const AuditBoard> made = boards.board(visit, options);
  const AuditBoard& board = *made;
  // A pattern is no id, though it may mean only one report.
  if (board.reports.size() != 1 || board.reports.front().report.id != id) {
    return not_found_page(visit, visit.say(words::kNoSuchPage));
  }
  const std::string_view format = visit.field("format");
  if (format == "csv" || format == "baseline") return audit_download(visit, board, view);

  const ReportAudit& audit = board.reports.front();
  const std::string title =
      audit.report.title.empty() ? visit.say(part_words::kNoTitle) : audit.report.title;
  PageLayout layout;
  layout.place = PagePlace::kAudit;
  layout.title = visit.say(audit_words::kAuditOf, title);
  layout.sheet = id;
  layout.index = board.totals.index;
  HtmlWriter html;
  html.element("h1", {visit.lang_of(layout.title)}, layout.title);
  html.open("ul", {{"class", "actions"}});
  html.open("li").link(visit.report_address(id), visit.say(audit_words::kToReport)).close();
  html.open("li").link(visit.address("/audit"), visit.say(audit_words::kToDashboard)).close();
  html.close();
  if (audit.stale) html.element("p", {{"class", "warning"}}, visit.say(part_words::kStale));
  write_audit_head(html, visit, board, view);
  write_filters(html, visit, view);
  write_baseline_form(html, visit, view);
  write_overall_shares(html, visit, audit.attribution, options.query);
  write_section_shares(html, visit, audit);
  write_disagreements(html, visit, board, view);
  write_findings(html, visit, board, view);
  write_rules(html, visit, board);
  return page_response(visit, layout, html.take());
}

}  // namespace ibid
