// SPDX-License-Identifier: GPL-2.0-or-later
//
// One message of the Model Context Protocol as it comes: JSON-RPC 2.0, one JSON object. Source:
// modelcontextprotocol.io/specification, revisions 2025-11-25 and 2026-07-28, "Messages".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "search/render/json_sink.h"
#include "tools/mcp/messages/mcp_error.h"

namespace ibid {

inline constexpr std::size_t kMostMessageBytes = std::size_t{1} << 20;
inline constexpr int kMostMessageDepth = 32;  // of arrays and objects
inline constexpr std::size_t kMostMessageIdBytes = 1024;

struct McpMessage {
  enum class Kind : std::uint8_t {
    kRequest,
    kNotification,  // is never answered
    kResponse,      // to a request of ours; as we send none, it means nothing
  };
  Kind kind = Kind::kRequest;
  Json id = {};             // of a request: a string or an integer
  std::string method = {};  // not of a response
  Json params = Json::object();
};

// A message that is none of this protocol, with the id to answer to: null if it has none that can
// be one.
struct BadMessage {
  McpError error;
  Json id = {};
};

// `text`: without the end of its line; any bytes. Throws only std::bad_alloc.
std::variant<McpMessage, BadMessage> read_message(std::string_view text);

}  // namespace ibid
