// SPDX-License-Identifier: GPL-2.0-or-later
//
// Headers that say again what a message says, for what lies between client and server. If the two
// disagree, one of them is for somebody else. Source: MCP 2026-07-28, "Request Metadata", "Value
// Encoding", "Server Validation"; 2025-11-25, "Protocol Version Header".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/mcp/messages/mcp_message.h"
#include "tools/serve/messages/http_message.h"

namespace ibid {

// Throws McpError for headers that are missing, doubled or other than in the message, and for a
// revision that is not spoken here.
void check_mcp_headers(const HttpRequest& request, const McpMessage& message);

// "=?base64?7ZWc?=" -> "한"; other values as they are. Nothing if what is encoded is not base64.
std::optional<std::string> decoded_header(std::string_view value);

}  // namespace ibid
