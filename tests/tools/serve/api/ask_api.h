// SPDX-License-Identifier: GPL-2.0-or-later
//
// Requests to a service without a server, as tests write them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "tools/serve/messages/http_message.h"

namespace ibid::testing {

using Json = nlohmann::ordered_json;

// `url`: "/v1/search?q=pact&limit=3"; nothing in it is encoded.
inline HttpRequest get(std::string_view url, HttpFields headers = {}) {
  HttpRequest request;
  const std::size_t sign = std::min(url.find('?'), url.size());
  request.path = url.substr(0, sign);
  for (std::size_t at = sign + 1; at < url.size();) {
    const std::string_view field = url.substr(at, url.find('&', at) - at);
    at += field.size() + 1;
    const std::size_t equals = std::min(field.find('='), field.size());
    request.query.emplace_back(field.substr(0, equals),
                               field.substr(std::min(equals + 1, field.size())));
  }
  request.headers = std::move(headers);
  return request;
}

inline HttpRequest post(std::string_view url, std::string body,
                        const std::string& type = "application/json") {
  HttpRequest request = get(url, {{"content-type", type}});
  request.method = HttpMethod::kPost;
  request.body = std::move(body);
  return request;
}

// The whole body, also of an answer in pieces.
inline std::string body_of(HttpResponse response) {
  while (response.more && response.more(response.body)) {
  }
  return std::move(response.body);
}

inline std::string header_of(const HttpResponse& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace ibid::testing
