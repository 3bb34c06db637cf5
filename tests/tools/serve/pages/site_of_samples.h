// SPDX-License-Identifier: GPL-2.0-or-later
//
// The pages of an index, asked without a server.
#pragma once

#include <memory>
#include <string>

#include "tests/support/page_checks.h"
#include "tests/support/test_index.h"
#include "tools/serve/pages/pages.h"

namespace ibid::testing {

class Site {
 public:
  // The index must be there.
  explicit Site(const std::string& index_dir);

  HttpResponse get(const std::string& path, const HttpFields& query = {});
  // A page that must answer with this status and keep the rules of pages; read.
  ReadPage page(const std::string& path, const HttpFields& query = {}, int status = 200);

 private:
  ServedIndex index_;
  PageOptions options_;
  std::unique_ptr<HttpService> service_;
};

// Follows a link of ours: "/passage/a%231.1?q=x" -> path and fields.
HttpRequest request_of(const std::string& address);

// An index of the sample reports, made once for all tests.
const TestIndex& sample_index();
Site& site_of_samples();

}  // namespace ibid::testing
