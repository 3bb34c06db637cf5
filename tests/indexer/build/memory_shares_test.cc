// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/memory_shares.h"

#include <gtest/gtest.h>

namespace ibid {
namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

TEST(MemoryShares, LeaveABuildAsMuchAsItsShardsHold) {
  for (const std::size_t threads : {1U, 2U, 7U, 256U}) {
    for (const std::uint64_t memory : {16 * kMiB, 512 * kMiB, 4096 * kMiB}) {
      const MemoryShares shares(memory, threads);
      EXPECT_LE(shares.shard * threads, memory / 2) << threads;
      EXPECT_GT((shares.shard + 1) * threads, memory / 2) << threads;
      EXPECT_LT(shares.least_run, shares.shard_words);
      EXPECT_LT(shares.shard_words, shares.shard);
    }
  }
}

// Chains of postings count bytes in 32 bits.
TEST(MemoryShares, GiveAShardNoMoreThanItsChainsCanHold) {
  EXPECT_EQ(MemoryShares(std::uint64_t{1} << 40, 4).shard, 3072 * kMiB);
}

TEST(MemoryShares, LeaveAnUpdateRoomForTheReportAtHand) {
  const MemoryShares shares(512 * kMiB, 4);
  EXPECT_EQ(shares.pending, 256 * kMiB);
  EXPECT_EQ(shares.words, 64 * kMiB);
}

}  // namespace
}  // namespace ibid
