// SPDX-License-Identifier: GPL-2.0-or-later
//
// When an index is updated unasked, and with what: each case is a day of a folder, by a clock of
// the test.
#include "indexer/watch/follow.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "corpus/error.h"
#include "indexer/folder/writer_lock.h"
#include "tests/indexer/watch/fake_watch.h"
#include "tests/support/stored_passages.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::report_with;
using ::testing::SizeIs;
using Kind = FileEvent::Kind;

constexpr std::int64_t kQuiet = 2000;
constexpr std::int64_t kLook = 250;  // longest time from "quiet" to an update

class Follow : public ::testing::Test, protected testing::WatchedIndex {
 protected:
  std::string text(const std::string& word) const {
    return report_with(word, {word + " was signed. " + word + " 서명했다."});
  }
  // The update that begins at `ms` or up to kLook later.
  void expect_update(std::size_t number, std::int64_t ms) const {
    ASSERT_GT(watch.updates.size(), number);
    EXPECT_GE(watch.updates[number].ms, ms);
    EXPECT_LE(watch.updates[number].ms, ms + kLook);
  }
};

TEST_F(Follow, IndexesAllFirst) {
  follow(100);
  ASSERT_EQ(watch.updates.size(), 1U);
  EXPECT_EQ(watch.updates[0].ms, 0);
  EXPECT_EQ(watch.updates[0].summary.added, 4U);
  EXPECT_THAT(watch.told, IsEmpty());
}

