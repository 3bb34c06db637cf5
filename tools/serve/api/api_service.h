// SPDX-License-Identifier: GPL-2.0-or-later
//
// The JSON API: /v1/… over one index. docs/api.md describes it for users, openapi.json for
// programs. No request names a file.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "tools/serve/messages/http_message.h"
#include "tools/serve/questions/served_index.h"

namespace ibid {

struct ApiOptions {
  ServedIndex* index;  // lent for the life of the service
};

// Throws what opening the index throws.
std::unique_ptr<HttpService> make_api_service(const ApiOptions& options);

// Whether an answer may take seconds: audits, exports, bundles, texts that were posted.
bool is_api_long(const HttpRequest& request);

// Each address, as openapi.json writes it: "/v1/passages/{id}", and whether it takes POST.
struct ApiAddress {
  std::string_view path;
  bool posts = false;
};
std::vector<ApiAddress> api_addresses();

}  // namespace ibid
