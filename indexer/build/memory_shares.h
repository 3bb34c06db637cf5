// SPDX-License-Identifier: GPL-2.0-or-later
//
// What each part of a build or an update may hold of the memory that it is given: divided here and
// nowhere else. All in bytes. Library-internal.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "indexer/build/byte_chains.h"

namespace ibid {

struct MemoryShares {
  // `memory`: for all of it. `build_threads`: at least 1; of a build, an update has one.
  MemoryShares(std::uint64_t memory, std::size_t build_threads)
      : threads(build_threads),
        shard(std::min(memory / kShareOfShards / build_threads, ByteChains::kMostBytes)),
        least_run(shard / 4),
        shard_words(shard / 2),
        pending(memory / kShareOfPending),
        words(memory / kShareOfWords) {}

  // Of a build.
  std::size_t threads;
  std::uint64_t shard;        // that a thread's shard holds by its own count before it spills
  std::uint64_t least_run;    // of postings that are worth a run within a report
  std::uint64_t shard_words;  // that are kept from run to run
  // What may wait for a slower report before the others wait, too: more would not make it faster.
  std::uint64_t waiting = 32 << 20;
  // A larger file is read when its turn has come, so that there is one such in memory at a time.
  std::uint64_t read_ahead = 32 << 20;

  // Of an update in place, which holds beside them the text of the report at hand and a part of its
  // passages.
  std::uint64_t pending;  // changes that Xapian holds before they are committed
  std::uint64_t words;    // what words are known by

 private:
  // Tables grow by doubling, batches wait for their turn, runs are sorted before they are written:
  // of the memory given the shards may hold this part. Measured on 260,000 passages.
  static constexpr std::uint64_t kShareOfShards = 2;
  static constexpr std::uint64_t kShareOfPending = 2;
  static constexpr std::uint64_t kShareOfWords = 8;
};

}  // namespace ibid
