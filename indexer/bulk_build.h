// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reports -> a BulkLoader, on several threads: each reads, parses, analyses and inverts one report
// at a time; docids are given and what is stored is written in the order of the reports.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/discover.h"
#include "corpus/report.h"
#include "indexer/bulk_loader.h"

namespace ibid {

// What came of one file.
struct ReadReport {
  std::optional<Report> report;  // none: `problem` says why
  FileStamp stamp;
  std::string problem;
  std::uint64_t bytes = 0;  // read
  // Set by the build, which takes report->passages away:
  std::uint64_t passages = 0;
  std::vector<std::pair<std::string, std::string>> metadata;
};

class BulkBuild {
 public:
  // Called on any thread, for several reports at once: reads and parses. Throws what ends the
  // build.
  using Read = std::function<ReadReport()>;
  // The next report's Read; none: there are no more. One thread at a time.
  using Next = std::function<std::optional<Read>()>;
  // In the order of the reports, one thread at a time.
  using Done = std::function<void(ReadReport&)>;

  // `loader` has `threads` shards at least, and outlives this.
  BulkBuild(BulkLoader& loader, std::size_t threads, Next next, Done done);

  // Works until there are no more reports. `watch` is called on the calling thread, some 20 times a
  // second; false from it stops the build. Throws what a thread threw; false: it was stopped.
  bool run(const std::function<bool()>& watch);

  // For watch().
  std::uint64_t passages() const { return passages_.load(std::memory_order_relaxed); }
  std::uint64_t bytes() const { return bytes_.load(std::memory_order_relaxed); }
  const std::atomic<bool>& stopped() const { return stop_; }

 private:
  struct Waiting {
    ReadReport report;
    StoredBatch batch;
  };

  void take_part(std::size_t thread);
  void work(BulkShard& shard);
  std::uint32_t claim_docids(std::size_t turn, std::uint64_t count);
  void build(std::size_t turn, ReadReport& read, BulkShard& shard, StoredBatch& batch);
  void write_part(std::size_t turn, StoredBatch& batch);
  void hand_over(std::size_t turn, ReadReport read, StoredBatch& batch);
  void fail(std::exception_ptr error);

  BulkLoader& loader_;
  std::size_t threads_;
  Next next_;
  Done done_;

  std::mutex mutex_;  // of all below
  std::condition_variable changed_;
  std::size_t turns_given_ = 0, turns_claimed_ = 0, turns_written_ = 0;
  std::uint64_t docids_claimed_ = 0;
  bool writing_ = false;
  std::map<std::size_t, Waiting> waiting_;  // for the reports before them to be written
  std::uint64_t waiting_bytes_ = 0;
  std::size_t working_ = 0;
  std::exception_ptr failure_;

  std::atomic<bool> stop_ = false;
  std::atomic<std::uint64_t> passages_ = 0, bytes_ = 0;
};

}  // namespace ibid
