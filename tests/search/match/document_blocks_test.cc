// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/document_blocks.h"

#include <gtest/gtest.h>

#include <thread>

namespace ibid {
namespace {

// Each document is in exactly one block; the blocks of each thread ascend.
void expect_all_dealt(Xapian::docid last, std::size_t parts, std::size_t threads) {
  DocumentBlocks blocks(last, parts);
  std::vector<std::vector<DocumentBlocks::Block>> taken(threads);
  std::vector<std::thread> takers;
  for (std::size_t i = 0; i < threads; ++i) {
    takers.emplace_back([&, i] {
      std::size_t part = i;
      while (const auto block = blocks.take(part)) taken[i].push_back(*block);
    });
  }
  for (std::thread& taker : takers) taker.join();
  std::vector<int> times(std::size_t{last} + 1);
  for (const auto& of_one : taken) {
    std::uint64_t behind = 0;
    for (const auto& block : of_one) {
      EXPECT_EQ(block.begin % kWindow, 0U);
      EXPECT_EQ(block.end % kWindow, 0U);
      EXPECT_GE(block.begin, behind);
      EXPECT_GT(block.end, block.begin);
      behind = block.end;
      for (auto at = block.begin; at < std::min<std::uint64_t>(block.end, times.size()); ++at) {
        ++times[at];
      }
    }
  }
  EXPECT_TRUE(std::all_of(times.begin(), times.end(), [](int n) { return n == 1; }))
      << last << ' ' << parts << ' ' << threads;
}

TEST(DocumentBlocks, HoldEachDocumentOnce) {
  for (const Xapian::docid last : {0U, 1U, 2047U, 2048U, 5000U, 100'000U, 1'234'567U}) {
    for (std::size_t parts = 1; parts <= 4; ++parts) {
      expect_all_dealt(last, parts, parts);
      expect_all_dealt(last, parts, 1);  // the other threads never start
    }
  }
}

TEST(DocumentBlocks, EndWhereDocumentsDo) {
  for (std::size_t parts = 1; parts <= 4; ++parts) {
    DocumentBlocks blocks(UINT32_MAX, parts);
    std::size_t part = 0;
    std::uint64_t end = 0;
    while (const auto block = blocks.take(part)) {
      EXPECT_EQ(block->begin, end);
      end = block->end;
    }
    EXPECT_EQ(end, std::uint64_t{1} << 32);
  }
}

}  // namespace
}  // namespace ibid
