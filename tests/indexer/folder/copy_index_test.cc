// SPDX-License-Identifier: GPL-2.0-or-later
//
// Copies of an index: of one state, whole, and never in the place of something else.
#include "indexer/folder/copy_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "corpus/error.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/index_info.h"
#include "indexer/folder/one_state.h"
#include "indexer/folder/writer_lock.h"
#include "indexer/schema.h"
#include "tests/support/database_compare.h"
#include "tests/support/test_index.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::TestIndex;

const std::function<bool()> kGoOn = [] { return true; };

std::string live_build(const std::string& index) {
  const IndexDir dir(index);
  return dir.database(dir.usable_manifest().build);
}

class CopyOfAnIndex : public ::testing::Test {
 protected:
  CopyOfAnIndex() {
    test_.write("a.txt", testing::report_with("Harbour pact", {"The pact was signed in June."}));
    test_.write("b.txt", testing::report_with("국방 협정", {"두 해군이 협정에 서명했다."}));
    test_.update_all();
  }

  void change(int version) const {
    const std::string text = "The pact in version" + std::to_string(version) + ", 협정.";
    test_.change("a.txt", testing::report_with("Harbour pact", {text}));
    test_.update_all();
  }

  CopySummary copy(const std::function<bool()>& go_on = kGoOn) const {
    return copy_index({test_.index(), copy_, 0}, go_on);
  }
  void expect_whole(const std::string& index) const {
    EXPECT_THAT(check_index(index), IsEmpty());
    const Xapian::Database source(live_build(test_.index())), made(live_build(index));
    EXPECT_THAT(testing::differences(source, made), IsEmpty());
  }
  std::string refused(const std::string& from, const std::string& to) const {
    const auto before = testing::list_files(dir_.path());
    try {
      copy_index({from, to, 0}, kGoOn);
    } catch (const Error& error) {
      EXPECT_EQ(testing::list_files(dir_.path()), before);
      return error.what();
    }
    return "";
  }

  TestIndex test_;
  testing::TempDir dir_;
  const std::string copy_ = dir_.at("copy");
};

TEST_F(CopyOfAnIndex, IsWholeAndSaysWhatItHolds) {
  testing::write_file(test_.in_index(schema::kAliasFile), "[[alias]]\n");
  const CopySummary summary = copy();
  EXPECT_EQ(summary.generation, 1U);
  EXPECT_EQ(summary.reports, 2U);
  EXPECT_EQ(summary.passages, 2U);
  EXPECT_EQ(summary.files, 6U);  // three tables, positions, sums, version
  EXPECT_EQ(summary.files_there, 0U);
  EXPECT_GT(summary.bytes, 8192U);
  expect_whole(copy_);
  EXPECT_EQ(testing::read_bytes(copy_ + "/aliases.toml"), "[[alias]]\n");
  EXPECT_THAT(IndexDir(copy_).usable_manifest().roots, ElementsAre(test_.folder()));
}

TEST_F(CopyOfAnIndex, TakesThePlaceOfAnOlderOneAtOnce) {
  copy();
  change(1);
  const std::string before = live_build(copy_);
  const CopySummary summary = copy([&] {
    EXPECT_EQ(live_build(copy_), before);
    return true;
  });
  EXPECT_EQ(summary.generation, 2U);
  EXPECT_NE(live_build(copy_), before);
  EXPECT_FALSE(fs::exists(before));
  expect_whole(copy_);
}

TEST_F(CopyOfAnIndex, IsNotMadeAgainIfItIsThere) {
  copy();
  const auto before = testing::list_files(copy_);
  EXPECT_TRUE(copy().up_to_date);
  EXPECT_EQ(testing::list_files(copy_), before);
}

TEST_F(CopyOfAnIndex, IsMadeAgainIfItIsDamaged) {
  copy();
  const std::string table = live_build(copy_) + "/docdata.glass";
  std::string bytes = testing::read_bytes(table);
  bytes[bytes.size() - 100] ^= 1;
  testing::write_file(table, bytes);
  EXPECT_FALSE(copy().up_to_date);
  expect_whole(copy_);
}

// At each moment at which it asks whether to go on.
TEST_F(CopyOfAnIndex, GoesOnWhereItWasInterrupted) {
  copy();
  change(1);
  const std::string before = live_build(copy_);
  bool interrupted = true;
  std::uint64_t most_there = 0;
  for (int stop = 0; interrupted; ++stop) {
    ASSERT_LT(stop, 100);
    int asked = 0;
    const CopySummary summary = copy([&] { return asked++ < stop; });
    interrupted = summary.interrupted;
    most_there = std::max(most_there, summary.files_there);
    if (!interrupted) break;
    EXPECT_EQ(live_build(copy_), before);
    EXPECT_THAT(check_index(copy_), IsEmpty());
  }
  EXPECT_EQ(most_there, 6U);
  expect_whole(copy_);
}

