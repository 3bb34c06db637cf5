// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/bulk_build.h"

#include <thread>
#include <utility>
#include <vector>

#include "corpus/error.h"

namespace ibid {
namespace {

// A report whose batch grows past this writes it out as soon as it is its turn.
constexpr std::size_t kPartBytes = 8 << 20;
// What may wait for a slower report before the others wait, too.
constexpr std::uint64_t kMostWaiting = 32 << 20;

// Throws out of a thread's work when the build was stopped.
struct Stopped {};

}  // namespace

BulkBuild::BulkBuild(BulkLoader& loader, std::size_t threads, Next next, Done done)
    : loader_(loader), threads_(threads), next_(std::move(next)), done_(std::move(done)) {}

bool BulkBuild::run(const std::function<bool()>& watch) {
  constexpr auto kInterval = std::chrono::milliseconds(50);
  working_ = threads_;
  std::vector<std::jthread> threads;
  try {
    for (std::size_t i = 0; i < threads_; ++i) threads.emplace_back([this, i] { take_part(i); });
  } catch (...) {
    fail(std::current_exception());  // those that were started stop
    throw;
  }
  std::unique_lock lock(mutex_);
  while (!changed_.wait_for(lock, kInterval, [this] { return working_ == 0; })) {
    lock.unlock();
    if (!watch()) {
      const std::lock_guard stopping(mutex_);
      stop_ = true;
      changed_.notify_all();
    }
    lock.lock();
  }
  lock.unlock();
  threads.clear();
  if (failure_) std::rethrow_exception(failure_);
  return !stop_;
}

void BulkBuild::take_part(std::size_t thread) {
  try {
    work(loader_.shard(thread));
  } catch (const Stopped&) {
  } catch (...) {
    fail(std::current_exception());
  }
  const std::lock_guard lock(mutex_);
  --working_;
  changed_.notify_all();
}

void BulkBuild::fail(std::exception_ptr error) {
  const std::lock_guard lock(mutex_);
  if (!failure_) failure_ = std::move(error);
  stop_ = true;
  changed_.notify_all();
}

void BulkBuild::work(BulkShard& shard) {
  StoredBatch batch;
  while (true) {
    std::optional<Read> read;
    std::size_t turn = 0;
    {
      const std::lock_guard lock(mutex_);
      if (stop_ || !(read = next_())) return;
      turn = turns_given_++;
    }
    ReadReport result = (*read)();
    build(turn, result, shard, batch);
    hand_over(turn, std::move(result), batch);
    batch.clear();
  }
}

void BulkBuild::build(std::size_t turn, ReadReport& read, BulkShard& shard, StoredBatch& batch) {
  read.passages = read.report ? read.report->passages.size() : 0;
  std::uint32_t docid = claim_docids(turn, read.passages);
  if (!read.report) return;
  std::uint64_t counted = 0;
  shard.builder().build(*read.report, [&](const Passage& passage, const IndexDocument& document) {
    if (stop_.load(std::memory_order_relaxed)) throw Stopped{};
    shard.add(docid++, document, batch);
    if (batch.bytes.size() > kPartBytes) write_part(turn, batch);
    passages_.fetch_add(1, std::memory_order_relaxed);
    if (passage.bytes.end > counted) {
      bytes_.fetch_add(passage.bytes.end - counted, std::memory_order_relaxed);
      counted = passage.bytes.end;
    }
  });
  if (read.bytes > counted) bytes_.fetch_add(read.bytes - counted, std::memory_order_relaxed);
  shard.end_report();
  read.metadata = DocumentBuilder::metadata(*read.report, read.stamp);
  std::vector<Passage>().swap(read.report->passages);
}

std::uint32_t BulkBuild::claim_docids(std::size_t turn, std::uint64_t count) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stop_ || turns_claimed_ == turn; });
  if (stop_) throw Stopped{};
  if (docids_claimed_ + count > UINT32_MAX) {
    throw Error(ErrorKind::kSystem,
                "an index holds 4,294,967,295 passages at most; split the "
                "reports among several indexes");
  }
  const auto first = static_cast<std::uint32_t>(docids_claimed_ + 1);
  docids_claimed_ += count;
  ++turns_claimed_;
  changed_.notify_all();
  return first;
}

void BulkBuild::write_part(std::size_t turn, StoredBatch& batch) {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stop_ || (turns_written_ == turn && !writing_); });
    if (stop_) throw Stopped{};
  }
  loader_.append(batch);  // alone: nobody else's turn comes before this report is handed over
  batch.clear();
}

// Writes all whose turn it is, or leaves the report to the thread that writes the one before.
void BulkBuild::hand_over(std::size_t turn, ReadReport read, StoredBatch& batch) {
  std::unique_lock lock(mutex_);
  const auto bytes = batch.bytes.size();
  changed_.wait(lock, [&] {
    return stop_ || turns_written_ == turn || waiting_bytes_ + bytes <= kMostWaiting;
  });
  if (stop_) throw Stopped{};
  waiting_bytes_ += bytes;
  waiting_.emplace(turn, Waiting{std::move(read), std::move(batch)});
  if (writing_) return;
  while (!waiting_.empty() && waiting_.begin()->first == turns_written_) {
    Waiting ready = std::move(waiting_.begin()->second);
    waiting_.erase(waiting_.begin());
    writing_ = true;
    lock.unlock();
    loader_.append(ready.batch);
    for (const auto& [key, value] : ready.report.metadata) loader_.set_metadata(key, value);
    done_(ready.report);
    lock.lock();
    writing_ = false;
    waiting_bytes_ -= ready.batch.bytes.size();
    ++turns_written_;
    changed_.notify_all();
  }
}

}  // namespace ibid
