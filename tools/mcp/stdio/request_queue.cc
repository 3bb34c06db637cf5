// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/mcp/stdio/request_queue.h"

#include <algorithm>
#include <utility>

namespace ibid {
namespace {

// Of a request; null for other messages.
Json id_of(const ReadMessage& message) {
  const auto* const good = std::get_if<McpMessage>(&message);
  return good != nullptr && good->kind == McpMessage::Kind::kRequest ? good->id : Json();
}

}  // namespace

void RequestQueue::add(ReadMessage message) {
  if (const auto* good = std::get_if<McpMessage>(&message)) {
    if (good->kind == McpMessage::Kind::kNotification &&
        good->method == "notifications/cancelled") {
      cancel(good->params.value("requestId", Json()));
      return;
    }
  }
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < kMostWaiting || left_; });
  if (left_) return;
  waiting_.push_back(std::move(message));
  changed_.notify_all();
}

void RequestQueue::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

std::optional<ReadMessage> RequestQueue::take() {
  std::unique_lock lock(mutex_);
  taken_id_ = nullptr;
  wanted_ = true;
  changed_.wait(lock, [&] { return !waiting_.empty() || closed_; });
  if (waiting_.empty()) return {};
  ReadMessage out = std::move(waiting_.front());
  waiting_.pop_front();
  taken_id_ = id_of(out);
  changed_.notify_all();
  return out;
}

bool RequestQueue::is_wanted() {
  const std::lock_guard lock(mutex_);
  return wanted_;
}

void RequestQueue::leave() {
  const std::lock_guard lock(mutex_);
  left_ = true;
  changed_.notify_all();
}

void RequestQueue::cancel(const Json& id) {
  if (id.is_null()) return;
  const std::lock_guard lock(mutex_);
  if (taken_id_ == id) wanted_ = false;
  std::erase_if(waiting_, [&](const ReadMessage& message) { return id_of(message) == id; });
  changed_.notify_all();
}

}  // namespace ibid
