// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/nodes/node_set.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "indexer/folder/xapian_error.h"

namespace ibid {
namespace {

// Another build is seen by a new connection only, which costs the server a process.
constexpr std::chrono::seconds kLookAgain{2};
// Servers close connections that are idle for a minute, unless told otherwise.
constexpr std::chrono::seconds kIdle{20};

}  // namespace

NodeSet::NodeSet(const std::string& file) {
  NodesFile named = read_nodes_file(file);
  timeout_ms_ = named.timeout_ms;
  for (NodeAddress& address : named.nodes) nodes_.push_back({std::move(address), {}, {}, {}});
  open_all(Waiting::kForAll);
}

std::future<OpenedNode> NodeSet::begin(const Node& node) const {
  return std::async(std::launch::async, [address = node.address, timeout = timeout_ms_] {
    return open_node(address, timeout);
  });
}

// Those that did not answer are not waited for again.
void NodeSet::open_all(Waiting waiting) {
  for (Node& node : nodes_) {
    if (!node.next.valid()) node.next = begin(node);
  }
  for (Node& node : nodes_) {
    if (waiting == Waiting::kForThoseInUse && !node.opened.database) continue;
    node.opened = node.next.get();
    node.tried = Clock::now();
  }
  used_ = Clock::now();
}

bool NodeSet::renew() {
  const Clock::time_point now = Clock::now();
  if (now - used_ > kIdle) {
    open_all(Waiting::kForThoseInUse);
    return true;
  }
  used_ = now;
  bool changed = false;
  for (Node& node : nodes_) {
    if (node.next.valid()) {
      changed |= take_next(node);
    } else if (now - node.tried > kLookAgain) {
      node.next = begin(node);
    }
  }
  return changed;
}

// Keeps the connection that is open if the new one reads the same.
bool NodeSet::take_next(Node& node) {
  if (node.next.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
  OpenedNode next = node.next.get();
  node.tried = Clock::now();
  const bool same = next.build == node.opened.build &&
                    next.database.has_value() == node.opened.database.has_value();
  // What does not answer a new connection may answer an old one: it is left out once it does not.
  const bool in_use = node.opened.database.has_value() && !next.database.has_value();
  if (in_use && next.state.status != NodeStatus::kOtherAnalyzer &&
      next.state.status != NodeStatus::kOtherVersion && next.state.status != NodeStatus::kNoIndex) {
    return false;
  }
  const bool changed = !same || next.state.status != node.opened.state.status;
  if (changed) node.opened = std::move(next);
  return changed;
}

void NodeSet::leave_out(Node& node, const Xapian::Error& error) {
  node.opened.database.reset();
  node.opened.build.clear();
  NodeState state;
  state.name = node.address.name;
  state.status = status_of(error);
  state.why = xapian_reason(error);
  node.opened.state = std::move(state);
  node.tried = Clock::now();
}

bool NodeSet::drop(const Xapian::Error& error) {
  for (Node& node : nodes_) {
    if (!node.opened.database || !is_of_node(error, node.address)) continue;
    leave_out(node, error);
    // A server that has only closed this connection answers at once; another build does, too.
    if (status_of(error) != NodeStatus::kTimedOut) {
      OpenedNode again = open_node(node.address, timeout_ms_);
      if (again.database) node.opened = std::move(again);
    }
    return true;
  }
  // Some errors do not say where they come from: all connections are made again.
  if (!is_remote(error)) return false;
  open_all(Waiting::kForThoseInUse);
  return true;
}

std::vector<Xapian::Database> NodeSet::databases() const {
  std::vector<Xapian::Database> databases;
  for (const Node& node : nodes_) {
    if (node.opened.database) databases.push_back(*node.opened.database);
  }
  return databases;
}

std::string NodeSet::builds() const {
  std::string all;
  for (const Node& node : nodes_) all += node.opened.build + '\n';
  return all;
}

std::vector<NodeState> NodeSet::states() const {
  std::vector<NodeState> states;
  for (const Node& node : nodes_) states.push_back(node.opened.state);
  return states;
}

}  // namespace ibid
