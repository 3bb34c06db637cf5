// SPDX-License-Identifier: GPL-2.0-or-later
//
// The connections that get each new state of the index as it comes (server-sent events,
// HTML Standard 9.2). They rest without a thread of theirs: one thread looks and tells them all,
// and only while there are any.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tools/serve/guards/http_limits.h"
#include "tools/serve/http/stream_body.h"

namespace ibid {

// Thread: any.
class EventStreams {
 public:
  // `news`: as HttpServices::news; may be empty, and then no stream is taken.
  EventStreams(std::function<std::string()> news, const HttpLimits& limits)
      : news_(std::move(news)), limits_(limits) {}
  ~EventStreams();
  EventStreams(const EventStreams&) = delete;
  EventStreams& operator=(const EventStreams&) = delete;

  // Tells it the present state soon, then each new one. False if there are too many, or after
  // end().
  bool add(std::shared_ptr<StreamBody> body);
  // Ends all as whole answers, takes no more.
  void end();
  std::size_t size() const;

 private:
  struct Stream {
    std::shared_ptr<StreamBody> body;
    std::string told;
    std::chrono::steady_clock::time_point last;  // when it was told anything
  };

  void run();
  void tell_all(const std::string& news);
  bool tell(Stream& stream, const std::string& news) const;

  std::function<std::string()> news_;
  HttpLimits limits_;
  mutable std::mutex mutex_;  // of all below
  std::condition_variable changed_;
  std::vector<Stream> streams_;
  bool has_new_ = false, is_over_ = false;
  std::thread thread_;  // from the first stream on
};

}  // namespace ibid
