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

// Bytes. A file up to this size is handled by one thread, so that no other has to wait.
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
      threads.emplace_back([this, i] { run_thread(i); });
  } catch (...) {
    fail(std::current_exception());  // stops the threads that were started
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

void ReportPool::run_thread(std::size_t thread) {
  try {
    work(loader_.shard(thread));
  } catch (const Stopped&) {
    stop_ = true;  // so it is, unless a file that was being read is what was stopped
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
    if (!task) return wait_for_turn(turn, shard);  // it never comes: helps with the rest
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
    invert({*read.report, docid, {0, read.bytes}, read.first_seen}, shard, waiting.batch);
    read.metadata = DocumentBuilder::metadata(*read.report, read.counts, read.stamp);
    std::vector<Passage>().swap(read.report->passages);
  }
  waiting.report = std::move(read);
  hand_over({turn, 0}, std::move(waiting));
}

// Parses a report and leaves its chunks to idle threads; this thread helps once there are enough
// chunks.
void ReportPool::share_out(std::size_t turn, ReadReport read, BulkShard& shard) {
  wait_for_turn(turn, shard);
  std::size_t number = 0;
  std::uint64_t begin = 0;
  read.report = read.unparsed->parse(kChunkBytes, [&](Report chunk) {
    const std::uint64_t end = chunk.passages.empty() ? begin : chunk.passages.back().bytes.end;
    const std::uint32_t docid = claim_docids(chunk.passages.size());
    offer({turn, number++, docid, std::move(chunk), {begin, end}, read.first_seen}, shard);
    begin = std::max(begin, end);
  });
  read.unparsed.reset();
  bytes_.fetch_add(read.bytes - std::min(begin, read.bytes), std::memory_order_relaxed);
  end_claims();
  hand_over({turn, number}, {{}, {}, std::move(read)});
}

void ReportPool::offer(Chunk chunk, BulkShard& shard) {
  bool enough = false;
  {
    const std::lock_guard lock(mutex_);
    if (stop_) throw Stopped{};
    chunks_.push_back(std::move(chunk));
    enough = chunks_.size() > 2 * memory_.threads;
    changed_.notify_all();
  }
  if (enough) help(shard);
}

// Works on the first chunk that waits. Returns false if there is none.
bool ReportPool::help(BulkShard& shard) {
  Chunk chunk;
  {
    const std::lock_guard lock(mutex_);
    if (chunks_.empty()) return false;
    chunk = std::move(chunks_.front());
    chunks_.pop_front();
    changed_.notify_all();
  }
  invert_chunk(std::move(chunk), shard);
  return true;
}

void ReportPool::invert_chunk(Chunk chunk, BulkShard& shard) {
  Waiting waiting;
  waiting.totals = finish_chunk(chunk.report);
  invert({chunk.report, chunk.first_docid, chunk.bytes, chunk.first_seen}, shard, waiting.batch);
  hand_over({chunk.turn, chunk.number}, std::move(waiting));
}

void ReportPool::invert(const Inverted& what, BulkShard& shard, StoredBatch& batch) {
  const ByteRange bytes = what.bytes;
  std::uint64_t counted = bytes.begin;
  std::uint32_t docid = what.docid;
  const auto take = [&](const Passage& passage, const IndexDocument& document) {
    if (stop_.load(std::memory_order_relaxed)) throw Stopped{};
    shard.add(docid++, document, batch);
    passages_.fetch_add(1, std::memory_order_relaxed);
    if (passage.bytes.end > counted) {
      bytes_.fetch_add(passage.bytes.end - counted, std::memory_order_relaxed);
      counted = passage.bytes.end;
    }
  };
  shard.builder().build(what.report, take, what.first_seen);
  if (bytes.end > counted) bytes_.fetch_add(bytes.end - counted, std::memory_order_relaxed);
  shard.end_report();
}

// The docids of a shard ascend: a thread claims docids only after all earlier chunks are taken.
void ReportPool::wait_for_turn(std::size_t turn, BulkShard& shard) {
  while (true) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stop_ || !chunks_.empty() || turns_claimed_ == turn; });
      if (stop_) throw Stopped{};
      if (chunks_.empty()) return;
    }
    help(shard);
  }
}

// To be called in the caller's turn.
std::uint32_t ReportPool::claim_docids(std::uint64_t count) {
  const std::lock_guard lock(mutex_);
  if (docids_claimed_ + count > UINT32_MAX) {
    throw Error(ErrorKind::kSystem,
                "an index holds at most 4,294,967,295 passages; split the reports among several "
                "indexes");
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

// Writes all that are next in order, or leaves them to the thread that writes those before.
void ReportPool::hand_over(ChunkPosition position, Waiting waiting) {
  std::unique_lock lock(mutex_);
  const auto bytes = waiting.batch.bytes.size();
  changed_.wait(lock, [&] {
    return stop_ || next_written_ == position || waiting_bytes_ + bytes <= memory_.waiting;
  });
  if (stop_) throw Stopped{};
  waiting_bytes_ += bytes;
  waiting_.emplace(position, std::move(waiting));
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
    next_written_ = ready.report ? ChunkPosition{next_written_.first + 1, 0}
                                 : ChunkPosition{next_written_.first, next_written_.second + 1};
    changed_.notify_all();
  }
}

void ReportPool::write(ChunkPosition position, Waiting& ready) {
  loader_.append(ready.batch);
  const bool in_chunks = position.second != 0 || !ready.report;
  if (in_chunks) totals_.append(std::move(ready.totals));
  if (!ready.report) return;
  ReadReport& read = *ready.report;
  if (in_chunks) {
    read.counts = totals_.counts;
    conclude(*read.report, std::exchange(totals_, {}));
    read.metadata = DocumentBuilder::metadata(*read.report, read.counts, read.stamp);
  }
  for (const auto& [key, value] : read.metadata) loader_.set_metadata(key, value);
  done_(read);
}

}  // namespace ibid
