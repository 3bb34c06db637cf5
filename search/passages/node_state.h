// SPDX-License-Identifier: GPL-2.0-or-later
//
// What became of each machine that was asked for an answer. Plain values.
#pragma once

#include <cstdint>
#include <string>

namespace ibid {

enum class NodeStatus : std::uint8_t {
  kAnswered,
  kTimedOut,
  kUnreachable,
  kOtherVersion,   // of Xapian's protocol, or of what an index for nodes has
  kOtherAnalyzer,  // its words are others
  kNoIndex,        // what it serves is no index for nodes
  kFailed,         // it answered with an error
};
const char* to_string(NodeStatus status);  // "answered", "timed out", "other version", …

struct NodeState {
  std::string name;
  NodeStatus status = NodeStatus::kUnreachable;
  std::string why;               // in words; empty if it answered
  std::uint64_t generation = 0;  // these are of what answers, else 0
  std::uint64_t passages = 0, reports = 0;
};

}  // namespace ibid