TEST_F(Follow, FindsAFileTwoSecondsAfterItIsClosed) {
  for (const char* name : {"new.txt", "새글.txt", "deep 협정 2024.md"}) {
    testing::WatchedIndex one;
    one.watch.at(1500, [&] { one.close_file(name, text("Treaty")); });
    one.follow(10'000);
    ASSERT_EQ(one.watch.updates.size(), 2U) << name;
    EXPECT_GE(one.watch.updates[1].ms, 1500 + kQuiet);
    EXPECT_LE(one.watch.updates[1].ms, 1500 + kQuiet + kLook);
    EXPECT_EQ(one.watch.updates[1].summary.added, 1U);
    EXPECT_GT(one.watch.updates[1].summary.generation, one.watch.updates[0].summary.generation);
  }
}

TEST_F(Follow, WaitsForAFileThatIsHalfWritten) {
  std::string written = report_with("Long", {});
  watch.at(1000, [&] { close_file("long.txt", written); });
  for (int second = 2; second <= 9; ++second) {
    // Written on without a word from the kernel, as long as it is open.
    watch.at(second * 1000, [&, second] {
      files.change("long.txt", written += "Paragraph " + std::to_string(second) + " 문단.\n\n");
    });
  }
  watch.at(9500, [&] { watch.tell(Kind::kFile, path("long.txt")); });
  follow(20'000);
  ASSERT_EQ(watch.updates.size(), 2U);
  expect_update(1, 9000 + kQuiet);
  EXPECT_THAT(testing::stored_passages(files.index()),
              Contains(::testing::Pair(HasSubstr("long#"), HasSubstr("Paragraph 9 문단."))));
}

TEST_F(Follow, BringsABurstInAtOnce) {
  for (int n = 0; n < 50; ++n) {
    watch.at(1000 + n * 100, [&, n] { close_file("b" + std::to_string(n) + ".txt", text("B")); });
  }
  follow(20'000);
  ASSERT_EQ(watch.updates.size(), 2U);
  EXPECT_EQ(watch.updates[1].summary.added, 50U);
  expect_update(1, 5900 + kQuiet);
}

TEST_F(Follow, DoesNotWaitForTheEndOfALongBurst) {
  for (int n = 0; n < 60; ++n) {
    watch.at(1000 + n * 500, [&, n] { close_file("b" + std::to_string(n) + ".txt", text("B")); });
  }
  follow(60'000);
  ASSERT_THAT(watch.updates.size(), AllOf(::testing::Ge(4U), ::testing::Le(6U)));
  for (std::size_t n = 1; n < watch.updates.size(); ++n) {
    const std::int64_t before = n == 1 ? 1000 : watch.updates[n - 1].ms;
    EXPECT_LE(watch.updates[n].ms - before, 10'000 + kQuiet + kLook);
  }
  EXPECT_THAT(ids(), SizeIs(64));
}

TEST_F(Follow, NamesAFileThatIsNeverQuietOnce) {
  for (int n = 0; n < 300; ++n) {
    watch.at(1000 + n * 500, [&, n] {
      close_file("log.txt", "Line " + std::to_string(n) + " " + std::string(n + 1U, 'x'));
    });
  }
  watch.at(80'200, [&] { close_file("새글.txt", text("Other")); });
  follow(140'000);
  EXPECT_THAT(watch.told,
              ElementsAre(AllOf(HasSubstr(path("log.txt")), HasSubstr("quiet for 2 seconds"))));
  // The other file does not wait for it.
  ASSERT_EQ(watch.updates.size(), 2U);
  expect_update(1, 80'200 + kQuiet);
  EXPECT_EQ(watch.updates[1].summary.added, 1U);
  EXPECT_EQ(watch.updates[1].summary.busy, 1U);
}

TEST_F(Follow, FollowsARename) {
  watch.at(1000, [&] { rename_file("협정.txt", "국방 협정.txt"); });
  follow(10'000);
  ASSERT_EQ(watch.updates.size(), 2U);
  EXPECT_EQ(watch.updates[1].summary.moved, 1U);
  EXPECT_THAT(ids(), AllOf(Contains(HasSubstr("국방")), SizeIs(4)));
}

TEST_F(Follow, FollowsADeletion) {
  watch.at(1000, [&] { delete_file("협정.txt"); });
  follow(10'000);
  ASSERT_EQ(watch.updates.size(), 2U);
  EXPECT_EQ(watch.updates[1].summary.removed, 1U);
  EXPECT_THAT(ids(), ElementsAre("pact", "ports", "trade"));
}

TEST_F(Follow, DoesNothingAboutFilesThatAreNotRead) {
  watch.at(1000, [&] { close_file("draft.txt.part", "x"); });
  watch.at(1100, [&] { close_file(".hidden.txt", "x"); });
  watch.at(1200, [&] { close_file("picture.png", "x"); });
  follow(20'000);
  EXPECT_EQ(watch.updates.size(), 1U);
  EXPECT_LT(watch.waits, 30U);
}

TEST_F(Follow, FindsWhatIsInAFolderThatHasCome) {
  // The inner folders send no events: they were made before they were watched.
  watch.at(1000, [&] {
    write("년도/2024/유월/briefing.txt", text("Briefing"));
    watch.tell(Kind::kFolder, path("년도"));
  });
  watch.at(9000, [&] { close_file("년도/2024/유월/second.txt", text("Second")); });
  follow(20'000);
  ASSERT_EQ(watch.updates.size(), 3U);
  expect_update(1, 1000 + kQuiet);
  expect_update(2, 9000 + kQuiet);
  EXPECT_TRUE(watch.heard.contains(path("년도/2024/유월")));
  EXPECT_THAT(ids(), AllOf(Contains("briefing"), Contains("second")));
}

TEST_F(Follow, FollowsAFolderThatIsRemovedAndMadeAgain) {
  write("sub/inner.txt", text("Inner"));
  watch.at(1000, [&] {
    fs::remove_all(path("sub"));
    watch.tell(Kind::kFolderGone, path("sub"));
  });
  watch.at(9000, [&] {
    fs::create_directory(path("sub"));
    watch.tell(Kind::kFolder, path("sub"));
  });
  watch.at(9100, [&] { close_file("sub/again.txt", text("Again")); });
  follow(20'000);
  ASSERT_EQ(watch.updates.size(), 3U);
  EXPECT_EQ(watch.updates[1].summary.removed, 1U);
  EXPECT_EQ(watch.updates[2].summary.added, 1U);
  EXPECT_THAT(ids(), AllOf(Contains("again"), Not(Contains("inner"))));
}

TEST_F(Follow, WaitsForANamedFolderThatIsMissing) {
  UpdateOptions both = options();
  both.paths.push_back(path("../later"));
  watch.at(30'000, [&] { write("../later/come.txt", text("Come")); });
  watch.at(60'000, [&] { close_file("../later/다음.txt", text("Next")); });
  watch.follow(both, 90'000);
  ASSERT_EQ(watch.updates.size(), 3U);
  EXPECT_THAT(watch.updates[0].fresh, SizeIs(1));
  EXPECT_LE(watch.updates[1].ms, 30'000 + 1000 + kQuiet + kLook);
  expect_update(2, 60'000 + kQuiet);
  EXPECT_THAT(ids(), AllOf(Contains("come"), Contains("다음"), SizeIs(6)));
}

TEST_F(Follow, LooksThroughAllAfterLostEvents) {
  watch.at(1000, [&] {
    write("deep/lost.txt", text("Lost"));
    files.change("협정.txt", text("협정"));
    watch.lose_events();
  });
  follow(10'000);
  ASSERT_EQ(watch.updates.size(), 2U);
  expect_update(1, 1000 + kQuiet);
  EXPECT_EQ(watch.updates[1].summary.added, 1U);
  EXPECT_EQ(watch.updates[1].summary.updated, 1U);
  EXPECT_THAT(watch.told, ElementsAre(HasSubstr("all folders are looked through")));
  EXPECT_TRUE(watch.heard.contains(path("deep")));
}

TEST_F(Follow, LooksThroughAllEveryTenMinutes) {
  watch.at(1000, [&] { write("untold.txt", text("Untold")); });
  watch.at(700'000, [&] { write("later.txt", text("Later")); });
  follow(1'300'000);
  ASSERT_EQ(watch.updates.size(), 3U);
  EXPECT_LE(watch.updates[1].ms, 600'000 + kQuiet + 2 * kLook);
  EXPECT_LE(watch.updates[2].ms, 1'200'000 + 2 * (kQuiet + 2 * kLook));
  // A second is what it sleeps when nothing happens.
  EXPECT_LT(watch.waits, 1400U);
}

TEST_F(Follow, LooksOftenThroughFoldersThatTellNothing) {
  write("nas/one.txt", text("One"));
  watch.hearing[path("nas")] = Hearing::kSilent;
  watch.at(3000, [&] { write("nas/둘.txt", text("Two")); });
  watch.at(90'000, [&] { close_file("local.txt", text("Local")); });
  follow(200'000);
  EXPECT_THAT(watch.told, ElementsAre(AllOf(HasSubstr(path("nas")), HasSubstr("every minute"))));
  ASSERT_EQ(watch.updates.size(), 3U);
  EXPECT_LE(watch.updates[1].ms, 3000 + 60'000 + 1000 + kQuiet + kLook);
  expect_update(2, 90'000 + kQuiet);
  EXPECT_THAT(ids(), AllOf(Contains("둘"), Contains("local")));
}

TEST_F(Follow, LooksThroughWhatTheKernelDoesNotWatch) {
  for (const char* folder : {"a", "b", "c"}) {
    write(std::string(folder) + "/" + folder + "1.txt", text(folder));
    watch.hearing[path(folder)] = Hearing::kNoMore;
  }
  watch.at(3000, [&] { write("b/b2.txt", text("Second")); });
  follow(100'000);
  EXPECT_THAT(watch.told, ElementsAre(HasSubstr("fs.inotify.max_user_watches")));
  ASSERT_EQ(watch.updates.size(), 2U);
  EXPECT_LE(watch.updates[1].ms, 3000 + 60'000 + 1000 + kQuiet + kLook);
}

TEST_F(Follow, ReadsAFolderOnceItsRightsAllowIt) {
  write("closed/문서.txt", text("Closed"));
  watch.hearing[path("closed")] = Hearing::kUnreadable;
  watch.at(5000, [&] {
    watch.hearing.clear();
    watch.tell(Kind::kFolder, path("closed"));  // its rights have changed
  });
  watch.at(9000, [&] { close_file("closed/more.txt", text("More")); });
  follow(20'000);
  EXPECT_THAT(ids(), Contains("more"));
  EXPECT_TRUE(watch.heard.contains(path("closed")));
}

TEST_F(Follow, WaitsForTheLockAndSaysSo) {
  std::unique_ptr<WriterLock> lock;
  watch.at(1000, [&] { lock = std::make_unique<WriterLock>(files.index(), 0); });
  watch.at(1500, [&] { close_file("new.txt", text("New")); });
  watch.at(20'000, [&] { lock.reset(); });
  follow(30'000);
  EXPECT_THAT(watch.told, ElementsAre(HasSubstr("another ibid is writing")));
  ASSERT_EQ(watch.updates.size(), 2U);
  EXPECT_GE(watch.updates[1].ms, 20'000);
  EXPECT_LE(watch.updates[1].ms, 21'000 + kLook);
}

TEST_F(Follow, WaitsForTheLockAtItsStart) {
  auto lock = std::make_unique<WriterLock>(files.index(), 0);
  watch.at(5000, [&] { lock.reset(); });
  follow(10'000);
  EXPECT_THAT(watch.told, SizeIs(1));
  ASSERT_FALSE(watch.updates.empty());
  EXPECT_GE(watch.updates[0].ms, 5000);
  EXPECT_EQ(watch.updates.back().summary.total_reports, 4U);
}

TEST_F(Follow, HoldsManyRemovalsBackAndGoesOn) {
  watch.at(1000, [&] {
    delete_file("pact.txt");
    delete_file("trade.txt");
  });
  watch.at(1100, [&] { close_file("new.txt", text("New")); });
  watch.at(9000, [&] { close_file("newer.txt", text("Newer")); });
  follow(20'000);
  EXPECT_THAT(watch.told, ElementsAre(AllOf(HasSubstr("2 of the 4 reports"),
                                            HasSubstr("ibid index --allow-removals"))));
  EXPECT_THAT(ids(), AllOf(Contains("pact"), Contains("new"), Contains("newer")));
}

TEST_F(Follow, TellsAProblemOnce) {
  watch.at(1000, [&] { close_file("old.doc", "x"); });
  watch.at(9000, [&] { close_file("new.txt", text("New")); });
  follow(20'000);
  ASSERT_EQ(watch.updates.size(), 3U);
  ASSERT_THAT(watch.updates[1].fresh, SizeIs(1));
  EXPECT_EQ(watch.updates[1].fresh[0].path, path("old.doc"));
  EXPECT_THAT(watch.updates[2].fresh, IsEmpty());
  EXPECT_THAT(watch.updates[2].summary.problems, SizeIs(1));
}

TEST_F(Follow, EndsWithAnErrorIfTheFirstUpdateFails) {
  UpdateOptions none = options();
  none.paths.clear();
  EXPECT_THROW(watch.follow(none, 1000), Error);
}

TEST_F(Follow, FollowsTheFoldersOfTheIndexIfNoneIsNamed) {
  files.update_all();
  UpdateOptions none = options();
  none.paths.clear();
  watch.at(1000, [&] { close_file("new.txt", text("New")); });
  watch.follow(none, 10'000);
  EXPECT_THAT(ids(), Contains("new"));
}

TEST_F(Follow, FollowsFilesAndNotTheirNeighbours) {
  UpdateOptions some = options();
  some.paths.clear();
  for (const char* name : {"협정.txt", "ports.txt", "trade.txt", "pact.txt", "late.txt"}) {
    some.paths.push_back(path(name));
  }
  watch.at(1000, [&] { close_file("neighbour.txt", text("Neighbour")); });
  watch.at(5000, [&] { close_file("협정.txt", text("Changed text 바뀐 글")); });
  watch.at(9000, [&] { write("late.txt", text("Late")); });
  watch.at(15'000, [&] { watch.lose_events(); });
  watch.follow(some, 30'000);
  ASSERT_EQ(watch.updates.size(), 3U);
  expect_update(1, 5000 + kQuiet);
  EXPECT_EQ(watch.updates[1].summary.updated, 1U);
  EXPECT_LE(watch.updates[2].ms, 9000 + 1000 + kQuiet + kLook);
  EXPECT_THAT(ids(), ElementsAre("late", "pact", "ports", "trade", "협정"));
  EXPECT_LT(watch.waits, 120U);
}

}  // namespace
}  // namespace ibid
