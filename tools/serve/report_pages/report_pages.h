// SPDX-License-Identifier: GPL-2.0-or-later
//
// /reports: the list. /report/ID: one report as it is written, with what it cites and what an audit
// finds in the margin. /report/ID/original: the file that was indexed. /report/ID/page/7: a page of
// it as it is printed (page_of_report.h).
#pragma once

#include <memory>

#include "tools/serve/page/page_service.h"

namespace ibid {

class PagePictures;

// `pictures`: of all services; nullptr: of these pages alone.
PageRoutes report_page_routes(std::shared_ptr<PagePictures> pictures = nullptr);
// Whether the answer may take seconds.
bool is_long_report_page(const HttpRequest& request);
// Whether it is the picture of a page.
bool is_report_picture(const HttpRequest& request);

HttpResponse reports_page(const PageVisit& visit);
HttpResponse report_page(const PageVisit& visit, PagePictures& pictures);

}  // namespace ibid
