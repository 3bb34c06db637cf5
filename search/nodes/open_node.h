// SPDX-License-Identifier: GPL-2.0-or-later
//
// A connection to one node, and what it serves.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>

#include "search/nodes/nodes_file.h"
#include "search/passages/node_state.h"

namespace ibid {

struct OpenedNode {
  std::optional<Xapian::Database> database;  // none: see `state`
  NodeState state;
  std::string build;  // the uuid of its database, which no other build has
};

// Opens a new connection, and so reads what is live there now. A failure is a state; throws only
// what is not the node's fault (std::bad_alloc).
OpenedNode open_node(const NodeAddress& address, std::uint32_t timeout_ms);

// What an error of Xapian says of a node.
NodeStatus status_of(const Xapian::Error& error);
// Whether the error comes from this node or from the way to it.
bool is_of_node(const Xapian::Error& error, const NodeAddress& address);

}  // namespace ibid
