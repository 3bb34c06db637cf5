// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers the messages of one client in either era, whatever they come by. Source: MCP 2025-11-25,
// "Lifecycle"; 2026-07-28, "Versioning and Compatibility", "Discovery", "Caching".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "tools/mcp/messages/mcp_message.h"
#include "tools/mcp/messages/mcp_reply.h"
#include "tools/mcp/messages/revision.h"
#include "tools/mcp/tools/mcp_tools.h"

namespace ibid {

// Whether a message without a revision of its own is answered only after `initialize`. Over HTTP
// nothing joins the messages of a client, and each is answered by itself.
enum class Handshake : std::uint8_t { kNeeded, kAssumed };

// Thread: one at a time.
class McpSession {
 public:
  // `tools`: lent for the object's life.
  McpSession(McpTools& tools, Handshake handshake) : tools_(tools), handshake_(handshake) {}

  // `text`: one message, any bytes. Throws only std::bad_alloc.
  McpReply receive(
      std::string_view text, const StillWanted& wanted = [] { return true; });
  McpReply answer(
      const McpMessage& message, const StillWanted& wanted = [] { return true; });

 private:
  Json result(const McpMessage& message, const StillWanted& wanted);
  Json initialize(const Json& params);
  Json discover() const;
  Json call(const Json& params, const StillWanted& wanted);
  Json read(const Json& params);
  Revision revision_of_request(const McpMessage& message) const;

  McpTools& tools_;
  Handshake handshake_;
  bool initialized_ = false;
};

}  // namespace ibid
