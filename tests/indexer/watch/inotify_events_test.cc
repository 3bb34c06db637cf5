// SPDX-License-Identifier: GPL-2.0-or-later
//
// What this kernel tells.
#include "indexer/watch/inotify_events.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <thread>

#include "tests/support/temp_dir.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using std::chrono::milliseconds;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using Kind = FileEvent::Kind;

class InotifyEventsTest : public ::testing::Test {
 protected:
  std::string at(const std::string& name) const { return dir_.at(name); }
  // What has happened so far: events are there as soon as the call that causes them returns.
  std::vector<FileEvent> told() { return events_.wait(milliseconds(0)); }

  testing::TempDir dir_;
  InotifyEvents events_;
};

TEST_F(InotifyEventsTest, TellOfFiles) {
  ASSERT_EQ(events_.listen(dir_.path()), Hearing::kHeard);
  testing::write_file(at("보고서 a.txt"), "글");
  EXPECT_THAT(told(), Contains(FileEvent{Kind::kFile, at("보고서 a.txt")}));
  fs::rename(at("보고서 a.txt"), at("b.txt"));
  const auto renamed = told();
  EXPECT_THAT(renamed, Contains(FileEvent{Kind::kFile, at("보고서 a.txt")}));
  EXPECT_THAT(renamed, Contains(FileEvent{Kind::kFile, at("b.txt")}));
  fs::create_hard_link(at("b.txt"), at("link.txt"));
  EXPECT_THAT(told(), Contains(FileEvent{Kind::kFile, at("link.txt")}));
  fs::remove(at("b.txt"));
  EXPECT_THAT(told(), Contains(FileEvent{Kind::kFile, at("b.txt")}));
  EXPECT_THAT(told(), IsEmpty());
}

TEST_F(InotifyEventsTest, TellOfFolders) {
  ASSERT_EQ(events_.listen(dir_.path()), Hearing::kHeard);
  fs::create_directory(at("하나"));
  EXPECT_THAT(told(), Contains(FileEvent{Kind::kFolder, at("하나")}));
  ASSERT_EQ(events_.listen(at("하나")), Hearing::kHeard);
  fs::permissions(at("하나"), fs::perms::none);
  EXPECT_THAT(told(), Contains(FileEvent{Kind::kFolder, at("하나")}));
  fs::permissions(at("하나"), fs::perms::owner_all);
  fs::rename(at("하나"), at("둘"));
  const auto renamed = told();
  EXPECT_THAT(renamed, Contains(FileEvent{Kind::kFolderGone, at("하나")}));
  EXPECT_THAT(renamed, Contains(FileEvent{Kind::kFolder, at("둘")}));
  fs::remove(at("둘"));
  EXPECT_THAT(told(), Contains(FileEvent{Kind::kFolderGone, at("둘")}));
}

TEST_F(InotifyEventsTest, TellOfAMovedFolderUnderItsNewName) {
  fs::create_directories(at("a/inner"));
  for (const char* name : {".", "a", "a/inner"}) {
    ASSERT_EQ(events_.listen(std::string(name) == "." ? dir_.path() : at(name)), Hearing::kHeard);
  }
  fs::rename(at("a"), at("b"));
  told();
  events_.forget(at("a"));
  ASSERT_EQ(events_.listen(at("b/inner")), Hearing::kHeard);
  testing::write_file(at("b/inner/x.txt"), "x");
  const auto written = told();
  EXPECT_THAT(written, Contains(FileEvent{Kind::kFile, at("b/inner/x.txt")}));
  EXPECT_THAT(written, Not(Contains(FileEvent{Kind::kFile, at("a/inner/x.txt")})));
  EXPECT_THAT(written, Not(Contains(FileEvent{Kind::kFolderGone, at("b/inner")})));
}

TEST_F(InotifyEventsTest, TellThatAFolderItselfIsGone) {
  fs::create_directory(at("root"));
  ASSERT_EQ(events_.listen(at("root")), Hearing::kHeard);
  fs::remove(at("root"));
  EXPECT_THAT(told(), Contains(FileEvent{Kind::kFolderGone, at("root")}));
  fs::create_directory(at("root"));
  EXPECT_EQ(events_.listen(at("root")), Hearing::kHeard);
  testing::write_file(at("root/x.txt"), "x");
  EXPECT_THAT(told(), Contains(FileEvent{Kind::kFile, at("root/x.txt")}));
}

TEST_F(InotifyEventsTest, SayWhatCannotBeHeard) {
  EXPECT_EQ(events_.listen(at("없음")), Hearing::kUnreadable);
  testing::write_file(at("file.txt"), "x");
  EXPECT_EQ(events_.listen(at("file.txt")), Hearing::kUnreadable);
}

TEST_F(InotifyEventsTest, SayThatThereAreNoMoreDescriptors) {
  // The sanitizers need descriptors when they meet a type for the first time.
  const std::string path = dir_.path();
  EXPECT_EQ(events_.listen(path), Hearing::kHeard);
  static_cast<void>(events_.wait(milliseconds(1)));
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  rlimit none = before;
  none.rlim_cur = 0;
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &none), 0);
  std::optional<InotifyEvents> without;
  without.emplace();
  const Hearing heard = without->listen(path);
  const auto told = without->wait(milliseconds(1));
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &before), 0);
  EXPECT_EQ(heard, Hearing::kNoMore);
  EXPECT_THAT(told, IsEmpty());
}

TEST_F(InotifyEventsTest, AreWoken) {
  events_.wake();
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(events_.wait(milliseconds(60'000)), IsEmpty());
  std::thread other([this] { events_.wake(); });
  EXPECT_THAT(events_.wait(milliseconds(60'000)), IsEmpty());
  other.join();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
}

}  // namespace
}  // namespace ibid
