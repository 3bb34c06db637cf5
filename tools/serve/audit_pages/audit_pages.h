// SPDX-License-Identifier: GPL-2.0-or-later
//
// /audit: what an audit finds in all reports, as plots and a list. /audit/report/ID: in one.
#pragma once

#include <memory>

#include "tools/serve/audit_pages/audit_board.h"
#include "tools/serve/audit_pages/audit_boards.h"
#include "tools/serve/audit_pages/audit_view.h"
#include "tools/serve/page/page_service.h"

namespace ibid {

// `boards`: may be shared by the services of all threads.
PageRoutes audit_page_routes(const std::shared_ptr<AuditBoards>& boards);
// Whether the answer may take seconds.
bool is_long_audit_page(const HttpRequest& request);

HttpResponse audit_page(const PageVisit& visit, AuditBoards& boards);
HttpResponse report_audit_page(const PageVisit& visit, AuditBoards& boards);

// What both pages have: counts and what was left out; links to the files of the same.
void write_audit_head(HtmlWriter& html, const PageVisit& visit, const AuditBoard& board,
                      const AuditView& view);
// The findings shown, as the field "format" asks: "csv", or "baseline", which accepts them.
HttpResponse audit_download(const PageVisit& visit, const AuditBoard& board, const AuditView& view);

}  // namespace ibid
