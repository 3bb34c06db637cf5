// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/run_ahead.h"

#include <utility>

namespace ibid {
namespace {

constexpr std::size_t kBatchBytes = 256 << 10;
constexpr std::size_t kMostReady = 6;  // batches

}  // namespace

RunAhead::RunAhead(std::function<std::unique_ptr<RunReader>()> open)
    : thread_([this, open = std::move(open)] { read(open); }) {}

RunAhead::~RunAhead() {
  const std::lock_guard lock(mutex_);
  unwanted_ = true;
  changed_.notify_all();
}

void RunAhead::read(const std::function<std::unique_ptr<RunReader>()>& open) {
  std::exception_ptr failure;
  try {
    const std::unique_ptr<RunReader> run = open();
    Batch batch;
    bool wanted = true;
    while (wanted && run->next()) {
      batch.lists.push_back({run->key().size(), run->bytes().size(), run->last_docid()});
      batch.bytes.append(run->key()).append(run->bytes());
      if (batch.bytes.size() >= kBatchBytes) wanted = hand_over(std::exchange(batch, {}));
    }
    if (wanted) hand_over(std::move(batch));
  } catch (...) {
    failure = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  ended_ = true;
  failure_ = failure;
  changed_.notify_all();
}

// Returns false if no more is wanted.
bool RunAhead::hand_over(Batch batch) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return unwanted_ || ready_.size() < kMostReady; });
  if (unwanted_) return false;
  ready_.push_back(std::move(batch));
  changed_.notify_all();
  return true;
}

bool RunAhead::take_batch() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return ended_ || !ready_.empty(); });
  if (ready_.empty()) {
    if (failure_) std::rethrow_exception(failure_);
    return false;
  }
  batch_ = std::move(ready_.front());
  ready_.pop_front();
  next_ = at_ = 0;
  changed_.notify_all();
  return true;
}

bool RunAhead::next() {
  while (next_ == batch_.lists.size()) {
    if (!take_batch()) return false;
  }
  const List& list = batch_.lists[next_++];
  const std::string_view bytes = batch_.bytes;
  key_ = bytes.substr(at_, list.key_size);
  bytes_ = bytes.substr(at_ + list.key_size, list.size);
  last_docid_ = list.last_docid;
  at_ += list.key_size + list.size;
  return true;
}

}  // namespace ibid
