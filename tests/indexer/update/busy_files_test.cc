// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files that are being written wait for a later run, and removals that nobody may have meant do
// not keep new files out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/support/sample_reports.h"
#include "tests/support/stored_passages.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::report_with;
using testing::stored_ids;
using testing::stored_passages;
using testing::TestIndex;

class BusyFiles : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"pact", "trade", "협정", "ports"}) {
      test_.write(std::string(name) + ".txt", report_with(name, {std::string(name) + " 이행."}));
    }
    test_.update_all();
  }

  // Brings the index in line with all files but those of `busy`.
  UpdateSummary update_without(const std::set<std::string>& busy) {
    UpdateOptions options = test_.options();
    options.removals = UpdateOptions::Removals::kFewOrNone;
    options.is_ready = [&](const FileStamp& stamp) {
      asked_.insert(stamp.path);
      return !busy.contains(stamp.path);
    };
    return update_index(options);
  }

  TestIndex test_;
  std::set<std::string> asked_;
};

TEST_F(BusyFiles, AreNotAddedUntilTheyAreReady) {
  const std::string path = test_.write("새글.txt", report_with("새 글", {"A new text. 새 글."}));
  const UpdateSummary waits = update_without({path});
  EXPECT_EQ(waits.busy, 1U);
  EXPECT_EQ(waits.added + waits.removed + waits.failed, 0U);
  EXPECT_THAT(stored_ids(test_.index()), ElementsAre("pact", "ports", "trade", "협정"));
  const UpdateSummary done = update_without({});
  EXPECT_EQ(done.busy, 0U);
  EXPECT_EQ(done.added, 1U);
}

TEST_F(BusyFiles, KeepTheirReportAsItWas) {
  const auto before = stored_passages(test_.index());
  test_.change("협정.txt", report_with("협정", {"협정이 바뀌었다. It changed."}));
  const UpdateSummary waits = update_without({test_.report_path("협정.txt")});
  EXPECT_EQ(waits.busy, 1U);
  EXPECT_EQ(stored_passages(test_.index()), before);
  EXPECT_EQ(update_without({}).updated, 1U);
  EXPECT_NE(stored_passages(test_.index()), before);
}

TEST_F(BusyFiles, AreOnlyAskedForIfTheyAreNewOrChanged) {
  test_.change("pact.txt", report_with("pact", {"Another text."}));
  const std::string path = test_.write("deep/new.txt", report_with("New", {"New."}));
  update_without({});
  EXPECT_THAT(asked_, ElementsAre(path, test_.report_path("pact.txt")));
}

TEST_F(BusyFiles, AreCountedThoughAllFilesAreBusy) {
  TestIndex empty;
  const std::string path = empty.write("first.txt", report_with("First", {"First."}));
  UpdateOptions options = empty.options();
  options.is_ready = [](const FileStamp&) { return false; };
  const UpdateSummary summary = update_index(options);
  EXPECT_EQ(summary.busy, 1U);
  EXPECT_EQ(summary.total_reports, 0U);
}

TEST_F(BusyFiles, ComeInThoughManyRemovalsAreHeldBack) {
  test_.remove("pact.txt");
  test_.remove("trade.txt");
  // Its id would be free if that of the missing file were.
  test_.write("deep/pact.txt", report_with("Other", {"Another pact altogether."}));
  const UpdateSummary summary = update_without({});
  EXPECT_THAT(summary.held_back, HasSubstr("2 of the 4 reports of the index: pact, trade"));
  EXPECT_EQ(summary.removed, 0U);
  EXPECT_EQ(summary.added, 1U);
  EXPECT_THAT(stored_ids(test_.index()),
              ElementsAre("deep-pact", "pact", "ports", "trade", "협정"));
}

TEST_F(BusyFiles, AreNotHeldBackWhereFewAreRemoved) {
  test_.remove("trade.txt");
  const UpdateSummary summary = update_without({});
  EXPECT_THAT(summary.held_back, IsEmpty());
  EXPECT_EQ(summary.removed, 1U);
}

}  // namespace
}  // namespace ibid
