// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/audit_pages/share_sections.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "search/audit/metrics.h"
#include "search/query/query.h"
#include "search/render/passage_lines.h"
#include "tools/serve/audit_pages/audit_words.h"
#include "tools/serve/audit_pages/finding_list.h"
#include "tools/serve/page/page_words.h"
#include "tools/serve/page/parts/page_parts.h"
#include "tools/serve/page/parts/part_words.h"
#include "tools/serve/plots/month_bars.h"
#include "tools/serve/plots/share_rows.h"

namespace ibid {
namespace {

constexpr std::size_t kReportsDrawn = 30, kReportsInTable = 1000;

std::string metric_name(const PageVisit& visit, const Metric& metric) {
  const std::pair<std::string_view, const Wording&> names[] = {
      {"passage_recall", audit_words::kPassageRecall},
      {"citation_recall", audit_words::kCitationRecall},
      {"figure_recall", audit_words::kFigureRecall},
      {"citation_precision", audit_words::kCitationPrecision},
      {"largest_share", audit_words::kLargestShare}};
  for (const auto& [key, words] : names) {
    if (key == metric.key) return visit.say(words);
  }
  return metric.name;
}

std::string share_words(const PageVisit& visit, const Metric& metric, const Attribution& a) {
  return visit.say(audit_words::kShareWords, grouped(a.*metric.part), grouped(a.*metric.whole),
                   percent_text(metric.share(a)));
}

ShareBar bar_of(const PageVisit& visit, const Metric& metric, const Attribution& a) {
  return {metric_name(visit, metric), a.*metric.part, a.*metric.whole,
          share_words(visit, metric, a)};
}

const Metric& first_metric() { return attribution_metrics().front(); }

void write_metric_heads(HtmlWriter& html, const PageVisit& visit, const std::string& of_what) {
  html.open("thead").open("tr").element("th", {{"scope", "col"}}, of_what);
  for (const Metric& metric : attribution_metrics()) {
    html.element("th", {{"scope", "col"}}, metric_name(visit, metric));
  }
}

void write_metric_cells(HtmlWriter& html, const PageVisit& visit, const Attribution& a) {
  for (const Metric& metric : attribution_metrics()) {
    html.element("td", {{"class", "number"}}, share_words(visit, metric, a));
  }
}

std::string title_of(const PageVisit& visit, const ReportInfo& report) {
  return report.title.empty() ? visit.say(part_words::kNoTitle) : report.title;
}

std::string audit_address(const PageVisit& visit, const ReportInfo& report) {
  return visit.address("/audit/report/" + report.id);
}

// The search for passages that are the part of a share, or hold it; empty: no query finds those.
std::string cited_by(const Metric& metric, const Attribution& attribution) {
  const std::string_view key = metric.key;
  if (key == "passage_recall" || key == "citation_recall") return "kind:body cites:any";
  if (key == "largest_share" && !attribution.largest_source_id.empty()) {
    return "kind:body cites:" + quoted_value(attribution.largest_source_id);
  }
  return {};
}

std::string search_address(const PageVisit& visit, const std::string& clauses,
                           const std::string& query) {
  if (clauses.empty()) return {};
  return visit.address("/", {{"q", query.empty() ? clauses : clauses + " (" + query + ")"}});
}

std::string section_address(const PageVisit& visit, const ReportInfo& report,
                            const SectionTitle& section) {
  if (section.title.empty()) return {};
  return visit.address("/", {{"q", "kind:body report:" + report.id +
                                       " section:" + quoted_value("=" + section.title)}});
}

// The smallest share first; those without a passage, which have none, last.
std::vector<const ReportAudit*> by_share(const AuditBoard& board) {
  std::vector<const ReportAudit*> out;
  for (const ReportAudit& audit : board.reports) out.push_back(&audit);
  std::stable_sort(out.begin(), out.end(), [](const ReportAudit* a, const ReportAudit* b) {
    return first_metric().share(a->attribution).value_or(2) <
           first_metric().share(b->attribution).value_or(2);
  });
  return out;
}

Html report_table(const PageVisit& visit, const std::vector<const ReportAudit*>& reports,
                  const AuditView& view) {
  HtmlWriter html;
  html.open("table");
  write_metric_heads(html, visit, visit.say(part_words::kReportHead));
  html.element("th", {{"scope", "col"}}, visit.say(audit_words::kFindingsTitle)).close().close();
  html.open("tbody");
  for (std::size_t i = 0; i < std::min(reports.size(), kReportsInTable); ++i) {
    const ReportAudit& audit = *reports[i];
    const std::string title = title_of(visit, audit.report);
    html.open("tr").open("th", {{"scope", "row"}});
    html.link(audit_address(visit, audit.report), title, {visit.lang_of(title)}).close();
    write_metric_cells(html, visit, audit.attribution);
    html.open("td");
    write_level_counts(html, visit, level_counts(audit, view));
    html.close().close();
  }
  return html.close().close().take();
}

}  // namespace

void write_overall_shares(HtmlWriter& html, const PageVisit& visit, const Attribution& attribution,
                          const std::string& query) {
  std::vector<ShareRow> rows;
  HtmlWriter table;
  table.open("table");
  write_head_row(table, {visit.say(audit_words::kShares), visit.say(audit_words::kShareOf)});
  table.open("tbody");
  for (const Metric& metric : attribution_metrics()) {
    ShareBar bar = bar_of(visit, metric, attribution);
    table.open("tr").element("th", {{"scope", "row"}}, bar.name);
    table.element("td", {{"class", "number"}}, bar.words).close();
    rows.push_back({bar.name,
                    search_address(visit, cited_by(metric, attribution), query),
                    {{"", bar.part, bar.whole, bar.words}}});
  }
  table.close().close();
  html.element("h2", visit.say(audit_words::kShares));
  write_plot(
      html, visit,
      share_rows_svg(
          {"shares", visit.say(audit_words::kShares), visit.say(audit_words::kSharesSays)}, rows),
      table.take());
}

void write_report_shares(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board,
                         const AuditView& view) {
  const std::vector<const ReportAudit*> reports = by_share(board);
  std::vector<ShareRow> rows;
  for (std::size_t i = 0; i < std::min(reports.size(), kReportsDrawn); ++i) {
    const ReportAudit& audit = *reports[i];
    ShareBar bar = bar_of(visit, first_metric(), audit.attribution);
    bar.name.clear();
    rows.push_back({title_of(visit, audit.report), audit_address(visit, audit.report), {bar}});
  }
  html.element("h2", visit.say(audit_words::kByReport));
  html.element("p", {{"class", "faint small"}}, visit.say(audit_words::kByReportSays));
  if (reports.size() > rows.size()) {
    html.element("p", {{"class", "faint small"}},
                 visit.say(audit_words::kReportsShown, rows.size(),
                           std::min(reports.size(), kReportsInTable)));
  }
  write_plot(html, visit,
             share_rows_svg({"reports", visit.say(audit_words::kByReport),
                             visit.say(audit_words::kByReportSays)},
                            rows),
             report_table(visit, reports, view));
}

void write_section_shares(HtmlWriter& html, const PageVisit& visit, const ReportAudit& audit) {
  if (audit.sections.empty()) return;
  std::vector<ShareRow> rows;
  HtmlWriter table;
  table.open("table");
  write_metric_heads(table, visit, visit.say(audit_words::kSection));
  table.close().close().open("tbody");
  for (const SectionAttribution& section : audit.sections) {
    const std::string title = heading(section.section);
    ShareRow row{title, section_address(visit, audit.report, section.section), {}};
    for (const Metric& metric : attribution_metrics()) {
      row.bars.push_back(bar_of(visit, metric, section.attribution));
    }
    rows.push_back(std::move(row));
    table.open("tr").element("th", {{"scope", "row"}, visit.lang_of(title)}, title);
    write_metric_cells(table, visit, section.attribution);
    table.close();
  }
  table.close().close();
  html.element("h2", visit.say(audit_words::kBySection));
  html.element("p", {{"class", "faint small"}}, visit.say(audit_words::kBySectionSays));
  write_plot(html, visit,
             share_rows_svg({"sections", visit.say(audit_words::kBySection),
                             visit.say(audit_words::kBySectionSays)},
                            rows),
             table.take());
}

void write_dependence(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board) {
  constexpr std::uint64_t kLeastPassages = 3;  // of fewer, half is one
  std::vector<const ReportAudit*> found;
  for (const ReportAudit& audit : board.reports) {
    const Attribution& a = audit.attribution;
    if (a.cited_passages >= kLeastPassages && 2 * a.largest_source >= a.cited_passages) {
      found.push_back(&audit);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const ReportAudit* a, const ReportAudit* b) {
    return a->attribution.largest_source * b->attribution.cited_passages >
           b->attribution.largest_source * a->attribution.cited_passages;
  });
  html.element("h2", visit.say(audit_words::kOneSource));
  if (found.empty()) {
    html.element("p", visit.say(audit_words::kNoOneSource));
    return;
  }
  html.element("p", {{"class", "faint small"}}, visit.say(audit_words::kOneSourceSays));
  const Metric& largest = attribution_metrics().back();
  std::vector<ShareRow> rows;
  HtmlWriter table;
  table.open("table");
  write_head_row(table, {visit.say(part_words::kReportHead), visit.say(part_words::kSource),
                         visit.say(audit_words::kShareOf)});
  table.open("tbody");
  for (std::size_t i = 0; i < std::min(found.size(), kReportsInTable); ++i) {
    const ReportAudit& audit = *found[i];
    const Attribution& a = audit.attribution;
    const std::string title = title_of(visit, audit.report);
    const std::string source =
        a.largest_source_told.empty() ? a.largest_source_id : a.largest_source_told;
    const std::string words = share_words(visit, largest, a);
    if (i < kReportsDrawn) {
      rows.push_back({title,
                      audit_address(visit, audit.report),
                      {{"", a.*largest.part, a.*largest.whole, words}}});
    }
    table.open("tr").open("th", {{"scope", "row"}});
    table.link(audit_address(visit, audit.report), title, {visit.lang_of(title)}).close();
    table.open("td").link(visit.source_address(a.largest_source_id), source,
                          {visit.lang_of(source)});
    table.close().element("td", {{"class", "number"}}, words).close();
  }
  table.close().close();
  write_plot(html, visit,
             share_rows_svg({"dependence", visit.say(audit_words::kOneSource),
                             visit.say(audit_words::kOneSourceSays)},
                            rows),
             table.take());
}

void write_months(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board) {
  std::map<std::string, MonthCount> by_month;
  std::uint64_t undated = 0;
  for (const ReportAudit& audit : board.reports) {
    if (audit.report.date.empty()) {
      ++undated;
      continue;
    }
    MonthCount& month = by_month[audit.report.date.substr(0, 7)];
    month.count += audit.attribution.passages;
    month.part += audit.attribution.cited_passages;
  }
  html.element("h2", visit.say(audit_words::kTimeline));
  html.element("p", {{"class", "faint small"}}, visit.say(audit_words::kTimelineSays));
  if (undated > 0) {
    html.element("p", {{"class", "faint small"}},
                 visit.say(audit_words::kUndatedLeftOut,
                           visit.count(undated, words::kReport, words::kReportCount)));
  }
  std::vector<MonthCount> months;
  HtmlWriter table;
  table.open("table");
  write_head_row(table, {visit.say(audit_words::kMonth), visit.say(part_words::kPassagesHead),
                         visit.say(audit_words::kWithSource)});
  table.open("tbody");
  for (auto& [name, month] : by_month) {
    month.month = name;
    month.words =
        visit.say(audit_words::kMonthWords, name,
                  visit.count(month.count, words::kPassage, words::kPassages), grouped(month.part));
    month.href = visit.address("/audit", {{"q", "date:" + name}});
    table.open("tr").open("th", {{"scope", "row"}}).link(month.href, name).close();
    write_number_cell(table, month.count);
    write_number_cell(table, month.part);
    table.close();
    months.push_back(month);
  }
  table.close().close();
  write_plot(html, visit,
             month_bars_svg({"months", visit.say(audit_words::kTimeline),
                             visit.say(audit_words::kTimelineSays)},
                            months),
             table.take());
}

}  // namespace ibid
