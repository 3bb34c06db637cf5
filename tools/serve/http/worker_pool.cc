// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/http/worker_pool.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace ibid {

struct WorkerPool::State {
  Options options;
  std::mutex mutex;
  std::condition_variable work_came, thread_ended;
  std::deque<Job> jobs;
  bool closed = false;
  std::size_t threads = 0;  // that have not ended
};

WorkerPool::WorkerPool(Options options) : state_(std::make_shared<State>()) {
  state_->options = std::move(options);
  for (std::size_t i = 0; i < state_->options.threads; ++i) {
    {
      const std::lock_guard lock(state_->mutex);
      ++state_->threads;
    }
    try {
      // Detached: a thread that does not end must not keep the process.
      std::thread([state = state_] { work(state); }).detach();
    } catch (...) {
      {
        const std::lock_guard lock(state_->mutex);
        --state_->threads;
      }
      close();
      throw;
    }
  }
}

WorkerPool::~WorkerPool() {
  close();
  std::unique_lock lock(state_->mutex);
  state_->thread_ended.wait(lock, [this] { return state_->threads == 0; });
}

bool WorkerPool::submit(Job job) {
  {
    const std::lock_guard lock(state_->mutex);
    if (state_->closed || state_->jobs.size() >= state_->options.most_waiting) return false;
    state_->jobs.push_back(std::move(job));
  }
  state_->work_came.notify_one();
  return true;
}

void WorkerPool::close() {
  std::deque<Job> dropped;  // destroyed without the lock
  {
    const std::lock_guard lock(state_->mutex);
    state_->closed = true;
    dropped.swap(state_->jobs);
  }
  state_->work_came.notify_all();
}

bool WorkerPool::stop(std::chrono::milliseconds patience) {
  close();
  std::unique_lock lock(state_->mutex);
  return state_->thread_ended.wait_for(lock, patience, [this] { return state_->threads == 0; });
}

namespace {

std::unique_ptr<HttpService> made_service(const WorkerPool::Options& options) {
  try {
    return options.make();
  } catch (const std::exception& error) {
    options.log(error.what());
    return nullptr;
  }
}

}  // namespace

void WorkerPool::work(const std::shared_ptr<State>& state) {
  {
    std::unique_ptr<HttpService> service;
    while (true) {
      Job job;
      {
        std::unique_lock lock(state->mutex);
        state->work_came.wait(lock, [&state] { return state->closed || !state->jobs.empty(); });
        if (state->jobs.empty()) break;
        job = std::move(state->jobs.front());
        state->jobs.pop_front();
      }
      if (!service) service = made_service(state->options);
      job(service.get());
    }
  }
  const std::lock_guard lock(state->mutex);
  --state->threads;
  state->thread_ended.notify_all();
}

}  // namespace ibid
