// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/messages/http_message.h"

#include <algorithm>

namespace ibid {

std::optional<std::string_view> HttpRequest::field(std::string_view name) const {
  const auto found = std::ranges::find(query, name, &HttpFields::value_type::first);
  if (found == query.end()) return {};
  return found->second;
}

std::string_view HttpRequest::header(std::string_view name) const {
  const auto found = std::ranges::find(headers, name, &HttpFields::value_type::first);
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace ibid
