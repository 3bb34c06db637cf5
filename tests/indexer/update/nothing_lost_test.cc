// SPDX-License-Identifier: GPL-2.0-or-later
//
// What no update and no rebuild may lose or overlook.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>

#include "corpus/error.h"
#include "corpus/report/sha256.h"
#include "indexer/folder/block_sums.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/index_info.h"
#include "indexer/folder/writer_lock.h"
#include "indexer/records/passage_record.h"
#include "indexer/records/record_bytes.h"
#include "indexer/schema.h"
#include "tests/support/stored_passages.h"
#include "tests/support/test_index.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::report_with;
using ::testing::SizeIs;
using testing::stored_ids;
using testing::stored_passages;
using testing::TestIndex;

const std::string kBinary = std::string(100, '\0') + "no longer text";

UpdateOptions careful(const TestIndex& test) {
  UpdateOptions options = test.options();
  options.removals = UpdateOptions::Removals::kFew;
  return options;
}

std::string refusal(const UpdateOptions& options) {
  try {
    update_index(options);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
  return "";
}

// Stores the present stamp of the file beside the hash of what was indexed: a change that no stamp
// shows, as on a file system without change times.
void take_for_indexed(const TestIndex& test, const std::string& id, const std::string& path) {
  const IndexDir dir(test.index());
  Xapian::WritableDatabase database(dir.database(dir.usable_manifest().build));
  const std::string key = schema::kMetaFile + id;
  FileRecord record = decode_file(database.get_metadata(key));
  record.stamp = *stamp_of_file(path);
  database.set_metadata(key, encode(record));
  database.commit();
  database.close();
  make_block_sums(dir.database(dir.usable_manifest().build));
}

// ---- other writers --------------------------------------------------------------------

// A list of files made before would be older than what the other writer has added.
TEST(NothingLost, FilesAreLookedForUnderTheLock) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"협정."}));
  test.update_all();
  const WriterLock other(test.index(), 0);
  std::vector<UpdateProgress::Phase> phases;
  const auto record = [&](const UpdateProgress& progress) {
    phases.push_back(progress.phase);
    return true;
  };
  EXPECT_THROW(update_index(test.options(), record), Error);
  EXPECT_THAT(phases, IsEmpty());
}

// ---- edits that keep size and time ----------------------------------------------------

class SameSizeAndTime : public ::testing::Test {
 protected:
  SameSizeAndTime() {
    a_ = test_.write("a.txt", report_with("A", {"Four ships left, 배는 4척."}));
    b_ = test_.write("b.txt", report_with("B", {"Nine ships left, 배는 9척."}));
    time_ = fs::last_write_time(a_);
    fs::last_write_time(b_, time_);
    test_.update_all();
  }
  std::string text(const std::string& id) const { return stored_passages(test_.index()).at(id); }

  TestIndex test_;
  std::string a_, b_;
  fs::file_time_type time_;
};

TEST_F(SameSizeAndTime, AnEditInPlaceIsSeen) {
  testing::write_file(a_, report_with("A", {"Five ships left, 배는 5척."}));
  fs::last_write_time(a_, time_);
  EXPECT_EQ(test_.update().updated, 1U);
  EXPECT_EQ(text("a#2.1"), "Five ships left, 배는 5척.");
}

TEST_F(SameSizeAndTime, AFileRenamedOverAnotherIsSeen) {
  const std::string other = test_.in_index("") + "../other.txt";
  testing::write_file(other, report_with("A", {"Five ships left, 배는 5척."}));
  fs::last_write_time(other, time_);
  fs::rename(other, a_);
  EXPECT_EQ(test_.update().updated, 1U);
  EXPECT_EQ(text("a#2.1"), "Five ships left, 배는 5척.");
}

TEST_F(SameSizeAndTime, TwoFilesSwappedAreSeen) {
  fs::rename(a_, a_ + ".swap");
  fs::rename(b_, a_);
  fs::rename(a_ + ".swap", b_);
  EXPECT_EQ(test_.update().updated, 2U);
  EXPECT_EQ(text("a#2.1"), "Nine ships left, 배는 9척.");
  EXPECT_EQ(text("b#2.1"), "Four ships left, 배는 4척.");
}

TEST_F(SameSizeAndTime, ACopyOfTheSameBytesIsUnchanged) {
  fs::copy_file(a_, a_ + ".copy");
  fs::rename(a_ + ".copy", a_);
  fs::last_write_time(a_, time_);
  const UpdateSummary summary = test_.update();
  EXPECT_EQ(summary.unchanged, 2U);
  EXPECT_EQ(summary.touched, 1U);
  EXPECT_EQ(test_.update().touched, 0U);
}

TEST_F(SameSizeAndTime, VerifyingReadsEveryFile) {
  testing::write_file(a_, report_with("A", {"Five ships left, 배는 5척."}));
  take_for_indexed(test_, "a", a_);
  EXPECT_EQ(test_.update().unchanged, 2U);
  UpdateOptions verify = test_.options();
  verify.mode = UpdateOptions::Mode::kVerify;
  EXPECT_EQ(update_index(verify).updated, 1U);
  EXPECT_EQ(text("a#2.1"), "Five ships left, 배는 5척.");
  const UpdateSummary again = update_index(verify);
  EXPECT_EQ(again.unchanged, 2U);
  EXPECT_EQ(again.touched, 0U);
}

