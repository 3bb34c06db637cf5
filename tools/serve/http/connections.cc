// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/http/connections.h"

#include <sys/socket.h>

#include <algorithm>
#include <utility>

namespace ibid {
namespace {

bool waits_for_client(Phase phase) {
  return phase == Phase::kHead || phase == Phase::kBody || phase == Phase::kIdle;
}

}  // namespace

OpenConnection* Connections::opened(int socket, std::string address) {
  const std::lock_guard lock(mutex_);
  OpenConnection& added = open_.emplace_back();
  added.socket = socket;
  added.address = std::move(address);
  added.since = std::chrono::steady_clock::now();
  added.self = std::prev(open_.end());
  make_room(added);
  return &added;
}

void Connections::closed(OpenConnection* connection) {
  std::shared_ptr<Exchange> last;  // destroyed without the lock
  const std::lock_guard lock(mutex_);
  last = std::move(connection->exchange);
  open_.erase(connection->self);
}

void Connections::enter(OpenConnection* connection, Phase phase, std::shared_ptr<Exchange> exchange,
                        bool is_long) {
  if (connection == nullptr) return;
  const std::lock_guard lock(mutex_);
  connection->phase = phase;
  connection->since = std::chrono::steady_clock::now();
  connection->exchange.swap(exchange);
  connection->is_long = is_long;
  open_.splice(open_.end(), open_, connection->self);
}

void Connections::enter_head(OpenConnection* connection) {
  if (connection == nullptr) return;
  const std::lock_guard lock(mutex_);
  if (connection->phase != Phase::kIdle) return;
  connection->phase = Phase::kHead;
  connection->since = std::chrono::steady_clock::now();
  open_.splice(open_.end(), open_, connection->self);
}

std::vector<std::shared_ptr<Exchange>> Connections::expired() {
  std::vector<std::shared_ptr<Exchange>> late;
  const std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  for (OpenConnection& connection : open_) {
    if (now - connection.since < limit_of(connection)) continue;
    if (connection.phase == Phase::kAnswering) {
      late.push_back(connection.exchange);
    } else {
      shut(connection);
    }
  }
  return late;
}

std::vector<std::shared_ptr<Exchange>> Connections::busy() const {
  std::vector<std::shared_ptr<Exchange>> found;
  const std::lock_guard lock(mutex_);
  for (const OpenConnection& connection : open_) {
    if (connection.exchange) found.push_back(connection.exchange);
  }
  return found;
}

std::size_t Connections::size() const {
  const std::lock_guard lock(mutex_);
  return open_.size();
}

std::chrono::milliseconds Connections::limit_of(const OpenConnection& connection) const {
  switch (connection.phase) {
    case Phase::kHead:
      return limits_.head_time;
    case Phase::kBody:
      return limits_.body_time;
    case Phase::kAnswering:
      return connection.is_long ? limits_.long_answer_time : limits_.answer_time;
    case Phase::kSending:
      return limits_.send_time;
    case Phase::kFollowing:
      return limits_.event_time;
    case Phase::kIdle:
      return limits_.idle_time;
  }
  return limits_.idle_time;
}

// The newcomer is the last in the list, so that it goes only if nobody else waits.
void Connections::make_room(const OpenConnection& newcomer) {
  const auto goes = [](const OpenConnection& c) { return !c.is_shut && waits_for_client(c.phase); };
  const auto count = [this](const auto& counted) {
    return static_cast<std::size_t>(std::count_if(
        open_.begin(), open_.end(), [&](const auto& c) { return !c.is_shut && counted(c); }));
  };
  const auto close_oldest = [&](const auto& wanted) {
    const auto oldest = std::find_if(open_.begin(), open_.end(),
                                     [&](const auto& c) { return goes(c) && wanted(c); });
    if (oldest != open_.end()) shut(*oldest);
  };
  const auto same = [&](const OpenConnection& c) { return c.address == newcomer.address; };
  const auto any = [](const OpenConnection&) { return true; };
  if (!newcomer.address.empty() && count(same) > limits_.connections_of_address) {
    close_oldest(same);
  }
  if (count(any) > limits_.connections) close_oldest(any);
}

// libmicrohttpd sees the end of the connection, and closes it.
void Connections::shut(OpenConnection& connection) {
  if (connection.is_shut) return;
  connection.is_shut = true;
  ::shutdown(connection.socket, SHUT_RDWR);
}

}  // namespace ibid
