// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/http/event_streams.h"

#include <utility>

namespace ibid {
namespace {

// What the client waits before it comes again, if it is cut off.
constexpr char kRetry[] = "retry: 5000\n\n";
constexpr char kHeartbeat[] = ": still here\n\n";

}  // namespace

EventStreams::~EventStreams() {
  end();
  if (thread_.joinable()) thread_.join();
}

bool EventStreams::add(std::shared_ptr<StreamBody> body) {
  const std::lock_guard lock(mutex_);
  if (!news_ || is_over_ || streams_.size() >= limits_.event_streams) return false;
  body->put(kRetry, std::chrono::milliseconds(0));
  streams_.push_back({std::move(body), {}, std::chrono::steady_clock::now()});
  has_new_ = true;
  if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
  changed_.notify_all();
  return true;
}

void EventStreams::end() {
  const std::lock_guard lock(mutex_);
  is_over_ = true;
  for (const Stream& stream : streams_) stream.body->end(StreamBody::End::kWhole);
  streams_.clear();
  changed_.notify_all();
}

std::size_t EventStreams::size() const {
  const std::lock_guard lock(mutex_);
  return streams_.size();
}

void EventStreams::run() {
  std::unique_lock lock(mutex_);
  while (!is_over_) {
    has_new_ = false;
    lock.unlock();
    const std::string news = news_();
    lock.lock();
    tell_all(news);
    if (streams_.empty()) {
      changed_.wait(lock, [this] { return is_over_ || has_new_; });
    } else {
      changed_.wait_for(lock, limits_.event_look, [this] { return is_over_ || has_new_; });
    }
  }
}

void EventStreams::tell_all(const std::string& news) {
  std::erase_if(streams_, [&](Stream& stream) {
    if (tell(stream, news)) return false;
    stream.body->end(StreamBody::End::kCutShort);
    return true;
  });
}

// False if the client is gone, or takes nothing.
bool EventStreams::tell(Stream& stream, const std::string& news) const {
  const auto now = std::chrono::steady_clock::now();
  constexpr std::chrono::milliseconds kNoWait{0};
  if (!news.empty() && news != stream.told) {
    stream.told = news;
    stream.last = now;
    return stream.body->put("event: generation\ndata: " + news + "\n\n", kNoWait);
  }
  if (stream.body->is_left()) return false;
  if (now - stream.last < limits_.event_heartbeat) return true;
  stream.last = now;
  return stream.body->put(kHeartbeat, kNoWait);
}

}  // namespace ibid
