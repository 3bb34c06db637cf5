// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reports -> a BulkLoader, on several threads. Each reads, parses, analyses and inverts one report
// at a time, or a chunk of a large one; docids are given out, and stored data is written, in the
// order of the reports.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "corpus/parser/report_chunks.h"
#include "corpus/report/report.h"
#include "indexer/build/bulk_loader.h"
#include "indexer/build/memory_shares.h"
#include "indexer/build/read_report.h"

namespace ibid {

class ReportPool {
 public:
  // A report to be read.
  struct Task {
    // Called on any thread, for several reports at once. An exception ends the build.
    std::function<ReadReport()> read;
    std::uint64_t bytes = 0;  // of its file, as far as known
  };
  // Returns none at the end. Called on one thread at a time.
  using Next = std::function<std::optional<Task>()>;
  // Called in the order of the reports, on one thread at a time.
  using Done = std::function<void(ReadReport&)>;

  // `loader` was made with the same `memory`, and outlives this.
  ReportPool(BulkLoader& loader, const MemoryShares& memory, Next next, Done done);

  // Works until there are no more reports. Calls `watch` on the calling thread, some 20 times a
  // second; if it returns false, the build stops, and so does run() return false. Throws what a
  // thread threw.
  bool run(const std::function<bool()>& watch);

  // For watch().
  std::uint64_t passages() const { return passages_.load(std::memory_order_relaxed); }
  std::uint64_t bytes() const { return bytes_.load(std::memory_order_relaxed); }
  const std::atomic<bool>& stopped() const { return stop_; }

 private:
  // A chunk of a large report, for whichever thread comes first.
  struct Chunk {
    std::size_t turn = 0, number = 0;
    std::uint32_t first_docid = 0;
    Report report;
    ByteRange bytes;  // of the file, for progress
    FirstSeen first_seen;
  };
  // Written in one go: a small report, a chunk of a large one, or the end of a large one.
  struct Waiting {
    StoredBatch batch;
    PassageTotals totals;              // of a chunk
    std::optional<ReadReport> report;  // set at the end of a report
  };
  using ChunkPosition = std::pair<std::size_t, std::size_t>;  // turn, number of the chunk

  void run_thread(std::size_t thread);
  void work(BulkShard& shard);
  void invert_report(std::size_t turn, ReadReport read, BulkShard& shard);
  void share_out(std::size_t turn, ReadReport read, BulkShard& shard);
  void offer(Chunk chunk, BulkShard& shard);
  bool help(BulkShard& shard);
  void invert_chunk(Chunk chunk, BulkShard& shard);
  // A report or a chunk of one, and where it goes.
  struct Inverted {
    const Report& report;
    std::uint32_t docid;  // of its first passage
    ByteRange bytes;
    const FirstSeen& first_seen;
  };
  void invert(const Inverted& what, BulkShard& shard, StoredBatch& batch);
  void wait_for_turn(std::size_t turn, BulkShard& shard);
  std::uint32_t claim_docids(std::uint64_t count);
  void end_claims();
  void hand_over(ChunkPosition position, Waiting waiting);
  void write(ChunkPosition position, Waiting& ready);
  void fail(std::exception_ptr error);

  BulkLoader& loader_;
  MemoryShares memory_;
  Next next_;
  Done done_;

  std::mutex mutex_;  // of all below
  std::condition_variable changed_;
  std::size_t turns_given_ = 0, turns_claimed_ = 0;
  std::uint64_t docids_claimed_ = 0;
  std::deque<Chunk> chunks_;  // of the report whose turn it is to claim
  bool writing_ = false;
  ChunkPosition next_written_{0, 0};
  std::map<ChunkPosition, Waiting> waiting_;  // until all before them is written
  std::uint64_t waiting_bytes_ = 0;
  std::size_t working_ = 0;
  std::exception_ptr failure_;

  PassageTotals totals_;  // of the report that is being written in chunks; the writer's

  std::atomic<bool> stop_ = false;
  std::atomic<std::uint64_t> passages_ = 0, bytes_ = 0;
};

}  // namespace ibid
