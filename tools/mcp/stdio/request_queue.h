// SPDX-License-Identifier: GPL-2.0-or-later
//
// Messages that have come and wait for their turn. While one is answered the next are read, so that
// a request can be cancelled before its answer is there. Source: MCP 2026-07-28, "Cancellation".
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <variant>

#include "tools/mcp/messages/mcp_message.h"

namespace ibid {

using ReadMessage = std::variant<McpMessage, BadMessage>;

// Thread: one that adds, one that takes.
class RequestQueue {
 public:
  // Waits while many wait, unless nobody takes any more. A `notifications/cancelled` takes a
  // waiting request out, or ends the wish for the answer that is being made.
  void add(ReadMessage message);
  void close();  // no more are added

  // The next; waits for it. Nothing after the last.
  std::optional<ReadMessage> take();
  bool is_wanted();  // the answer to the message taken last
  void leave();      // no more are taken

 private:
  static constexpr std::size_t kMostWaiting = 64;
  void cancel(const Json& id);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<ReadMessage> waiting_;
  Json taken_id_;
  bool wanted_ = true;
  bool closed_ = false, left_ = false;
};

}  // namespace ibid
