// SPDX-License-Identifier: GPL-2.0-or-later
//
// The bytes of one answer on their way from the thread that makes them to the one that sends them.
// The maker is at most so many bytes ahead; it waits for a client that reads slowly, but not for
// one that has stopped.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace ibid {

class StreamBody {
 public:
  // `suspend` and `resume`: the sender waits, and goes on. They are called one after the other,
  // while the body is locked.
  StreamBody(std::size_t most_bytes, std::function<void()> suspend, std::function<void()> resume)
      : most_bytes_(most_bytes), suspend_(std::move(suspend)), resume_(std::move(resume)) {}

  // Of the maker. False if nobody wants more, or nothing was taken for `patience`.
  bool put(std::string_view bytes, std::chrono::milliseconds patience);
  enum class End : unsigned char { kNo, kWhole, kCutShort };
  void end(End how);

  bool is_left() const;  // leave() has been called

  // Of the sender. Up to `size` bytes into `to`; if there are none, `how` says whether it ended. If
  // it has not, the sender is suspended.
  std::size_t take(char* to, std::size_t size, End& how);
  // Nothing will be taken any more: the client is gone, or has everything.
  void leave();

 private:
  void wake_sender();

  std::size_t most_bytes_;
  std::function<void()> suspend_, resume_;
  mutable std::mutex mutex_;
  std::condition_variable taken_;
  std::string bytes_;
  std::size_t begin_ = 0;  // of what has not been taken
  End end_ = End::kNo;
  bool left_ = false;
  bool sender_waits_ = false;
};

}  // namespace ibid
