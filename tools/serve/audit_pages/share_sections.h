// SPDX-License-Identifier: GPL-2.0-or-later
//
// How much says where it comes from: of all, by report, by section, by month, each as a plot with
// its table behind it.
#pragma once

#include "tools/serve/audit_pages/audit_board.h"
#include "tools/serve/audit_pages/audit_view.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// `query`: that finds the passages audited; empty: all.
void write_overall_shares(HtmlWriter& html, const PageVisit& visit, const Attribution& attribution,
                          const std::string& query);
void write_report_shares(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board,
                         const AuditView& view);
void write_section_shares(HtmlWriter& html, const PageVisit& visit, const ReportAudit& audit);
// Reports that rest on one source.
void write_dependence(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board);
void write_months(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board);

}  // namespace ibid
