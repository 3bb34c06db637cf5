// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/site/site.h"

#include <memory>

#include "tools/serve/api/api_service.h"
#include "tools/serve/pages/pages.h"

namespace ibid {
namespace {

// Hands a request to the service of its address. Both answer from one open index.
class Site : public HttpService {
 public:
  explicit Site(const std::string& index_dir)
      : index_(index_dir),
        api_(make_api_service({&index_})),
        pages_(make_page_service({&index_, {}})) {}

  HttpResponse answer(const HttpRequest& request) override {
    return (request.path.starts_with("/v1/") ? api_ : pages_)->answer(request);
  }

 private:
  ServedIndex index_;
  std::unique_ptr<HttpService> api_, pages_;
};

}  // namespace

HttpServices site_services(const std::string& index_dir) {
  static_cast<void>(OpenIndex(index_dir));
  return {[index_dir] { return std::make_unique<Site>(index_dir); }, is_api_long};
}

}  // namespace ibid
