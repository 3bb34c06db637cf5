// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/site/site.h"

#include <memory>

#include "search/open/open_index.h"
#include "tools/serve/api/api_service.h"
#include "tools/serve/guards/refusal.h"

namespace ibid {
namespace {

// Hands a request to the service of its address.
class Site : public HttpService {
 public:
  explicit Site(const std::string& index_dir) : api_(make_api_service({index_dir})) {}

  HttpResponse answer(const HttpRequest& request) override {
    if (request.path.starts_with("/v1/")) return api_->answer(request);
    return refusal_answer(
        {404, "There is nothing at this address.", "이 주소에는 아무것도 없습니다.", {}},
        reader_of(request.path));
  }

 private:
  std::unique_ptr<HttpService> api_;
};

}  // namespace

HttpServices site_services(const std::string& index_dir) {
  static_cast<void>(OpenIndex(index_dir));
  return {[index_dir] { return std::make_unique<Site>(index_dir); }, is_api_long};
}

}  // namespace ibid
