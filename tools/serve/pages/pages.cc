// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/pages/pages.h"

#include <utility>

#include "tools/serve/audit_pages/audit_pages.h"
#include "tools/serve/feeds/feed_pages.h"
#include "tools/serve/page/compare/compare_page.h"
#include "tools/serve/page/help/help_page.h"
#include "tools/serve/page/page_service.h"
#include "tools/serve/page/passages/passage_page.h"
#include "tools/serve/page/pictures/page_pictures.h"
#include "tools/serve/page/search/search_page.h"
#include "tools/serve/page/sources/source_pages.h"
#include "tools/serve/report_pages/report_pages.h"
#include "tools/serve/text_pages/text_pages.h"

namespace ibid {

SharedByPages shared_by_pages() {
  return {std::make_shared<AuditBoards>(), std::make_shared<PagePictures>()};
}

std::unique_ptr<HttpService> make_page_service(const PageOptions& options, SharedByPages shared) {
  PageRoutes all;
  for (const PageRoutes& routes :
       {search_pages(), passage_pages(), source_pages(), compare_pages(), help_pages(),
        report_page_routes(std::move(shared.pictures)), text_page_routes(),
        audit_page_routes(std::move(shared.boards)), feed_routes()}) {
    all.insert(all.end(), routes.begin(), routes.end());
  }
  return std::make_unique<PageService>(options, std::move(all));
}

bool is_page_long(const HttpRequest& request) {
  return is_long_report_page(request) || is_long_text_page(request) || is_long_audit_page(request);
}

bool is_page_picture(const HttpRequest& request) { return is_report_picture(request); }

}  // namespace ibid
