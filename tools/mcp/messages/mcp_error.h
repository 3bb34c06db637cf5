// SPDX-License-Identifier: GPL-2.0-or-later
//
// Why a message is answered by a JSON-RPC error. (A tool that cannot answer is none: that is a
// result which says so, and a model can act on it.)
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

#include "search/render/json_sink.h"

namespace ibid {

// JSON-RPC 2.0, section 5.1; MCP 2025-11-25, "Resources"; MCP 2026-07-28, "Error Codes".
enum class McpFault : std::int32_t {
  kNotJson = -32700,
  kInvalidRequest = -32600,
  kUnknownMethod = -32601,
  kInvalidParams = -32602,
  kInternal = -32603,
  kResourceNotFound = -32002,     // up to 2025-11-25; later kInvalidParams
  kHeaderMismatch = -32020,       // over HTTP, from 2026-07-28 on
  kUnsupportedRevision = -32022,  // from 2026-07-28 on
};

class McpError : public std::runtime_error {
 public:
  // Whether the message itself is none of this protocol, or one whose method cannot be answered.
  enum class Of : std::uint8_t { kMethod, kEnvelope };

  // `message`: one sentence without a final full stop; not escaped.
  McpError(McpFault fault, const std::string& message, Of of = Of::kMethod, Json data = {})
      : std::runtime_error(message), fault_(fault), of_(of), data_(std::move(data)) {}

  McpFault fault() const { return fault_; }
  Of of() const { return of_; }
  const Json& data() const { return data_; }  // null: none

 private:
  McpFault fault_;
  Of of_;
  Json data_;
};

}  // namespace ibid
