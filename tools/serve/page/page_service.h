// SPDX-License-Identifier: GPL-2.0-or-later
//
// Finds the page of a request among those that rooms of pages have added, and answers with a page
// in any case: also where there is none, and where one failed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tools/serve/messages/http_message.h"
#include "tools/serve/page/page_visit.h"

namespace ibid {

// Throws what the library throws; PageService makes a page of it.
using MakePage = std::function<HttpResponse(const PageVisit& visit)>;

struct PageRoute {
  std::string path;  // "/sources"; with a "/" at its end all paths below it: "/passage/"
  MakePage make = nullptr;
  bool takes_post = false;  // else GET only
};
using PageRoutes = std::vector<PageRoute>;

class PageService : public HttpService {
 public:
  // The index of `options` is lent for the object's life.
  PageService(PageOptions options, PageRoutes routes);
  HttpResponse answer(const HttpRequest& request) override;

 private:
  const PageRoute* route_of(const std::string& path) const;
  HttpResponse answer_to(const PageVisit& visit) const;

  PageOptions options_;
  PageRoutes routes_;
};

}  // namespace ibid
