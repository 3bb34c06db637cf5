// SPDX-License-Identifier: GPL-2.0-or-later
//
// A watch on a thread, with the clock and the kernel that there are: these tests wait for seconds.
#include "indexer/watch/folder_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>

#include "tests/support/stored_passages.h"
#include "tests/support/test_index.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::report_with;

class FolderWatchTest : public ::testing::Test {
 protected:
  FolderWatchNews news() {
    return {.updated =
                [this](std::uint64_t generation, const UpdateSummary&) {
                  const std::lock_guard lock(mutex_);
                  generation_ = generation;
                  ++updates_;
                  changed_.notify_all();
                },
            .told =
                [this](const std::string& sentence) {
                  const std::lock_guard lock(mutex_);
                  told_.push_back(sentence);
                  changed_.notify_all();
                }};
  }
  // Returns how long it took until there were `count` updates.
  milliseconds wait_for_updates(std::size_t count) {
    const auto begin = steady_clock::now();
    std::unique_lock lock(mutex_);
    EXPECT_TRUE(
        changed_.wait_for(lock, std::chrono::seconds(60), [&] { return updates_ >= count; }));
    return std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
  }
  std::vector<std::string> ids() const { return testing::stored_ids(files_.index()); }

  testing::TestIndex files_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t generation_ = 0;
  std::size_t updates_ = 0;
  std::vector<std::string> told_;
};

TEST_F(FolderWatchTest, FindsAClosedFileAmongAThousandInThreeSeconds) {
  for (int n = 0; n < 1000; ++n) {
    files_.write(
        "year " + std::to_string(n % 10) + "/report-" + std::to_string(n) + ".txt",
        report_with("Report", {"Convoy " + std::to_string(n) + " left. 호송대가 떠났다."}));
  }
  files_.update_all();
  FolderWatch watch(files_.options(), news());
  wait_for_updates(1);
  const std::uint64_t before = generation_;
  files_.write("year 3/새 보고서.txt", report_with("New", {"A new report. 새 보고서."}));
  EXPECT_LE(wait_for_updates(2), milliseconds(3000));
  EXPECT_GT(generation_, before);
  EXPECT_THAT(ids(), Contains("새-보고서"));
  EXPECT_THAT(told_, IsEmpty());
}

TEST_F(FolderWatchTest, FollowsFoldersThatComeGoAndMove) {
  for (const char* name : {"a.txt", "b.txt", "c.txt", "한/d.txt"}) {
    files_.write(name, report_with(name, {"One. 하나."}));
  }
  FolderWatch watch(files_.options(), news());
  wait_for_updates(1);
  wait_for_updates(2);  // they were a moment old
  fs::create_directories(files_.report_path("깊은/곳/더"));
  files_.write("깊은/곳/더/e.txt", report_with("E", {"Deep. 깊다."}));
  wait_for_updates(3);
  EXPECT_THAT(ids(), Contains("e"));
  fs::rename(files_.report_path("깊은"), files_.report_path("moved"));
  wait_for_updates(4);
  files_.write("moved/곳/f.txt", report_with("F", {"Moved. 옮겼다."}));
  wait_for_updates(5);
  EXPECT_THAT(ids(), Contains("f"));
  fs::remove_all(files_.report_path("moved"));
  wait_for_updates(6);
  EXPECT_THAT(ids(), Not(Contains("f")));
}

TEST_F(FolderWatchTest, StopsAtOnce) {
  FolderWatch watch(files_.options(), news());
  wait_for_updates(1);
  const auto begin = steady_clock::now();
  watch.stop();
  EXPECT_LT(steady_clock::now() - begin, milliseconds(900));
  watch.stop();
}

TEST_F(FolderWatchTest, TellsWhyItCannotBegin) {
  UpdateOptions nothing = files_.options();
  nothing.paths.clear();
  FolderWatch watch(nothing, news());
  {
    std::unique_lock lock(mutex_);
    EXPECT_TRUE(changed_.wait_for(lock, std::chrono::seconds(60), [&] { return !told_.empty(); }));
  }
  watch.stop();
  EXPECT_THAT(told_, ElementsAre(HasSubstr("name the files and folders to index")));
  EXPECT_EQ(updates_, 0U);
}

}  // namespace
}  // namespace ibid
