// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/run_ahead.h"

#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <vector>

#include "corpus/error.h"

namespace ibid {
namespace {

struct List {
  std::string key, bytes;
  std::uint32_t last_docid = 0;
};

class GivenRun : public RunReader {
 public:
  GivenRun(const std::vector<List>& lists, std::atomic<std::size_t>& read, std::size_t fails_at)
      : lists_(lists), read_(read), fails_at_(fails_at) {}
  bool next() override {
    if (read_ == fails_at_) throw Error(ErrorKind::kSystem, "cannot read the run");
    if (read_ == lists_.size()) return false;
    // Lent only until the next call.
    current_ = lists_[read_++];
    key_ = current_.key;
    bytes_ = current_.bytes;
    last_docid_ = current_.last_docid;
    return true;
  }

 private:
  const std::vector<List>& lists_;
  std::atomic<std::size_t>& read_;
  std::size_t fails_at_;
  List current_;
};

// Some megabytes: words of both languages, empty lists, one larger than all that may wait.
std::vector<List> many_lists() {
  std::mt19937 random(7);
  std::vector<List> lists;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const std::size_t size = i == 5000 ? 8 << 20 : random() % 400;
    lists.push_back({(i % 2 == 0 ? "단어" : "word") + std::to_string(i),
                     std::string(size, static_cast<char>(i)), i});
  }
  return lists;
}

TEST(RunAhead, GivesTheListsOfTheRun) {
  const std::vector<List> lists = many_lists();
  std::atomic<std::size_t> read = 0;
  RunAhead run([&] { return std::make_unique<GivenRun>(lists, read, lists.size() + 1); });
  for (const List& list : lists) {
    ASSERT_TRUE(run.next());
    ASSERT_EQ(run.key(), list.key);
    ASSERT_TRUE(run.bytes() == list.bytes) << list.key;
    ASSERT_EQ(run.last_docid(), list.last_docid);
  }
  EXPECT_FALSE(run.next());
  EXPECT_FALSE(run.next());
}

TEST(RunAhead, OfAnEmptyRunHasNothing) {
  const std::vector<List> lists;
  std::atomic<std::size_t> read = 0;
  RunAhead run([&] { return std::make_unique<GivenRun>(lists, read, 1); });
  EXPECT_FALSE(run.next());
}

TEST(RunAhead, ReportsAFailure) {
  const std::vector<List> lists = many_lists();
  for (const std::size_t fails_at : {std::size_t{0}, std::size_t{15000}}) {
    std::atomic<std::size_t> read = 0;
    RunAhead run([&] { return std::make_unique<GivenRun>(lists, read, fails_at); });
    std::size_t got = 0;
    EXPECT_THROW(
        {
          while (run.next()) ++got;
        },
        Error);
    EXPECT_LE(got, fails_at);
  }
  RunAhead run([]() -> std::unique_ptr<RunReader> { throw Error(ErrorKind::kSystem, "no run"); });
  EXPECT_THROW(run.next(), Error);
}

// A stopped build leaves the rest: the thread must not wait for a reader that has ended.
TEST(RunAhead, MayBeLeftUnread) {
  const std::vector<List> lists = many_lists();
  for (const int taken : {0, 1, 6000}) {
    std::atomic<std::size_t> read = 0;
    {
      RunAhead run([&] { return std::make_unique<GivenRun>(lists, read, lists.size() + 1); });
      for (int i = 0; i < taken; ++i) ASSERT_TRUE(run.next());
    }
    EXPECT_LT(read, lists.size()) << taken;
  }
}

}  // namespace
}  // namespace ibid