TEST_F(SameSizeAndTime, AStrictRebuildReadsEveryFileAhead) {
  const auto before = stored_passages(test_.index());
  testing::write_file(a_, kBinary);
  take_for_indexed(test_, "a", a_);
  UpdateOptions strict = test_.options();
  strict.mode = UpdateOptions::Mode::kRebuild;
  strict.all_or_nothing = true;
  const UpdateSummary withheld = update_index(strict);
  EXPECT_TRUE(withheld.withheld);
  EXPECT_THAT(withheld.problems, SizeIs(1));
  EXPECT_EQ(stored_passages(test_.index()), before);
  EXPECT_EQ(withheld.generation, 1U);
}

// ---- rebuilds -------------------------------------------------------------------------

class TwoFolders : public ::testing::Test {
 protected:
  TwoFolders() {
    for (const char* name : {"d/a.txt", "d/b.txt", "e/c.txt", "e/다.txt"}) {
      test_.write(name, report_with(name, {"A pact of " + std::string(name), "협정."}));
    }
    test_.update({test_.report_path("d")});
    test_.update({test_.report_path("e")});
    before_ = stored_passages(test_.index());
    options_ = careful(test_);
    options_.paths = {test_.report_path("d")};
    options_.mode = UpdateOptions::Mode::kRebuild;
  }
  TestIndex test_;
  std::map<std::string, std::string> before_;
  UpdateOptions options_;
};

TEST_F(TwoFolders, AreBothReadByARebuildThatNamesOneOrNone) {
  EXPECT_EQ(update_index(options_).total_reports, 4U);
  EXPECT_EQ(stored_passages(test_.index()), before_);
  options_.paths.clear();
  const UpdateSummary all = update_index(options_);
  EXPECT_EQ(all.unchanged, 4U);
  EXPECT_EQ(all.removed + all.added, 0U);
  EXPECT_EQ(stored_passages(test_.index()), before_);
  EXPECT_THAT(IndexDir(test_.index()).manifest()->roots,
              ElementsAre(test_.report_path("d"), test_.report_path("e")));
}

TEST_F(TwoFolders, AreBothLookedThroughWithoutAPath) {
  test_.change("d/a.txt", report_with("A", {"Changed."}));
  test_.change("e/다.txt", report_with("다", {"바뀌었다."}));
  options_.paths.clear();
  options_.mode = UpdateOptions::Mode::kUpdate;
  EXPECT_EQ(update_index(options_).updated, 2U);
}

TEST_F(TwoFolders, KeepReportsWhoseFilesOrFolderCannotBeRead) {
  test_.change("d/a.txt", kBinary);
  fs::rename(test_.report_path("e"), test_.report_path("unmounted"));
  for (int run = 0; run < 2; ++run) {
    const UpdateSummary summary = update_index(options_);
    EXPECT_EQ(summary.failed, 2U);
    EXPECT_EQ(summary.removed, 0U);
    EXPECT_EQ(summary.total_reports, 4U);
    EXPECT_EQ(stored_passages(test_.index()), before_);
    EXPECT_THAT(check_index(test_.index()), IsEmpty());
  }
  fs::rename(test_.report_path("unmounted"), test_.report_path("e"));
  EXPECT_EQ(update_index(options_).failed, 1U);
  EXPECT_EQ(stored_passages(test_.index()), before_);
}

TEST_F(TwoFolders, LeaveNoOldBuildBehind) {
  update_index(options_);
  const IndexDir dir(test_.index());
  const std::uint64_t build = dir.usable_manifest().build;
  EXPECT_TRUE(fs::exists(dir.database(build)));
  EXPECT_FALSE(fs::exists(dir.database(build - 1)));
}

TEST_F(TwoFolders, KeepTheirIdsThroughARebuild) {
  test_.write("d/c.txt", report_with("Another c", {"Another pact."}));
  test_.update();
  const auto ids = stored_ids(test_.index());
  update_index(options_);
  EXPECT_EQ(stored_ids(test_.index()), ids);
}

TEST_F(TwoFolders, AreNotEmptiedUnasked) {
  for (const auto mode : {UpdateOptions::Mode::kUpdate, UpdateOptions::Mode::kRebuild}) {
    options_.mode = mode;
    fs::rename(test_.report_path("d"), test_.report_path("away"));
    fs::create_directory(test_.report_path("d"));
    EXPECT_THAT(refusal(options_), HasSubstr("all 2 reports of the index below"));
    EXPECT_THAT(refusal(options_), HasSubstr("--allow-removals"));
    EXPECT_EQ(stored_passages(test_.index()), before_);
    fs::remove(test_.report_path("d"));
    fs::rename(test_.report_path("away"), test_.report_path("d"));
  }
}

