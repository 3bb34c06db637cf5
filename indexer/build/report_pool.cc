// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/report_pool.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

#include "corpus/error.h"
#include "indexer/system/stopped.h"

namespace ibid {
namespace {

// Bytes of a file. Of a smaller one each thread takes a whole, which needs no other to wait.
constexpr std::uint64_t kMostWhole = 1 << 20;

}  // namespace

ReportPool::ReportPool(BulkLoader& loader, const MemoryShares& memory, Next next, Done done)
    : loader_(loader), memory_(memory), next_(std::move(next)), done_(std::move(done)) {}

bool ReportPool::run(const std::function<bool()>& watch) {
  constexpr auto kInterval = std::chrono::milliseconds(50);
  working_ = memory_.threads;
  std::vector<std::jthread> threads;
  try {
    for (std::size_t i = 0; i < memory_.threads; ++i)
      threads.emplace_back([this, i] { take_part(i); });
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

void ReportPool::take_part(std::size_t thread) {
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

void ReportPool::fail(std::exception_ptr error) {
  const std::lock_guard lock(mutex_);
  if (!failure_) failure_ = std::move(error);
  stop_ = true;
  changed_.notify_all();
}

void ReportPool::work(BulkShard& shard) {
  while (true) {
    if (help(shard)) continue;
    std::optional<Task> task;
    std::size_t turn = 0;
    {
      const std::lock_guard lock(mutex_);
      if (stop_) return;
      turn = turns_given_;
      if ((task = next_())) ++turns_given_;
    }
    if (!task) return wait_for_turn(turn, shard);  // one that never comes: helps with what is left
    if (task->bytes > memory_.read_ahead) wait_for_turn(turn, shard);
    ReadReport read = task->read();
    if (read.unparsed && read.bytes > kMostWhole) {
      share_out(turn, std::move(read), shard);
    } else {
      invert_report(turn, std::move(read), shard);
    }
  }
}

void ReportPool::invert_report(std::size_t turn, ReadReport read, BulkShard& shard) {
  if (read.unparsed) read.report = read.unparsed->parse();
  read.unparsed.reset();
  if (read.report) read.counts = count_passages(*read.report);
  wait_for_turn(turn, shard);
  const std::uint32_t docid = claim_docids(read.counts.passages);
  end_claims();
  Waiting waiting;
  if (read.report) {
    invert(*read.report, docid, {0, read.bytes}, shard, waiting.batch);
    read.metadata = DocumentBuilder::metadata(*read.report, read.counts, read.stamp);
    std::vector<Passage>().swap(read.report->passages);
  }
  waiting.report = std::move(read);
  hand_over({turn, 0}, std::move(waiting));
}

// Parses a report and leaves its parts to the threads that have nothing better to do, this one
// among them when there are enough.
void ReportPool::share_out(std::size_t turn, ReadReport read, BulkShard& shard) {
  wait_for_turn(turn, shard);
  std::size_t number = 0;
  std::uint64_t begin = 0;
  read.report = read.unparsed->parse(kPartBytes, [&](Report part) {
    const std::uint64_t end = part.passages.empty() ? begin : part.passages.back().bytes.end;
    const std::uint32_t docid = claim_docids(part.passages.size());
    offer({turn, number++, docid, std::move(part), {begin, end}}, shard);
    begin = std::max(begin, end);
  });
  read.unparsed.reset();
  bytes_.fetch_add(read.bytes - std::min(begin, read.bytes), std::memory_order_relaxed);
  end_claims();
  hand_over({turn, number}, {{}, {}, std::move(read)});
}

void ReportPool::offer(Part part, BulkShard& shard) {
  bool enough = false;
  {
    const std::lock_guard lock(mutex_);
    if (stop_) throw Stopped{};
    parts_.push_back(std::move(part));
    enough = parts_.size() > 2 * memory_.threads;
    changed_.notify_all();
  }
  if (enough) help(shard);
}

// Works on the first part that waits. False: there is none.
bool ReportPool::help(BulkShard& shard) {
  Part part;
  {
    const std::lock_guard lock(mutex_);
    if (parts_.empty()) return false;
    part = std::move(parts_.front());
    parts_.pop_front();
    changed_.notify_all();
  }
  invert_part(std::move(part), shard);
  return true;
}

void ReportPool::invert_part(Part part, BulkShard& shard) {
  Waiting waiting;
  waiting.totals = finish_part(part.report);
  invert(part.report, part.first_docid, part.bytes, shard, waiting.batch);
  hand_over({part.turn, part.number}, std::move(waiting));
}

void ReportPool::invert(const Report& report, std::uint32_t docid, ByteRange bytes,
                        BulkShard& shard, StoredBatch& batch) {
  std::uint64_t counted = bytes.begin;
  shard.builder().build(report, [&](const Passage& passage, const IndexDocument& document) {
    if (stop_.load(std::memory_order_relaxed)) throw Stopped{};
    shard.add(docid++, document, batch);
    passages_.fetch_add(1, std::memory_order_relaxed);
    if (passage.bytes.end > counted) {
      bytes_.fetch_add(passage.bytes.end - counted, std::memory_order_relaxed);
      counted = passage.bytes.end;
    }
  });
  if (bytes.end > counted) bytes_.fetch_add(bytes.end - counted, std::memory_order_relaxed);
  shard.end_report();
}

// The docids of a shard ascend: whoever claims some has seen all parts before them taken.
void ReportPool::wait_for_turn(std::size_t turn, BulkShard& shard) {
  while (true) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stop_ || !parts_.empty() || turns_claimed_ == turn; });
      if (stop_) throw Stopped{};
      if (parts_.empty()) return;
    }
    help(shard);
  }
}

