// SPDX-License-Identifier: GPL-2.0-or-later
//
// Builds a whole database at once, by sorting. Xapian's own API adds posting by posting to a map;
// this inverts in memory, spills sorted runs, merges them and writes the tables of the database in
// the order of their keys. See docs/index-format.md.
//
// Shards, one per thread, invert documents in any order; data stored by document comes in the order
// of the docids. The database is the same whatever the shards.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/build/load_check.h"
#include "indexer/build/memory_shares.h"
#include "indexer/build/posting_buffer.h"
#include "indexer/build/posting_run.h"
#include "indexer/build/stored_batch.h"
#include "indexer/documents/document_builder.h"
#include "indexer/glass/version_file.h"

namespace ibid {

// The number of documents with a value in a slot, and the least and greatest value.
struct SlotStatistics {
  std::uint32_t documents = 0;
  std::string low, high;
};

// The share of a load that one thread works on. Throws Error{kSystem} if a run cannot be written.
class BulkShard {
 public:
  // `run_prefix`: the beginning of the paths of its runs.
  BulkShard(std::string run_prefix, const MemoryShares& memory, TermLists lists)
      : run_prefix_(std::move(run_prefix)),
        memory_(memory),
        lists_(lists),
        builder_(lists == TermLists::kExact ? WordEntries::kApart : WordEntries::kAsTerms),
        encoder_(lists),
        samples_(lists) {}

  DocumentBuilder& builder() { return builder_; }

  // Inverts a document of builder() and appends its stored data to `batch`. `docid` ascends from
  // call to call.
  void add(std::uint32_t docid, const IndexDocument& document, StoredBatch& batch);
  // Called between two reports: frees memory if there is too little.
  void end_report();
  // Called after the merge: frees all except statistics and samples.
  void release();

  const glass::Statistics& statistics() const { return statistics_; }
  const std::map<std::uint32_t, SlotStatistics>& slots() const { return slots_; }
  const LoadSamples& samples() const { return samples_; }
  // Appends all runs of the shard. With kYes, a thread of its own prepares the run in memory
  // (run_ahead.h). The shard must not change meanwhile.
  enum class Ahead { kNo, kYes };
  void open_runs(Ahead ahead, std::vector<std::unique_ptr<RunReader>>& out) const;

 private:
  std::string run_path(std::size_t run) const { return run_prefix_ + std::to_string(run); }
  std::uint64_t memory_bytes() const;
  void spill();
  void keep(std::size_t run, std::size_t level);

  std::string run_prefix_;
  MemoryShares memory_;
  TermLists lists_;
  DocumentBuilder builder_;
  PostingBuffer buffer_{builder_.vocabulary()};
  BatchEncoder encoder_;
  std::size_t next_run_ = 0;
  std::vector<std::vector<std::size_t>> levels_;  // runs on disk; a joined run is a level higher
  glass::Statistics statistics_{.min_doclen = UINT64_MAX};
  std::map<std::uint32_t, SlotStatistics> slots_;
  LoadSamples samples_;
};

// Throws Error{kIndex, kSystem}; the contents of the folder are then useless.
class BulkLoader {
 public:
  // Makes `database_dir`, which must not exist. There is a shard for each of `memory.threads`.
  BulkLoader(const std::string& database_dir, const MemoryShares& memory, TermLists lists);

  // Thread: each shard its own.
  BulkShard& shard(std::size_t i) { return *shards_[i]; }

  // Thread: one at a time. Batches in the order of their docids.
  void append(const StoredBatch& batch) { documents_.write(batch); }
  // The last value of a key wins; an empty value removes the key.
  void set_metadata(std::string_view key, std::string_view value);

  // Merges, writes and syncs, makes the folder a database, checks it (load_check.h) and sums its
  // blocks (block_sums.h). Call it once, when no shard is working. `identity`: bytes that identify
  // the content; the database's UUID is made from them. Returns false if `stop` was set; the folder
  // is then useless.
  bool finish(std::string_view identity, const std::atomic<bool>& stop);

 private:
  glass::TableRoot write_postlist(const std::atomic<bool>& stop);
  std::vector<std::unique_ptr<RunReader>> runs() const;
  glass::Statistics statistics() const;
  std::map<std::uint32_t, SlotStatistics> slots() const;
  void check() const;

  std::string database_dir_, runs_dir_;
  TermLists lists_;
  BatchWriter documents_;
  std::vector<std::unique_ptr<BulkShard>> shards_;
  std::map<std::string, std::string, std::less<>> metadata_;
  std::uint32_t max_wdf_ = 0;  // of the text terms, from write_postlist() on
};

}  // namespace ibid
