// SPDX-License-Identifier: GPL-2.0-or-later
//
// Asks for pages of an index, without a server.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "tests/support/page_checks.h"
#include "tools/serve/page/page_service.h"
#include "tools/serve/questions/served_index.h"

namespace ibid::testing {

class AskedPages {
 public:
  AskedPages(const std::string& index_dir, PageRoutes routes)
      : index_(index_dir), service_({&index_, {}}, std::move(routes)) {}

  HttpResponse get(const std::string& path, HttpFields fields = {}) {
    HttpRequest request;
    request.path = path;
    request.query = std::move(fields);
    return service_.answer(request);
  }
  HttpResponse post(const std::string& path, HttpFields fields) {
    HttpRequest request;
    request.method = HttpMethod::kPost;
    request.path = path;
    request.query = std::move(fields);
    return service_.answer(request);
  }
  // Of a page that must be there and keep the rules of our pages, in both languages.
  std::string body(const std::string& path, const HttpFields& fields = {}) {
    HttpFields korean = fields;
    korean.emplace_back("lang", "ko");
    expect_good(get(path, korean));
    const HttpResponse response = get(path, fields);
    expect_good(response);
    return response.body;
  }
  ReadPage page(const std::string& path, const HttpFields& fields = {}) {
    return read_page(body(path, fields));
  }

 private:
  static void expect_good(const HttpResponse& response) {
    EXPECT_EQ(response.status, 200) << response.body;
    for (const std::string& fault : page_faults(response.body)) ADD_FAILURE() << fault;
  }

  ServedIndex index_;
  PageService service_;
};

inline std::string header_of(const HttpResponse& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

// Text that would be markup, a script or hidden if anything took it for more than text.
inline constexpr char kHostilePassage[] =
    "<img src=x onerror=alert(1)> </p></main><script>alert(1)</script> \"' onload='x' &lt; "
    "\xE2\x80\xAE txt.exe";

}  // namespace ibid::testing
