// SPDX-License-Identifier: GPL-2.0-or-later
//
// What each open connection is doing, and since when: libmicrohttpd knows only how long one has
// been silent, and would wait for hours for a client that sends a byte a second. If there are too
// many, those that have waited longest are closed, so that the next honest one is let in.
#pragma once

#include <chrono>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "tools/serve/guards/http_limits.h"

namespace ibid {

class Exchange;

// kFollowing: sends events as they come.
enum class Phase : std::uint8_t { kHead, kBody, kAnswering, kSending, kFollowing, kIdle };

// One open connection.
struct OpenConnection {
  int socket = -1;
  std::string address;  // empty: of this machine
  Phase phase = Phase::kHead;
  std::chrono::steady_clock::time_point since;
  bool is_long = false;                // of kAnswering
  std::shared_ptr<Exchange> exchange;  // of kAnswering, kSending, kFollowing
  bool is_shut = false;
  std::list<OpenConnection>::iterator self;
};

// Thread: any.
class Connections {
 public:
  explicit Connections(const HttpLimits& limits) : limits_(limits) {}

  OpenConnection* opened(int socket, std::string address);
  void closed(OpenConnection* connection);

  void enter(OpenConnection* connection, Phase phase, std::shared_ptr<Exchange> exchange = {},
             bool is_long = false);
  // After kIdle only: the time of a new connection has begun with it.
  void enter_head(OpenConnection* connection);
  // Closes what has taken too long; returns the answers that have.
  std::vector<std::shared_ptr<Exchange>> expired();
  // All that is being answered or sent.
  std::vector<std::shared_ptr<Exchange>> busy() const;
  std::size_t size() const;

 private:
  std::chrono::milliseconds limit_of(const OpenConnection& connection) const;
  void make_room(const OpenConnection& newcomer);
  static void shut(OpenConnection& connection);

  HttpLimits limits_;
  mutable std::mutex mutex_;
  std::list<OpenConnection> open_;  // oldest phase first
};

}  // namespace ibid
