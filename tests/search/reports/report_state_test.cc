// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a state says of a file, and that the next update does what it says.
#include "search/reports/report_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>

#include "search/open/open_index.h"
#include "search/reports/report_lister.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::Pair;
using testing::report_with;
using testing::TestIndex;

std::map<std::string, std::string> states(const TestIndex& index) {
  OpenIndex opened(index.index());
  std::map<std::string, std::string> out;
  for (const ReportLine& line : ReportLister(opened).list("", {})) {
    out[line.report.id] = to_string(line.state);
  }
  return out;
}

TEST(ReportState, SaysWhatTheNextUpdateDoes) {
  const TestIndex index;
  for (const char* name : {"a.txt", "b.txt", "다.txt"}) {
    index.write(name, report_with(name, {"A pact.", "항구 조약이다."}));
  }
  index.update_all();
  EXPECT_THAT(states(index),
              ElementsAre(Pair("a", "fresh"), Pair("b", "fresh"), Pair("다", "fresh")));
  index.change("a.txt", report_with("a", {"Another pact."}));
  index.remove("다.txt");
  EXPECT_THAT(states(index),
              ElementsAre(Pair("a", "changed"), Pair("b", "fresh"), Pair("다", "gone")));
  const UpdateSummary summary = index.update();
  EXPECT_EQ(summary.updated, 1U);
  EXPECT_EQ(summary.removed, 1U);
  EXPECT_EQ(summary.unchanged, 1U);
}

TEST(ReportState, IsKeptWhileTheFolderIsMissing) {
  const TestIndex index;
  index.write("a.txt", report_with("a", {"A pact."}));
  index.update_all();
  const std::string away = index.folder() + "-away";
  fs::rename(index.folder(), away);
  EXPECT_THAT(states(index), ElementsAre(Pair("a", "kept")));
  UpdateOptions few = index.options();
  few.removals = UpdateOptions::Removals::kFew;
  EXPECT_EQ(update_index(few).total_reports, 1U);
  fs::rename(away, index.folder());
  EXPECT_THAT(states(index), ElementsAre(Pair("a", "fresh")));
}

// A named file that is deleted: an update without paths cannot tell that from a missing disk.
TEST(ReportState, IsKeptForANamedFileThatIsGone) {
  const TestIndex index;
  const std::string path = index.write("a.txt", report_with("a", {"A pact."}));
  index.write("b.txt", report_with("b", {"조약이다."}));
  index.update({path, index.report_path("b.txt")});
  index.remove("a.txt");
  EXPECT_THAT(states(index), ElementsAre(Pair("a", "kept"), Pair("b", "fresh")));
  UpdateOptions few = index.options();
  few.paths.clear();
  few.removals = UpdateOptions::Removals::kFew;
  EXPECT_EQ(update_index(few).total_reports, 2U);
}

}  // namespace
}  // namespace ibid
