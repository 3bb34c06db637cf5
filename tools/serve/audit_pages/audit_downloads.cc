// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "search/audit/render_audit.h"
#include "tools/serve/audit_pages/audit_pages.h"
#include "tools/serve/page/parts/downloads.h"

namespace ibid {
namespace {

ReportAudit shown_of(const ReportAudit& audit, const AuditView& view) {
  ReportAudit out = audit;
  std::erase_if(out.findings, [&](const Finding& finding) { return !view.shows(finding); });
  for (Finding& finding : out.findings) finding.accepted = view.accepts(finding);
  return out;
}

}  // namespace

HttpResponse audit_download(const PageVisit& visit, const AuditBoard& board,
                            const AuditView& view) {
  std::string out;
  if (visit.field("format") == "baseline") {
    // What was accepted before stays so.
    AuditView all = view;
    all.shows_accepted = true;
    for (const ReportAudit& audit : board.reports) {
      for (const Finding& finding : shown_of(audit, all).findings) out += baseline_line(finding);
    }
    return download("text/plain; charset=utf-8", "baseline.txt", std::move(out));
  }
  // With the mark that spreadsheets need to read Korean.
  const auto csv = audit_csv(CsvStart::kByteOrderMark);
  out = csv->begin({});
  for (const ReportAudit& audit : board.reports) out += csv->report(shown_of(audit, view));
  return download("text/csv; charset=utf-8", "audit.csv", out + csv->end(board.totals));
}

}  // namespace ibid
