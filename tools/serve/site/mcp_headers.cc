// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/site/mcp_headers.h"

#include <fmt/core.h>
#include <nettle/base64.h>

#include <algorithm>
#include <array>
#include <utility>

#include "tools/mcp/messages/revision.h"

namespace ibid {
namespace {

constexpr std::string_view kVersionHeader = "MCP-Protocol-Version";

[[noreturn]] void mismatch(std::string_view header, std::string_view why) {
  throw McpError(McpFault::kHeaderMismatch, fmt::format("the header {} {}", header, why),
                 McpError::Of::kEnvelope);
}

// "" if it is not there.
std::string_view one_header(const HttpRequest& request, std::string_view name) {
  std::string key(name);
  std::ranges::transform(key, key.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const auto is_it = [&](const auto& field) { return field.first == key; };
  if (std::ranges::count_if(request.headers, is_it) > 1) mismatch(name, "is there twice");
  return request.header(key);
}

void expect_same(std::string_view header, std::optional<std::string> said, const Json& in_message) {
  if (!in_message.is_string()) return;  // the message is refused for that
  if (!said) mismatch(header, "is not base64");
  if (said->empty()) mismatch(header, "is missing");
  if (*said != in_message.get_ref<const std::string&>())
    mismatch(header, "differs from the message");
}

// What is named by a message of this method.
std::string_view naming_member(const std::string& method) {
  if (method == "tools/call") return "name";
  return method == "resources/read" ? "uri" : "";
}

Json member(const Json& object, std::string_view name) {
  const auto found = object.find(std::string(name));
  return found == object.end() ? Json() : *found;
}

// Of a message that does not say its revision.
void check_revision(std::string_view header) {
  if (header.empty() || revision_with_handshake(header)) return;
  const std::string_view spoken = to_string(Revision::k2026_07_28);
  if (header == spoken) {
    throw McpError(McpFault::kInvalidParams,
                   "the message lacks the _meta that this revision has in each request",
                   McpError::Of::kEnvelope);
  }
  throw McpError(McpFault::kUnsupportedRevision, "this revision of the protocol is not spoken",
                 McpError::Of::kEnvelope,
                 {{"supported", Json::array({spoken})}, {"requested", header}});
}

}  // namespace

std::optional<std::string> decoded_header(std::string_view value) {
  constexpr std::string_view kBegin = "=?base64?", kEnd = "?=";
  if (value.size() < kBegin.size() + kEnd.size() || !value.starts_with(kBegin) ||
      !value.ends_with(kEnd)) {
    return std::string(value);
  }
  value.remove_prefix(kBegin.size());
  value.remove_suffix(kEnd.size());
  std::string out(BASE64_DECODE_LENGTH(value.size()), '\0');
  base64_decode_ctx context;
  base64_decode_init(&context);
  std::size_t size = out.size();
  if (base64_decode_update(&context, &size, reinterpret_cast<std::uint8_t*>(out.data()),
                           value.size(), value.data()) == 0 ||
      base64_decode_final(&context) == 0) {
    return {};
  }
  out.resize(size);
  return out;
}

void check_mcp_headers(const HttpRequest& request, const McpMessage& message) {
  const std::string_view version = one_header(request, kVersionHeader);
  const auto said = said_revision(message);
  if (!said) {
    check_revision(version);
    return;
  }
  expect_same(kVersionHeader, std::string(version), Json(*said));
  if (*said != to_string(Revision::k2026_07_28)) return;  // refused later, with those spoken
  expect_same("Mcp-Method", std::string(one_header(request, "Mcp-Method")), Json(message.method));
  const std::string_view naming = naming_member(message.method);
  if (naming.empty()) return;
  expect_same("Mcp-Name", decoded_header(one_header(request, "Mcp-Name")),
              member(message.params, naming));
}

}  // namespace ibid