TEST_F(CopyOfAnIndex, IsRefusedWhereSomethingElseIs) {
  testing::write_file(dir_.at("file"), "x");
  fs::create_directory(dir_.at("foreign"));
  testing::write_file(dir_.at("foreign/letter.txt"), "x");
  const std::string index = test_.index();
  EXPECT_THAT(refused(index, dir_.at("file")), HasSubstr("it is a file, or"));
  EXPECT_THAT(refused(index, dir_.at("foreign")), HasSubstr("contains other files"));
  EXPECT_THAT(refused(index, index), HasSubstr("one is in the other"));
  EXPECT_THAT(refused(index, index + "/copy"), HasSubstr("one is in the other"));
  EXPECT_THAT(refused(index, fs::path(index).parent_path().string()),
              HasSubstr("one is in the other"));
  fs::create_directory_symlink(index, dir_.at("link"));
  EXPECT_THAT(refused(index, dir_.at("link")), HasSubstr("one is in the other"));
  EXPECT_THAT(refused(dir_.at("none"), copy_), HasSubstr("there is no index in"));
}

TEST_F(CopyOfAnIndex, IsRefusedWhereItWouldReplaceANewerOrAnotherIndex) {
  copy();
  change(1);
  EXPECT_THAT(refused(copy_, test_.index()), HasSubstr("is newer (generation 2, and here 1)"));
  TestIndex other;
  other.write("c.txt", "Another report. 다른 보고서.");
  other.update_all();
  EXPECT_THAT(refused(other.index(), copy_), HasSubstr("holds other reports"));
}

TEST_F(CopyOfAnIndex, IsRefusedOfADamagedOne) {
  const std::string table = live_build(test_.index()) + "/docdata.glass";
  std::string bytes = testing::read_bytes(table);
  bytes[bytes.size() - 100] ^= 1;
  testing::write_file(table, bytes);
  try {
    copy();
    ADD_FAILURE() << "copied";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kIndex);
    EXPECT_THAT(error.what(), HasSubstr("docdata.glass is damaged"));
  }
  EXPECT_FALSE(fs::exists(copy_ + "/ibid.json"));
}

TEST_F(CopyOfAnIndex, WaitsForAWriterAndNotForAnotherCopy) {
  {
    const WriterLock writer(test_.index(), 0);
    EXPECT_THROW(copy(), Error);
  }
  const CopyLock other(test_.index(), 0);
  EXPECT_EQ(copy().reports, 2U);
  EXPECT_THROW(WriterLock(test_.index(), 0), Error);
}

// As in a folder that may only be read: the lock cannot be made, and a writer comes between.
TEST_F(CopyOfAnIndex, IsOfOneStateWithoutALock) {
  const std::string lock = test_.in_index(schema::kLockFile);
  fs::remove(lock);
  fs::create_symlink("missing/folder/lock", lock);
  int asked = 0;
  const CopySummary summary = copy([&] {
    if (++asked == 6) {
      fs::remove(lock);
      change(1);
    }
    return true;
  });
  EXPECT_EQ(summary.generation, 2U);
  expect_whole(copy_);
}

TEST_F(CopyOfAnIndex, NeedsNoRightToWriteToTheOriginal) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  fs::permissions(test_.index(), fs::perms::owner_read | fs::perms::owner_exec);
  copy();
  fs::permissions(test_.index(), fs::perms::owner_all);
  expect_whole(copy_);
}

TEST_F(CopyOfAnIndex, BesideAWriterIsWholeEachTime) {
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int version = 1; version <= 12; ++version) {
      test_.change("a.txt", testing::report_with("Pact", {"In " + std::to_string(version)}));
      UpdateOptions options = test_.options();
      options.lock_timeout_ms = 60'000;
      update_index(options);
    }
    done = true;
  });
  int copies = 0;
  for (; !done || copies == 0; ++copies) {
    copy_index({test_.index(), copy_, 60'000}, kGoOn);
    EXPECT_THAT(check_index(copy_), IsEmpty());
  }
  writer.join();
  copy();
  expect_whole(copy_);
}

}  // namespace
}  // namespace ibid
