// SPDX-License-Identifier: GPL-2.0-or-later
//
// A file that cannot be read is one problem in a list and affects nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "corpus/error.h"
#include "indexer/folder/index_info.h"
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

const std::string kBinary("PK\x03\x04\0\0\0\0\0binary\0bytes\0\0", 24);

TEST(UpdateProblems, NameTheFileThatIsNoText) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"A pact."}));
  test.write("보고서.txt", report_with("나", {"협정이다."}));
  const std::string bad = test.write("bad.txt", kBinary);
  const UpdateSummary summary = test.update();
  EXPECT_EQ(summary.added, 2U);
  EXPECT_EQ(summary.failed, 1U);
  ASSERT_THAT(summary.problems, SizeIs(1));
  EXPECT_EQ(summary.problems[0].path, bad);
  EXPECT_FALSE(summary.problems[0].message.empty());
  EXPECT_THAT(stored_ids(test.index()), ElementsAre("a", "보고서"));
}

TEST(UpdateProblems, WithholdAllWhereAllOrNothingIsWanted) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"A pact."}));
  const std::string bad = test.write("bad.txt", kBinary);
  const std::string worse = test.write("나쁜.txt", kBinary);
  UpdateOptions options = test.options();
  options.all_or_nothing = true;
  const UpdateSummary none = update_index(options);
  EXPECT_TRUE(none.withheld);
  EXPECT_EQ(none.added + none.generation, 0U);
  ASSERT_THAT(none.problems, SizeIs(2));
  EXPECT_EQ(none.problems[0].path, bad);
  EXPECT_EQ(none.problems[1].path, worse);
  EXPECT_FALSE(fs::exists(test.in_index("ibid.json")));

  test.change("bad.txt", report_with("B", {"Mended."}));
  test.remove("나쁜.txt");
  const UpdateSummary all = update_index(options);
  EXPECT_FALSE(all.withheld);
  EXPECT_EQ(all.added, 2U);
  const auto before = stored_passages(test.index());
  test.change("a.txt", kBinary);
  test.remove("bad.txt");
  test.write("c.txt", report_with("C", {"협정이다."}));
  for (const auto mode : {UpdateOptions::Mode::kUpdate, UpdateOptions::Mode::kRebuild}) {
    options.mode = mode;
    const UpdateSummary withheld = update_index(options);
    EXPECT_TRUE(withheld.withheld);
    EXPECT_THAT(withheld.problems, SizeIs(1));
    EXPECT_EQ(withheld.added + withheld.removed + withheld.updated, 0U);
    EXPECT_EQ(stored_passages(test.index()), before);
  }
  options.mode = UpdateOptions::Mode::kUpdate;
  const UpdateSummary stopped = update_index(options, [](const UpdateProgress& progress) {
    return progress.phase != UpdateProgress::Phase::kChecking;
  });
  EXPECT_TRUE(stopped.interrupted && stopped.withheld);
  EXPECT_EQ(stored_passages(test.index()), before);
}

TEST(UpdateProblems, KeepTheOldPassagesOfAFileTurnedBinary) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"A pact, 협정."}));
  test.update_all();
  const auto before = stored_passages(test.index());
  test.change("a.txt", kBinary);
  for (int run = 0; run < 2; ++run) {
    const UpdateSummary summary = test.update();
    EXPECT_THAT(summary.problems, SizeIs(1)) << "run " << run;
    EXPECT_EQ(summary.removed + summary.updated, 0U);
    EXPECT_EQ(stored_passages(test.index()), before);
  }
  EXPECT_THAT(check_index(test.index()), IsEmpty());
  test.change("a.txt", report_with("A", {"Better again."}));
  EXPECT_EQ(test.update().updated, 1U);
}

TEST(UpdateProblems, KeepTheOldPassagesOfAFileThatMayNotBeRead) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read every file";
  const TestIndex test;
  test.write("a.txt", report_with("A", {"A pact."}));
  test.write("shut/b.txt", report_with("B", {"협정."}));
  test.update_all();
  const auto before = stored_passages(test.index());
  testing::touch_file(test.report_path("a.txt"));
  fs::permissions(test.report_path("a.txt"), fs::perms::none);
  fs::permissions(test.report_path("shut"), fs::perms::none);
  const UpdateSummary summary = test.update();
  EXPECT_THAT(summary.problems, SizeIs(2));
  EXPECT_EQ(summary.removed, 0U);
  EXPECT_EQ(stored_passages(test.index()), before);
  fs::permissions(test.report_path("shut"), fs::perms::owner_all);
}

TEST(UpdateProblems, MakeNoIndexOfAMissingPathAlone) {
  const TestIndex test;
  const UpdateSummary summary = test.update({test.report_path("nowhere")});
  ASSERT_THAT(summary.problems, SizeIs(1));
  EXPECT_EQ(summary.problems[0].path, test.report_path("nowhere"));
  EXPECT_EQ(summary.total_reports, 0U);
  EXPECT_FALSE(fs::exists(test.in_index("ibid.json")));
}

TEST(UpdateProblems, NameAMissingPathBesideOthers) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"A pact."}));
  const UpdateSummary summary = test.update({test.folder(), test.report_path("없는-폴더")});
  EXPECT_EQ(summary.added, 1U);
  ASSERT_THAT(summary.problems, SizeIs(1));
  EXPECT_EQ(summary.problems[0].path, test.report_path("없는-폴더"));
}

TEST(UpdateProblems, AreNoneForAnEmptyFolder) {
  const TestIndex test;
  const UpdateSummary summary = test.update();
  EXPECT_THAT(summary.problems, IsEmpty());
  EXPECT_EQ(summary.total_reports, 0U);
  EXPECT_EQ(summary.total_passages, 0U);
  EXPECT_THAT(check_index(test.index()), IsEmpty());
  test.write("a.txt", report_with("A", {"A pact."}));
  EXPECT_EQ(test.update().added, 1U);
}

TEST(UpdateProblems, NoteAFileWithoutPassages) {
  const TestIndex test;
  const std::string path = test.write("empty.txt", "");
  const UpdateSummary summary = test.update();
  EXPECT_THAT(summary.problems, IsEmpty());
  ASSERT_THAT(summary.notes, SizeIs(1));
  EXPECT_EQ(summary.notes[0].path, path);
  EXPECT_EQ(summary.total_reports, 1U);
  EXPECT_EQ(test.update().unchanged, 1U);
  EXPECT_THAT(check_index(test.index()), IsEmpty());
}

TEST(UpdateProblems, NameDocumentsThatAreNotRead) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"A pact."}));
  test.write("slides.pptx", "slides");
  test.write("조약.rtf", kBinary);
  const UpdateSummary summary = test.update();
  EXPECT_EQ(summary.unread, 2U);
  EXPECT_EQ(summary.failed, 2U);
  EXPECT_THAT(summary.problems, SizeIs(2));
  EXPECT_EQ(summary.total_reports, 1U);
  EXPECT_EQ(test.rebuild().total_reports, 1U);
}

TEST(UpdateProblems, CountFilesPassedOverForTheirExtension) {
  const TestIndex test;
  test.write("a.txt", report_with("A", {"A pact."}));
  test.write("picture.png", kBinary);
  test.write(".hidden.txt", "hidden");
  EXPECT_EQ(test.update().skipped, 2U);
}

}  // namespace
}  // namespace ibid
