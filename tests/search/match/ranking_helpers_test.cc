// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/ranking_helpers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

#include "indexer/folder/index_dir.h"
#include "search/index/busy_threads.h"
#include "search/index/index_snapshot.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using testing::report_with;
using testing::TestIndex;

class Helpers : public ::testing::Test {
 protected:
  Helpers() {
    index_.write("a.txt", report_with("A", {"The treaty with India, 인도 조약."}));
    index_.update_all();
    snapshot_.emplace(IndexDir(index_.index()));
  }

  RankingHelpers& helpers() { return ranking_helpers(snapshot_->index()); }

  TestIndex index_;
  std::optional<IndexSnapshot> snapshot_;
};

TEST_F(Helpers, ReadTheSameStateEachForItself) {
  std::mutex mutex;
  std::set<std::thread::id> threads{std::this_thread::get_id()};
  std::set<const IndexPostings*> postings{snapshot_->index().postings.get()};
  const Xapian::doccount passages = snapshot_->database().get_doccount();
  for (int round = 0; round < 3; ++round) {
    helpers().run(
        RankingHelpers::kMost, [] {},
        [&](const IndexView& own) {
          const std::lock_guard lock(mutex);
          threads.insert(std::this_thread::get_id());
          postings.insert(own.postings.get());
          EXPECT_EQ(own.database.get_doccount(), passages);
          EXPECT_EQ(own.postings->frequency("none"), 0U);
          EXPECT_EQ(own.derived->helpers, nullptr);
        });
  }
  EXPECT_EQ(threads.size(), RankingHelpers::kMost + 1);
  EXPECT_EQ(postings.size(), RankingHelpers::kMost + 1);
}

TEST_F(Helpers, PassOnWhatIsThrownWhenAllHaveFinished) {
  std::atomic<int> ended = 0;
  const auto fail = [&](const IndexView&) {
    ++ended;
    throw std::runtime_error("in a helper");
  };
  EXPECT_THROW(helpers().run(
                   2, [] {}, fail),
               std::runtime_error);
  EXPECT_EQ(ended, 2);
  const auto fail_here = [] { throw std::invalid_argument("here"); };
  EXPECT_THROW(helpers().run(2, fail_here, [&](const IndexView&) { ++ended; }),
               std::invalid_argument);
  EXPECT_EQ(ended, 4);
  // The next run is not affected.
  helpers().run(
      2, [] {}, [&](const IndexView&) { ++ended; });
  EXPECT_EQ(ended, 6);
}

TEST_F(Helpers, DoNothingIfTheyCannotOpenTheState) {
  std::filesystem::remove_all(index_.index());
  bool done = false;
  helpers().run(
      2, [&] { done = true; }, [](const IndexView&) { FAIL() << "opened"; });
  EXPECT_TRUE(done);
}

TEST_F(Helpers, DoNotHelpWithAnotherState) {
  index_.change("a.txt", report_with("A", {"Another treaty, 다른 조약."}));
  index_.update_all();
  bool done = false;
  helpers().run(
      2, [&] { done = true; }, [](const IndexView&) { FAIL() << "of another commit"; });
  EXPECT_TRUE(done);
}

TEST_F(Helpers, AreWorthwhileForManyPostingsOnIdleProcessors) {
  constexpr std::uint64_t kFew = 1000, kMany = 10'000'000;
  EXPECT_EQ(helpers().worthwhile(kFew), 0U);
  EXPECT_EQ(helpers().worthwhile(kFew), 0U);
  const std::size_t idle = BusyThreads::idle_processors();
  EXPECT_GT(idle, 0U);
  EXPECT_EQ(helpers().worthwhile(kMany), std::min(idle, RankingHelpers::kMost));
  {
    const BusyThreads one(1);
    EXPECT_EQ(BusyThreads::idle_processors(), idle - 1);
    const BusyThreads others(idle + 5);
    EXPECT_EQ(helpers().worthwhile(kMany), 0U);
  }
  EXPECT_EQ(BusyThreads::idle_processors(), idle);
}

// Opening the state takes longer than a query that is not very large.
TEST_F(Helpers, AreSeldomWorthwhileForTheFirstQuery) {
  constexpr std::uint64_t kSome = 100'000;
  EXPECT_EQ(helpers().worthwhile(kSome), 0U);
  EXPECT_GT(helpers().worthwhile(kSome), 0U);
}

}  // namespace
}  // namespace ibid
