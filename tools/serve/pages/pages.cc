// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/pages/pages.h"

#include "tools/serve/page/compare/compare_page.h"
#include "tools/serve/page/help/help_page.h"
#include "tools/serve/page/page_service.h"
#include "tools/serve/page/passages/passage_page.h"
#include "tools/serve/page/search/search_page.h"
#include "tools/serve/page/sources/source_pages.h"

namespace ibid {

std::unique_ptr<HttpService> make_page_service(const PageOptions& options) {
  PageRoutes all;
  for (const PageRoutes& routes :
       {search_pages(), passage_pages(), source_pages(), compare_pages(), help_pages()}) {
    all.insert(all.end(), routes.begin(), routes.end());
  }
  return std::make_unique<PageService>(options, std::move(all));
}

}  // namespace ibid