// In the turn of the caller.
std::uint32_t ReportPool::claim_docids(std::uint64_t count) {
  const std::lock_guard lock(mutex_);
  if (docids_claimed_ + count > UINT32_MAX) {
    throw Error(ErrorKind::kSystem,
                "an index holds 4,294,967,295 passages at most; split the "
                "reports among several indexes");
  }
  const auto first = static_cast<std::uint32_t>(docids_claimed_ + 1);
  docids_claimed_ += count;
  return first;
}

void ReportPool::end_claims() {
  const std::lock_guard lock(mutex_);
  ++turns_claimed_;
  changed_.notify_all();
}

// Writes all whose turn it is, or leaves it to the thread that writes what comes before.
void ReportPool::hand_over(Place place, Waiting waiting) {
  std::unique_lock lock(mutex_);
  const auto bytes = waiting.batch.bytes.size();
  changed_.wait(lock, [&] {
    return stop_ || next_written_ == place || waiting_bytes_ + bytes <= memory_.waiting;
  });
  if (stop_) throw Stopped{};
  waiting_bytes_ += bytes;
  waiting_.emplace(place, std::move(waiting));
  if (writing_) return;
  while (!waiting_.empty() && waiting_.begin()->first == next_written_) {
    Waiting ready = std::move(waiting_.begin()->second);
    waiting_.erase(waiting_.begin());
    writing_ = true;
    lock.unlock();
    write(next_written_, ready);
    lock.lock();
    writing_ = false;
    waiting_bytes_ -= ready.batch.bytes.size();
    next_written_ = ready.report ? Place{next_written_.first + 1, 0}
                                 : Place{next_written_.first, next_written_.second + 1};
    changed_.notify_all();
  }
}

void ReportPool::write(Place place, Waiting& ready) {
  loader_.append(ready.batch);
  const bool in_parts = place.second != 0 || !ready.report;
  if (in_parts) totals_.append(std::move(ready.totals));
  if (!ready.report) return;
  ReadReport& read = *ready.report;
  if (in_parts) {
    read.counts = totals_.counts;
    conclude(*read.report, std::exchange(totals_, {}));
    read.metadata = DocumentBuilder::metadata(*read.report, read.counts, read.stamp);
  }
  for (const auto& [key, value] : read.metadata) loader_.set_metadata(key, value);
  done_(read);
}

}  // namespace ibid
