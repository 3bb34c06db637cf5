// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/site/site.h"

#include <memory>

#include "search/open/open_index.h"
#include "tools/serve/guards/refusal.h"

namespace ibid {
namespace {

// Hands a request to the service of its address.
class Site : public HttpService {
 public:
  explicit Site(const std::string& index_dir) : index_(index_dir) {}

  HttpResponse answer(const HttpRequest& request) override {
    if (request.path == "/v1/ping")
      return {200, "application/json", {}, "{\"ping\":\"pong\"}\n", {}};
    if (request.path == "/") {
      return {200,
              "text/html; charset=utf-8",
              {},
              "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>ibid</title>\n"
              "<h1>ibid</h1>\n</html>\n",
              {}};
    }
    return refusal_answer(
        {404, "There is nothing at this address.", "이 주소에는 아무것도 없습니다.", {}},
        reader_of(request.path));
  }

 private:
  OpenIndex index_;
};

}  // namespace

HttpServices site_services(const std::string& index_dir) {
  static_cast<void>(OpenIndex(index_dir));
  return {[index_dir] { return std::make_unique<Site>(index_dir); },
          [](const HttpRequest&) { return false; }};
}

}  // namespace ibid
