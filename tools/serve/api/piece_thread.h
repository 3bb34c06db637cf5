// SPDX-License-Identifier: GPL-2.0-or-later
//
// Turns work that hands over its output piece by piece into output that is asked for piece by
// piece: the work runs in a thread of its own, and waits while too much lies unread.
#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace ibid {

class PieceThread {
 public:
  // False: nobody reads on; the work should end soon.
  using Write = std::function<bool(std::string_view)>;

  explicit PieceThread(std::function<void(const Write&)> work);
  ~PieceThread();  // ends the work and waits for it
  PieceThread(const PieceThread&) = delete;
  PieceThread& operator=(const PieceThread&) = delete;

  // Appends what has been written, waiting for it; false after the last piece. Throws what the work
  // threw.
  bool next(std::string& out);

 private:
  static constexpr std::size_t kMostUnread = 1 << 20;

  bool write(std::string_view piece);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::string unread_;
  std::exception_ptr failure_;
  bool done_ = false;
  bool left_ = false;  // nobody reads on
  std::thread thread_;
};

}  // namespace ibid
