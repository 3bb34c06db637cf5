// SPDX-License-Identifier: GPL-2.0-or-later
//
// /mcp: messages of the Model Context Protocol, one in each POST. What they say is answered by
// tools/mcp; here is only what HTTP adds. Source: MCP 2025-11-25, "Streamable HTTP"; 2026-07-28,
// "Streamable HTTP", "Server Validation".
#pragma once

#include <memory>

#include "tools/mcp/tools/index_api.h"
#include "tools/serve/messages/http_message.h"

namespace ibid {

inline constexpr const char* kMcpPath = "/mcp";

std::unique_ptr<HttpService> make_mcp_endpoint(AskApi ask);

// Whether the answer to a message may take seconds. Looks for the names of such tools in the body,
// without reading it.
bool is_mcp_long(const HttpRequest& request);

}  // namespace ibid
