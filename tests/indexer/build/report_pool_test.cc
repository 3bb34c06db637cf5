// SPDX-License-Identifier: GPL-2.0-or-later
//
// The threads of a build: the order in which they hand over reports, and how they end.
#include "indexer/build/report_pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "corpus/error.h"
#include "corpus/parser/passage_text.h"
#include "indexer/build/memory_shares.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using ::testing::ElementsAreArray;

constexpr std::size_t kThreads = 4;

ReadReport read_report_of(std::size_t number) {
  // The first ones are the slowest, so that the others have to wait for their turn.
  if (number < 3) std::this_thread::sleep_for(std::chrono::milliseconds(30));
  ReadReport read;
  if (number % 7 == 5) {
    read.problem = "no text";
    return read;
  }
  read.report.emplace();
  read.report->id = "r" + std::to_string(number);
  for (std::size_t i = 0; i < number % 4; ++i) {
    const std::string text = "협정 pact " + std::to_string(number);
    read.report->passages.push_back(
        make_passage({text, {{0, 0, text.size(), text.size()}}}, PassageKind::kBody));
  }
  return read;
}

struct Outcome {
  bool whole = false;
  std::vector<std::string> done;
  std::uint64_t passages = 0;
};

// `read`: as ReportPool::Task::read, for the report with that number.
template <class Read>
Outcome build(std::size_t reports, Read read, const std::function<bool()>& watch) {
  const testing::TempDir dir;
  const MemoryShares memory(64 << 20, kThreads);
  BulkLoader loader(dir.at("database"), memory, TermLists::kExact);
  Outcome outcome;
  std::size_t next = 0;
  ReportPool bulk(
      loader, memory,
      [&]() -> std::optional<ReportPool::Task> {
        if (next == reports) return std::nullopt;
        return ReportPool::Task{[&read, number = next++] { return read(number); }, 0};
      },
      [&](const ReadReport& report) {
        outcome.done.push_back(report.report ? report.report->id : report.problem);
        outcome.passages += report.counts.passages;
      });
  outcome.whole = bulk.run(watch);
  return outcome;
}

TEST(ReportPool, HandsOverInTheOrderOfTheReports) {
  constexpr std::size_t kReports = 60;
  std::vector<std::string> expected;
  std::uint64_t passages = 0;
  for (std::size_t i = 0; i < kReports; ++i) {
    const bool readable = i % 7 != 5;
    expected.push_back(readable ? "r" + std::to_string(i) : "no text");
    if (readable) passages += i % 4;
  }
  const Outcome outcome = build(kReports, read_report_of, [] { return true; });
  EXPECT_TRUE(outcome.whole);
  EXPECT_THAT(outcome.done, ElementsAreArray(expected));
  EXPECT_EQ(outcome.passages, passages);
}

TEST(ReportPool, EndsWithWhatAThreadThrew) {
  for (const std::size_t number : {0U, 17U, 59U}) {
    const auto read = [&](std::size_t i) {
      if (i == number) throw Error(ErrorKind::kSystem, "the disk is full");
      return read_report_of(i);
    };
    try {
      build(60, read, [] { return true; });
      FAIL() << number;
    } catch (const Error& error) {
      EXPECT_STREQ(error.what(), "the disk is full");
    }
  }
}

TEST(ReportPool, StopsWhenItIsAskedTo) {
  const auto slow = [](std::size_t i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return read_report_of(i);
  };
  const Outcome outcome = build(100000, slow, [] { return false; });
  EXPECT_FALSE(outcome.whole);
  EXPECT_LT(outcome.done.size(), 100000U);
}

std::string large_text(std::size_t bytes) {
  std::string text = "# Convoys 수송대\n\nJune 27, 2024\n\n";
  for (int i = 0; text.size() < bytes; ++i) {
    if (i % 3000 == 0) text += "\n## 절 " + std::to_string(i) + " on trade\n\n";
    text += "- Convoy " + std::to_string(i) + " reached the harbour, 협정의 이행 " +
            std::to_string(i * 7919 % 100003) + " (source: go-public-web-eng-" +
            std::to_string(i % 500) + "-0-0).\n";
  }
  return text;
}

// Two large reports among small ones.
ReadReport read_large_or_small(std::size_t number) {
  if (number != 1 && number != 4) return read_report_of(number);
  ReadReport read;
  std::string text = large_text(4'000'000);
  read.bytes = text.size();
  read.unparsed.emplace("/large.md", std::move(text), "r" + std::to_string(number));
  return read;
}

TEST(ReportPool, SharesALargeReportAmongAllThreads) {
  const testing::TempDir dir;
  const MemoryShares memory(512 << 20, kThreads);
  BulkLoader loader(dir.at("database"), memory, TermLists::kExact);
  std::vector<std::string> done;
  std::vector<std::uint64_t> passages;
  std::size_t next = 0;
  ReportPool bulk(
      loader, memory,
      [&]() -> std::optional<ReportPool::Task> {
        if (next == 9) return std::nullopt;
        return ReportPool::Task{[number = next++] { return read_large_or_small(number); }, 0};
      },
      [&](const ReadReport& read) {
        done.push_back(read.report ? read.report->id : read.problem);
        passages.push_back(read.counts.passages);
      });
  ASSERT_TRUE(bulk.run([] { return true; }));
  EXPECT_THAT(done, ElementsAreArray({"r0", "r1", "r2", "r3", "r4", "no text", "r6", "r7", "r8"}));
  const std::uint64_t large = read_large_or_small(1).unparsed->parse().passages.size();
  EXPECT_THAT(passages, ElementsAreArray<std::uint64_t>({0, large, 2, 3, large, 0, 2, 3, 0}));
  EXPECT_EQ(bulk.passages(), 2 * large + 10);
  std::size_t busy = 0;
  for (std::size_t i = 0; i < kThreads; ++i) {
    if (loader.shard(i).statistics().documents > large / 50) ++busy;
  }
  EXPECT_GT(busy, 1U);
}

TEST(ReportPool, StopsWithinALargeReport) {
  const auto large = [](std::size_t) { return read_large_or_small(1); };
  int asked = 0;
  const Outcome outcome = build(3, large, [&] { return ++asked < 3; });
  EXPECT_FALSE(outcome.whole);
  EXPECT_LT(outcome.done.size(), 3U);
}

TEST(ReportPool, OfNothingIsWhole) {
  EXPECT_TRUE(build(0, read_report_of, [] { return true; }).whole);
}

}  // namespace
}  // namespace ibid
