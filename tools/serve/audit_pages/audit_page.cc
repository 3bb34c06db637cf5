// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/audit_pages/audit_pages.h"
#include "tools/serve/audit_pages/audit_words.h"
#include "tools/serve/audit_pages/finding_list.h"
#include "tools/serve/audit_pages/share_sections.h"
#include "tools/serve/audit_pages/source_sections.h"
#include "tools/serve/page/page_layout.h"
#include "tools/serve/page/page_words.h"
#include "tools/serve/page/parts/part_words.h"

namespace ibid {
namespace {

std::string reports_text(const PageVisit& visit, std::uint64_t reports) {
  return visit.count(reports, words::kReport, words::kReportCount);
}

void write_warning(HtmlWriter& html, const std::string& sentence) {
  html.element("p", {{"class", "warning"}}, sentence);
}

void write_warnings(HtmlWriter& html, const PageVisit& visit, const AuditTotals& totals,
                    const AuditView& view) {
  if (totals.in_part > 0)
    write_warning(html, visit.say(audit_words::kInPart, reports_text(visit, totals.in_part)));
  if (view.uncited == AuditOptions::Uncited::kNoted) {
    if (totals.without_citations > 0) {
      write_warning(html, visit.say(audit_words::kUnrecognised,
                                    reports_text(visit, totals.without_citations)));
    }
    if (totals.few_citations > 0) {
      write_warning(html,
                    visit.say(audit_words::kFewCited, reports_text(visit, totals.few_citations)));
    }
  }
  if (totals.last_generation != totals.index.generation) {
    write_warning(html, visit.say(audit_words::kChangedMeanwhile));
  }
}

void write_file_link(HtmlWriter& html, const PageVisit& visit, const AuditView& view,
                     const char* format, const Wording& words) {
  HttpFields fields = view_fields(view);
  fields.emplace_back("format", format);
  html.open("li").link(visit.address(visit.request().path, fields), visit.say(words),
                       {{"download", ""}});
  html.close();
}

void write_compare_offer(HtmlWriter& html, const PageVisit& visit, const AuditView& view) {
  AuditView comparing = view;
  comparing.compare = AuditView::Compare::kYes;
  html.open("p", {{"class", "card"}}).text(visit.say(audit_words::kNotCompared) + " ");
  html.link(visit.address("/audit", view_fields(comparing)), visit.say(audit_words::kCompareThem));
  html.close();
}

}  // namespace

void write_audit_head(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board,
                      const AuditView& view) {
  const AuditTotals& totals = board.totals;
  html.open("p").text(reports_text(visit, totals.reports) + ", " +
                      visit.count(totals.passages, words::kPassage, words::kPassages) + " ");
  write_level_counts(html, visit, level_counts(board, view));
  html.close();
  html.element("p", {{"class", "faint small"}}, visit.say(audit_words::kNoJudgement));
  write_warnings(html, visit, totals, view);
  html.open("ul", {{"class", "actions"}});
  html.open("li").link(visit.address(visit.request().path, view_fields(view)),
                       visit.say(audit_words::kLinkToThis));
  if (!view.is_sendable) {
    html.text(" ").element("span", {{"class", "warning"}}, visit.say(audit_words::kNotInLink));
  }
  html.close();
  write_file_link(html, visit, view, "csv", part_words::kDownloadCsv);
  write_file_link(html, visit, view, "baseline", audit_words::kDownloadBaseline);
  html.close();
}

HttpResponse audit_page(const PageVisit& visit, AuditBoards& boards) {
  const AuditView view = asked_view(visit);
  if (const std::string address = address_of_baseline(visit, view); !address.empty()) {
    return redirect_response(address);
  }
  const std::shared_ptr<const AuditBoard> made = boards.board(visit, view.options(visit));
  const AuditBoard& board = *made;
  const std::string_view format = visit.field("format");
  if (format == "csv" || format == "baseline") return audit_download(visit, board, view);

  PageLayout layout;
  layout.place = PagePlace::kAudit;
  layout.title = visit.say(audit_words::kAuditTitle);
  layout.sheet = view.query;
  layout.index = board.totals.index;
  HtmlWriter html;
  html.element("h1", layout.title);
  if (!view.query.empty()) html.element("p", visit.say(audit_words::kAuditOfPassages, view.query));
  write_audit_head(html, visit, board, view);
  write_filters(html, visit, view);
  write_baseline_form(html, visit, view);
  if (board.reports.empty()) {
    html.element("p", visit.say(audit_words::kNothingAudited));
    return page_response(visit, layout, html.take());
  }
  if (!view.compares(board.totals.index.passages)) write_compare_offer(html, visit, view);
  write_overall_shares(html, visit, board.totals.attribution, view.query);
  write_report_shares(html, visit, board, view);
  write_sources(html, visit, view);
  write_dependence(html, visit, board);
  write_months(html, visit, board);
  write_disagreements(html, visit, board, view);
  write_findings(html, visit, board, view);
  write_rules(html, visit, board);
  return page_response(visit, layout, html.take());
}

PageRoutes audit_page_routes(const std::shared_ptr<AuditBoards>& boards) {
  const auto all = [boards](const PageVisit& visit) { return audit_page(visit, *boards); };
  const auto one = [boards](const PageVisit& visit) { return report_audit_page(visit, *boards); };
  return {{"/audit", all, true}, {"/audit/report/", one, true}};
}

bool is_long_audit_page(const HttpRequest& request) {
  return request.path == "/audit" || request.path.starts_with("/audit/");
}

}  // namespace ibid
