// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/site/site.h"

#include <memory>
#include <utility>

#include "search/open/open_index.h"
#include "tools/serve/api/api_service.h"
#include "tools/serve/pages/pages.h"
#include "tools/serve/questions/index_news.h"
#include "tools/serve/questions/served_index.h"
#include "tools/serve/site/mcp_endpoint.h"

namespace ibid {
namespace {

bool is_of_api(const HttpRequest& request) { return request.path.starts_with("/v1/"); }

bool is_mcp(const HttpRequest& request) { return request.path == kMcpPath; }

// Hands a request to the service of its address. All answer from one open index.
class Site : public HttpService {
 public:
  Site(const std::string& index_dir, FeedKey feed_key, const SharedByPages& shared)
      : index_(index_dir),
        api_(make_api_service({&index_})),
        pages_(make_page_service({&index_, {}, std::move(feed_key)}, shared)),
        mcp_(make_mcp_endpoint([this](const HttpRequest& asked) { return api_->answer(asked); })) {}

  HttpResponse answer(const HttpRequest& request) override {
    if (is_mcp(request)) return mcp_->answer(request);
    return (is_of_api(request) ? api_ : pages_)->answer(request);
  }

 private:
  ServedIndex index_;
  std::unique_ptr<HttpService> api_, pages_, mcp_;
};

}  // namespace

HttpServices site_services(const std::string& index_dir, FeedKey feed_key) {
  static_cast<void>(OpenIndex(index_dir));
  const auto news = std::make_shared<IndexNews>(index_dir);
  return {[index_dir, feed_key = std::move(feed_key), shared = shared_by_pages()] {
            return std::make_unique<Site>(index_dir, feed_key, shared);
          },
          [](const HttpRequest& request) {
            if (is_mcp(request)) return is_mcp_long(request);
            return is_of_api(request) ? is_api_long(request) : is_page_long(request);
          },
          is_page_picture, [news] { return news->now(); }};
}

}  // namespace ibid