TEST_F(TwoFolders, LoseAMissingFolderIfThatIsMeant) {
  fs::remove_all(test_.report_path("d"));
  options_.mode = UpdateOptions::Mode::kUpdate;
  EXPECT_EQ(update_index(options_).removed, 0U);
  options_.removals = UpdateOptions::Removals::kAny;
  const UpdateSummary gone = update_index(options_);
  EXPECT_EQ(gone.removed, 2U);
  EXPECT_EQ(gone.failed, 0U);
  EXPECT_THAT(IndexDir(test_.index()).manifest()->roots, ElementsAre(test_.report_path("e")));
}

TEST(RemovalGuard, CountsAThirdAndNotWhatMoved) {
  const TestIndex test;
  for (int i = 0; i < 9; ++i) {
    const std::string name = "r" + std::to_string(i);
    test.write(name + ".txt", report_with(name, {"Pact " + name + ", 협정."}));
  }
  test.update_all();
  for (int i = 0; i < 3; ++i) test.remove("r" + std::to_string(i) + ".txt");
  EXPECT_EQ(update_index(careful(test)).removed, 3U);
  fs::create_directory(test.report_path("moved"));
  for (int i = 3; i < 9; ++i) {
    const std::string name = "r" + std::to_string(i) + ".txt";
    fs::rename(test.report_path(name), test.report_path("moved/" + name));
  }
  EXPECT_EQ(update_index(careful(test)).moved, 6U);
  for (int i = 3; i < 6; ++i) test.remove("moved/r" + std::to_string(i) + ".txt");
  EXPECT_THAT(refusal(careful(test)), HasSubstr("3 of the 6 reports"));
}

TEST(MovedFiles, OfTheSameBytesAreCountedEach) {
  const TestIndex test;
  for (const char* name : {"a.txt", "b.txt", "다.txt"}) {
    test.write(name, report_with("Pact", {"A pact, 협정."}));
  }
  test.update_all();
  fs::rename(test.report_path("a.txt"), test.report_path("d.txt"));
  fs::rename(test.report_path("b.txt"), test.report_path("마.txt"));
  const UpdateSummary summary = update_index(careful(test));
  EXPECT_EQ(summary.moved, 2U);
  EXPECT_EQ(summary.updated, 2U);
  EXPECT_EQ(summary.added + summary.removed, 0U);
}

// ---- indexes of earlier formats -------------------------------------------------------

TEST(EarlierFormat, IsReadAndBecomesTheNewestWithTheNextUpdate) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"협정."}));
  test.update_all();
  const IndexDir dir(test.index());
  Manifest manifest = dir.usable_manifest();
  manifest.format_version = schema::kOldestFormatVersion;
  manifest.roots.clear();
  dir.write_manifest(manifest);
  EXPECT_EQ(dir.usable_manifest().format_version, schema::kOldestFormatVersion);
  EXPECT_EQ(test.update().unchanged, 1U);
  EXPECT_EQ(dir.usable_manifest().format_version, schema::kFormatVersion);
  EXPECT_THAT(dir.usable_manifest().roots, ElementsAre(test.folder()));
  manifest.build = dir.usable_manifest().build;
  dir.write_manifest(manifest);
  UpdateOptions rebuild = careful(test);
  rebuild.paths.clear();
  rebuild.mode = UpdateOptions::Mode::kRebuild;
  EXPECT_EQ(update_index(rebuild).unchanged, 1U);
}

// A file record of format 5 ends with the hash.
TEST(EarlierFormat, StampsWithoutInodeAreCompletedByReading) {
  const TestIndex test;
  const std::string path = test.write("a.txt", report_with("A", {"협정."}));
  test.update_all();
  const IndexDir dir(test.index());
  Xapian::WritableDatabase database(dir.database(dir.usable_manifest().build));
  const std::string key = schema::kMetaFile + std::string("a");
  const FileRecord stored = decode_file(database.get_metadata(key));
  RecordWriter old;
  old.text(path);
  old.number(stored.stamp.size);
  old.number(static_cast<std::uint64_t>(stored.stamp.mtime_ns));
  old.text(stored.sha256);
  database.set_metadata(key, seal_record(old.fields()));
  database.commit();
  EXPECT_EQ(decode_file(database.get_metadata(key)).stamp.inode, 0U);
  database.close();
  make_block_sums(dir.database(dir.usable_manifest().build));
  EXPECT_EQ(test.update().touched, 1U);
  EXPECT_EQ(test.update().touched, 0U);
}

TEST(FileRecordBytes, KeepTheWholeStamp) {
  const FileRecord now{{"/r/a.txt", 3, 1'700'000'000'000'000'000, 5, 6}, std::string(64, 'a')};
  EXPECT_EQ(decode_file(encode(now)).stamp, now.stamp);
}

TEST(ManifestRoots, AreBytesOfAnyName) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"협정."}));
  test.update_all();
  const IndexDir dir(test.index());
  Manifest manifest = dir.usable_manifest();
  manifest.roots = {"/srv/100 %25/\xFF\n", "/srv/보고서"};
  dir.write_manifest(manifest);
  EXPECT_EQ(dir.usable_manifest(), manifest);
}

}  // namespace
}  // namespace ibid
