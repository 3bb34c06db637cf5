// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/node_state.h"

namespace ibid {

const char* to_string(NodeStatus status) {
  switch (status) {
    case NodeStatus::kAnswered:
      return "answered";
    case NodeStatus::kTimedOut:
      return "timed out";
    case NodeStatus::kUnreachable:
      return "unreachable";
    case NodeStatus::kOtherVersion:
      return "other version";
    case NodeStatus::kOtherAnalyzer:
      return "other analyzer";
    case NodeStatus::kNoIndex:
      return "no index for nodes";
    case NodeStatus::kFailed:
      return "failed";
  }
  return "";
}

}  // namespace ibid
