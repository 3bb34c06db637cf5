// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is sent back: one line of JSON, or nothing.
#pragma once

#include <cstdint>
#include <string>

#include "search/render/json_sink.h"
#include "tools/mcp/messages/mcp_error.h"

namespace ibid {

struct McpReply {
  enum class Kind : std::uint8_t {
    kNone,    // nothing is sent
    kResult,  // also of a tool that could not answer
    kError,
    kUnknownMethod,  // an error, too
    kRefused,        // likewise: the message is none of this protocol, or of another revision
  };
  Kind kind = Kind::kNone;
  std::string text = {};  // without a line end, and without one inside
};

// Control and bidirectional characters are \u escapes in both.
McpReply result_reply(const Json& id, const Json& result);
// `id`: null for a message that has none that can be one; the member is left out then (JSON-RPC
// has null there, MCP does not).
McpReply error_reply(const Json& id, const McpError& error);

}  // namespace ibid
