// SPDX-License-Identifier: GPL-2.0-or-later
//
// Messages over two streams, a line each: what the client writes, and what it reads. Source: MCP
// 2025-11-25, "Transports"; 2026-07-28, "stdio".
#pragma once

#include <functional>
#include <string_view>

#include "tools/mcp/session/mcp_session.h"

namespace ibid {

// Answers until file descriptor `in` is at its end and all that came is answered, or until `write`
// says that nobody reads any more. `write`: gets whole lines, in a thread of this function's; what
// it throws ends the answering and is thrown here. Throws Error{kSystem} if `in` cannot be read.
void serve_messages(McpSession& session, int in,
                    const std::function<bool(std::string_view)>& write);

}  // namespace ibid
