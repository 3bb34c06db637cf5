// SPDX-License-Identifier: GPL-2.0-or-later
//
// The nodes of an index: which of them answer now, and from which builds. A node that fails is left
// out until it answers again, and costs its timeout once: it is tried again on another thread.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <future>
#include <string>
#include <vector>

#include "search/nodes/open_node.h"

namespace ibid {

// Thread: one object, one thread.
class NodeSet {
 public:
  // Opens all nodes at once. Throws Error{kInput} for the file; nodes that do not answer are no
  // error.
  explicit NodeSet(const std::string& file);
  NodeSet(const NodeSet&) = delete;
  NodeSet& operator=(const NodeSet&) = delete;

  // Call before each use. True if the connections are others than before: a node has another build,
  // is gone or is back, or all were idle so long that servers may have closed them.
  bool renew();
  // After an error: leaves out the node that it comes from. False if it comes from none.
  bool drop(const Xapian::Error& error);

  // Those that answer, in the order of the file.
  std::vector<Xapian::Database> databases() const;
  // The builds of those; equal only if all that can be read of them is.
  std::string builds() const;
  std::vector<NodeState> states() const;  // of all

 private:
  using Clock = std::chrono::steady_clock;
  struct Node {
    NodeAddress address;
    OpenedNode opened;
    std::future<OpenedNode> next;  // being opened
    Clock::time_point tried = {};
  };

  std::future<OpenedNode> begin(const Node& node) const;
  enum class Waiting : std::uint8_t { kForAll, kForThoseInUse };
  void open_all(Waiting waiting);
  bool take_next(Node& node);
  void leave_out(Node& node, const Xapian::Error& error);

  std::uint32_t timeout_ms_ = 0;
  std::vector<Node> nodes_;
  Clock::time_point used_ = {};
};

}  // namespace ibid
