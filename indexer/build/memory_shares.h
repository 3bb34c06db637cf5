// SPDX-License-Identifier: GPL-2.0-or-later
//
// How much of its memory each part of a build or an update may hold: divided here and nowhere else.
// All in bytes. Library-internal.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "indexer/build/byte_chains.h"

namespace ibid {

struct MemoryShares {
  // `memory`: for all. `build_threads`: of a build, at least 1; an update has one.
  MemoryShares(std::uint64_t memory, std::size_t build_threads)
      : threads(build_threads),
        shard(std::min(memory / kShareOfShards / build_threads, ByteChains::kMostBytes)),
        least_run(shard / 4),
        shard_words(shard / 2),
        pending(memory / kShareOfPending),
        words(memory / kShareOfWords) {}

  // For a build.
  std::size_t threads;
  std::uint64_t shard;        // what a thread's shard holds, by its own count, before it spills
  std::uint64_t least_run;    // postings that are worth a run within a report
  std::uint64_t shard_words;  // words that are kept from run to run
  // Data that may wait for a slower report before the others wait, too: more would not be faster.
  std::uint64_t waiting = 32 << 20;
  // A larger file is read only in its turn, so that one such file is in memory at a time.
  std::uint64_t read_ahead = 32 << 20;

  // For an update in place, which also holds the text of the current report and a chunk of its
  // passages.
  std::uint64_t pending;  // changes that Xapian holds before they are committed
  std::uint64_t words;    // known words

 private:
  // Tables grow by doubling, batches wait for their turn, runs are sorted before they are written:
  // so shards may hold only this share of the memory. Measured on 260,000 passages.
  static constexpr std::uint64_t kShareOfShards = 2;
  static constexpr std::uint64_t kShareOfPending = 2;
  static constexpr std::uint64_t kShareOfWords = 8;
};

}  // namespace ibid
