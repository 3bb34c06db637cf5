// SPDX-License-Identifier: GPL-2.0-or-later
//
// Many workers on one stream of items, with answers in the order of the items. Memory is bounded:
// items are read at most a window ahead of the last answer given out.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace ibid {

// Calls, until `next` returns nothing:
//   next()            -> std::optional<Item>; one call at a time, from any worker's thread
//   work(w, item)     -> Answer; from the thread of worker w, 0 <= w < workers
//   take(answer)      in the order of the items, from the caller's thread, as soon as possible
// The first exception from any of them ends the run and is rethrown once all workers are done with
// their item, including one that waits in next().
template <typename Item, typename Answer>
class OrderedWork {
 public:
  template <typename Next, typename Work, typename Take>
  static void run(std::size_t workers, Next next, Work work, Take take) {
    OrderedWork state(kWindow * workers);
    std::vector<std::thread> threads;
    for (std::size_t w = 0; w < workers; ++w) {
      threads.emplace_back([&state, &next, &work, w] { state.serve(w, next, work); });
    }
    try {
      while (auto answer = state.following()) take(std::move(*answer));
    } catch (...) {
      state.fail(std::current_exception());
    }
    for (std::thread& thread : threads) thread.join();
    if (state.failure_) std::rethrow_exception(state.failure_);
  }

 private:
  static constexpr std::size_t kWindow = 16;  // items per worker

  explicit OrderedWork(std::size_t window) : window_(window) {}

  template <typename Next, typename Work>
  void serve(std::size_t worker, Next& next, Work& work) {
    try {
      while (true) {
        std::uint64_t number = 0;
        std::optional<Item> item = read(next, number);
        if (!item) return;
        Answer answer = work(worker, std::move(*item));
        const std::lock_guard lock(mutex_);
        answers_.emplace(number, std::move(answer));
        changed_.notify_all();
      }
    } catch (...) {
      fail(std::current_exception());
    }
  }

  // Returns nothing at the end, or after a failure.
  template <typename Next>
  std::optional<Item> read(Next& next, std::uint64_t& number) {
    const std::lock_guard reading(reading_);
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return ended_ || failure_ || read_ < taken_ + window_; });
      if (ended_ || failure_) return std::nullopt;
    }
    std::optional<Item> item = next();
    const std::lock_guard lock(mutex_);
    if (item) {
      number = read_++;
    } else {
      ended_ = true;
      changed_.notify_all();
    }
    return item;
  }

  // Returns the next answer in order; nothing at the end, or after a failure.
  std::optional<Answer> following() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] {
      return failure_ || answers_.contains(taken_) || (ended_ && taken_ == read_);
    });
    if (failure_ || !answers_.contains(taken_)) return std::nullopt;
    auto node = answers_.extract(taken_++);
    changed_.notify_all();
    return std::move(node.mapped());
  }

  void fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    changed_.notify_all();
  }

  std::size_t window_;
  std::mutex reading_;  // around next()
  std::mutex mutex_;    // around all that follows
  std::condition_variable changed_;
  std::map<std::uint64_t, Answer> answers_;  // waiting for an earlier one
  std::uint64_t read_ = 0, taken_ = 0;       // items
  bool ended_ = false;
  std::exception_ptr failure_;
};

}  // namespace ibid
