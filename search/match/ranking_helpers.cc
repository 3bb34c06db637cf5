// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/ranking_helpers.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "search/index/busy_threads.h"

namespace ibid {
namespace {

using Task = std::function<void(const IndexView&)>;

// With at least this many postings, two threads finish sooner than one.
constexpr std::uint64_t kPostings = 20'000, kPostingsOfFirst = 200'000;

}  // namespace

class RankingHelpers::Helper {
 public:
  Helper(std::string commit, IndexView unopened)
      : commit_(std::move(commit)), unopened_(std::move(unopened)), thread_([this] { work(); }) {}
  ~Helper() {
    begin(nullptr);
    thread_.join();
  }
  Helper(const Helper&) = delete;
  Helper& operator=(const Helper&) = delete;

  // `task`: borrowed until end() returns. Null: no more tasks follow.
  void begin(const Task* task) {
    {
      const std::lock_guard lock(mutex_);
      task_ = task;
      busy_ = true;
    }
    changed_.notify_all();
  }
  // What the task threw; null if nothing.
  std::exception_ptr end() {
    // The task usually takes less time than falling asleep and being woken up.
    const auto until = std::chrono::steady_clock::now() + kAwake;
    while (busy_ && std::chrono::steady_clock::now() < until) {
    }
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !busy_; });
    return std::exchange(thrown_, nullptr);
  }

 private:
  void work() {
    while (const Task* task = next()) {
      std::exception_ptr thrown;
      try {
        if (is_open()) (*task)(*view_);
      } catch (...) {
        thrown = std::current_exception();
      }
      {
        const std::lock_guard lock(mutex_);
        busy_ = false;
        thrown_ = thrown;
      }
      changed_.notify_all();
    }
  }

  const Task* next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return busy_.load(); });
    return task_;
  }

  // The caller has the state open, so it does not matter why this thread cannot open it.
  bool is_open() {
    if (view_) return true;
    try {
      IndexView opened = unopened_;
      opened.database = Xapian::Database(opened.directory);
      open_tables(opened);
      if (opened.postings == nullptr || opened.commit != commit_) return false;
      view_ = std::move(opened);
      return true;
    } catch (...) {
      return false;
    }
  }

  static constexpr std::chrono::microseconds kAwake{200};
  const std::string commit_;
  const IndexView unopened_;
  std::optional<IndexView> view_;  // used only by the helper's thread while that runs

  std::mutex mutex_;
  std::condition_variable changed_;
  const Task* task_ = nullptr;
  std::atomic<bool> busy_ = false;
  std::exception_ptr thrown_;

  std::thread thread_;  // last, because it uses the other members
};

RankingHelpers::RankingHelpers(const IndexView& index)
    : directory_(index.directory),
      commit_(index.commit),
      positions_(index.positions),
      deleted_(index.deleted) {}

RankingHelpers::~RankingHelpers() = default;

// A process with a single query would wait longer for a helper to open the state than for the
// answer.
std::size_t RankingHelpers::worthwhile(std::uint64_t postings) {
  const bool first = !std::exchange(asked_before_, true);
  if (postings < (first ? kPostingsOfFirst : kPostings)) return 0;
  return std::min(BusyThreads::idle_processors(), kMost);
}

// Returns how many of the helpers exist now: the system may not provide as many threads.
std::size_t RankingHelpers::start(std::size_t helpers) {
  try {
    while (helpers_.size() < helpers) {
      helpers_.push_back(std::make_unique<Helper>(
          commit_,
          IndexView{.directory = directory_, .positions = positions_, .deleted = deleted_}));
    }
  } catch (const std::system_error&) {
  }
  return std::min(helpers, helpers_.size());
}

void RankingHelpers::run(std::size_t helpers, const std::function<void()>& own, const Task& task) {
  helpers = start(helpers);
  const BusyThreads busy(helpers);
  for (std::size_t i = 0; i < helpers; ++i) helpers_[i]->begin(&task);
  std::exception_ptr thrown;
  try {
    own();
  } catch (...) {
    thrown = std::current_exception();
  }
  for (std::size_t i = 0; i < helpers; ++i) {
    const std::exception_ptr other = helpers_[i]->end();
    if (!thrown) thrown = other;
  }
  if (thrown) std::rethrow_exception(thrown);
}

RankingHelpers& ranking_helpers(const IndexView& index) {
  std::shared_ptr<RankingHelpers>& helpers = index.derived->helpers;
  if (!helpers) helpers = std::make_shared<RankingHelpers>(index);
  return *helpers;
}

}  // namespace ibid
