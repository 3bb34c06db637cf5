// SPDX-License-Identifier: GPL-2.0-or-later
//
// How many threads of this process work on queries: once each processor has one, helper threads
// would only get in their way.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>

namespace ibid {

// Counts threads as busy during its lifetime. Thread: safe.
class BusyThreads {
 public:
  explicit BusyThreads(std::size_t threads) : threads_(threads) { busy() += threads; }
  ~BusyThreads() { busy() -= threads_; }
  BusyThreads(const BusyThreads&) = delete;
  BusyThreads& operator=(const BusyThreads&) = delete;

  // Processors without a busy thread.
  static std::size_t idle_processors() {
    static const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    return processors - std::min(processors, busy().load());
  }

 private:
  static std::atomic<std::size_t>& busy() {
    static std::atomic<std::size_t> threads{0};
    return threads;
  }

  std::size_t threads_;
};

}  // namespace ibid
