// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is said of reports by hand is in the index after each run, and only reports that it changes
// are read again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <string>

#include "corpus/error.h"
#include "indexer/folder/index_dir.h"
#include "indexer/records/stored_reports.h"
#include "indexer/update/update.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::report_with;
using ::testing::SizeIs;
using testing::TestIndex;

class GivenByHand : public ::testing::Test {
 protected:
  void SetUp() override {
    index_.write("port.txt", report_with("Port", {"A harbour pact."}));
    index_.write("조약.txt", report_with("조약", {"항구 조약이다."}));
    index_.update_all();
  }

  void say(std::string_view text) const { index_.write("ibid.toml", text); }

  Report report(const std::string& id) const {
    const IndexDir dir(index_.index());
    const Xapian::Database database(dir.database(dir.usable_manifest().build));
    return stored_report(database, id).value().report;
  }

  TestIndex index_;
};

constexpr char kOfPort[] = "[[report]]\nmatch = 'port'\ntitle = '항만'\ntags = ['sea', '바다']\n";

TEST_F(GivenByHand, ChangesOnlyTheReportsThatItNames) {
  say(kOfPort);
  const UpdateSummary first = index_.update();
  EXPECT_EQ(first.updated, 1);
  EXPECT_EQ(first.unchanged, 1);
  EXPECT_EQ(report("port").title, "항만");
  EXPECT_THAT(report("port").tags, ElementsAre("sea", "바다"));
  EXPECT_EQ(report("port").date, "2024-06-27");
  EXPECT_EQ(report("조약").title, "조약");

  EXPECT_EQ(index_.update().updated, 0);
  index_.change("port.txt", report_with("Port 2", {"Another pact."}));
  EXPECT_EQ(index_.update().updated, 1);
  EXPECT_EQ(report("port").title, "항만");

  say("[[report]]\nmatch = 'port'\ntags = ['sea']\n");
  EXPECT_EQ(index_.update().updated, 1);
  EXPECT_EQ(report("port").title, "Port 2");
  EXPECT_THAT(report("port").tags, ElementsAre("sea"));

  index_.remove("ibid.toml");
  EXPECT_EQ(index_.update().updated, 1);
  EXPECT_THAT(report("port").tags, IsEmpty());
  EXPECT_THAT(report("port").origins, IsEmpty());
}

TEST_F(GivenByHand, OutlastsRebuildsAndTellsItsOrigin) {
  say(kOfPort);
  index_.update();
  EXPECT_EQ(index_.rebuild().problems.size(), 0);
  EXPECT_EQ(report("port").title, "항만");
  ASSERT_THAT(report("port").origins, SizeIs(2));
  EXPECT_EQ(report("port").origins.back().rule, "given by hand in ibid.toml");
  EXPECT_EQ(index_.update().unchanged, 2);
}

TEST_F(GivenByHand, AFileThatCannotBeReadLeavesItsReportsAsTheyAre) {
  say(kOfPort);
  index_.update();
  say("[[report]]\nmatch = 'port'\ntitel = 'x'\n");
  index_.change("port.txt", report_with("Port 3", {"A third pact."}));
  index_.write("new.txt", report_with("New", {"Not indexed yet."}));
  const UpdateSummary summary = index_.update();
  EXPECT_EQ(summary.updated + summary.removed + summary.added, 0);
  ASSERT_THAT(summary.problems, SizeIs(1));
  EXPECT_THAT(summary.problems.front().message, HasSubstr("line 3: titel is not known"));
  EXPECT_EQ(report("port").title, "항만");
  EXPECT_EQ(index_.rebuild().total_reports, 2);
  EXPECT_EQ(report("port").title, "항만");

  say(kOfPort);
  const UpdateSummary mended = index_.update();
  EXPECT_EQ(mended.updated, 1);
  EXPECT_EQ(mended.added, 1);
}

TEST_F(GivenByHand, AFirstBuildWithoutAnyReportMakesNoIndex) {
  const TestIndex other;
  other.write("a.txt", report_with("A", {"Text."}));
  other.write("ibid.toml", "[[report]]\n");
  EXPECT_THAT(other.update().problems, SizeIs(1));
  EXPECT_FALSE(IndexDir(other.index()).manifest());
}

TEST_F(GivenByHand, ANamedFileIsUsedUntilThereIsAnother) {
  const testing::TempDir elsewhere;
  const std::string file = testing::write_file(
      elsewhere.at("said.toml"), "[[report]]\nmatch = '조*'\ntitle = 'Treaty'\ndate = '2024-07'\n");
  say("[[report]]\nmatch = '*'\ntitle = 'by the folder'\n");
  UpdateOptions options = index_.options();
  options.metadata = file;
  EXPECT_EQ(update_index(options).updated, 2);
  EXPECT_EQ(report("조약").title, "Treaty");
  EXPECT_EQ(report("조약").date, "2024-07");
  EXPECT_EQ(report("port").title, "by the folder");
  EXPECT_EQ(index_.update().unchanged, 2);
  EXPECT_EQ(index_.rebuild().total_reports, 2);
  EXPECT_EQ(report("조약").title, "Treaty");

  testing::write_file(file, "[[report]]\n");
  EXPECT_THROW(index_.update(), Error);
  EXPECT_EQ(report("조약").title, "Treaty");

  options.metadata = "";
  EXPECT_EQ(update_index(options).updated, 1);
  EXPECT_EQ(report("조약").title, "by the folder");
  EXPECT_EQ(index_.update().unchanged, 2);
}

TEST_F(GivenByHand, AFolderOfThatNameIsAFolder) {
  testing::write_file(index_.report_path("ibid.toml/inner.txt"), report_with("안", {"Inside."}));
  const UpdateSummary summary = index_.update();
  EXPECT_EQ(summary.added, 1);
  EXPECT_THAT(summary.problems, IsEmpty());
  EXPECT_EQ(report("inner").title, "안");
}

TEST_F(GivenByHand, GivesALanguageToTheReport) {
  say("[[report]]\nmatch = 'port'\nlanguage = 'ko'\n");
  index_.update();
  EXPECT_EQ(report("port").language, "ko");
  EXPECT_EQ(report("조약").language, "ko");
}

TEST_F(GivenByHand, TellsEntriesOfNoReport) {
  say("[[report]]\nmatch = 'sport'\ntitle = 'x'\n");
  const UpdateSummary summary = index_.update();
  ASSERT_THAT(summary.unused, SizeIs(1));
  EXPECT_EQ(summary.unused.front().message, "line 1: no report is named sport");
}

}  // namespace
}  // namespace ibid
