// SPDX-License-Identifier: GPL-2.0-or-later
//
// Revisions of the protocol, of both eras: with a handshake, after which no request says its
// revision, and without one, where each request does. Source: MCP 2026-07-28, "Versioning and
// Compatibility", "_meta"; 2025-11-25, "Lifecycle".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "tools/mcp/messages/mcp_message.h"

namespace ibid {

enum class Revision : std::uint8_t { k2025_06_18, k2025_11_25, k2026_07_28 };

std::string_view to_string(Revision revision);

inline bool has_handshake(Revision revision) { return revision != Revision::k2026_07_28; }

// One with a handshake; nothing for any other text.
std::optional<Revision> revision_with_handshake(std::string_view text);

// Of a message that says its revision itself, by any of the members of `_meta` that do; nothing for
// others. Throws McpError for a revision that is not spoken here, and for a `_meta` that lacks
// something.
std::optional<Revision> revision_of(const McpMessage& message);

// What `_meta` says of the revision, as it is; nothing if it is no string or not there.
std::optional<std::string_view> said_revision(const McpMessage& message);

}  // namespace ibid
