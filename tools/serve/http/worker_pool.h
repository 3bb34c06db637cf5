// SPDX-License-Identifier: GPL-2.0-or-later
//
// Threads that answer. Each makes its service once, with its first request: an open index has its
// own memory, so there are as many as processors, and connections wait instead.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

#include "tools/serve/messages/http_message.h"

namespace ibid {

class WorkerPool {
 public:
  // `service` is null if none could be made: the reason went to the log. Must not throw.
  using Job = std::function<void(HttpService* service)>;

  struct Options {
    std::function<std::unique_ptr<HttpService>()> make;
    std::function<void(std::string_view)> log;
    std::size_t threads = 1;
    std::size_t most_waiting = SIZE_MAX;
  };

  // Throws std::system_error if a thread cannot be started.
  explicit WorkerPool(Options options);
  // Waits for the jobs that run.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // False if too many wait, or after stop(). Thread: any.
  bool submit(Job job);
  // Drops the jobs that wait, takes no more.
  void close();
  // close(), and whether all threads ended in that time. If not, only the end of the process can
  // end them at once.
  bool stop(std::chrono::milliseconds patience);

 private:
  struct State;
  static void work(const std::shared_ptr<State>& state);
  std::shared_ptr<State> state_;
};

}  // namespace ibid
