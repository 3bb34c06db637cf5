// SPDX-License-Identifier: GPL-2.0-or-later
//
// /reports: the list. /report/ID: one report as it is written, with what it cites and what an audit
// finds in the margin. /report/ID/original: the file that was indexed.
#pragma once

#include "tools/serve/page/page_service.h"

namespace ibid {

PageRoutes report_page_routes();
// Whether the answer may take seconds.
bool is_long_report_page(const HttpRequest& request);

HttpResponse reports_page(const PageVisit& visit);
HttpResponse report_page(const PageVisit& visit);

}  // namespace ibid
