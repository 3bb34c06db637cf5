// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reports that were taken out of an index stay out of it until they are restored.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/error.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/index_info.h"
#include "indexer/update/update.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::report_with;
using testing::TestIndex;

class RemovedReports : public ::testing::Test {
 protected:
  void SetUp() override {
    index_.write("port.txt", report_with("Port", {"A harbour pact."}));
    index_.write("조약.txt", report_with("조약", {"항구 조약이다."}));
    index_.write("Busan 항.md", report_with("Busan 항", {"The 북항 terminal is open."}));
    index_.update_all();
  }

  UpdateSummary remove(const std::vector<std::string>& names) {
    UpdateOptions options = index_.options();
    options.paths.clear();
    for (const std::string& name : names) options.remove.push_back(index_.report_path(name));
    return update_index(options);
  }

  UpdateSummary restore(const std::string& name) {
    UpdateOptions options = index_.options();
    options.paths = options.restore = {index_.report_path(name)};
    return update_index(options);
  }

  std::vector<std::string> removed() {
    std::vector<std::string> names;
    for (const std::string& path : IndexDir(index_.index()).usable_manifest().removed) {
      names.push_back(path.substr(index_.folder().size() + 1));
    }
    return names;
  }

  TestIndex index_;
};

TEST_F(RemovedReports, StayOutOfEveryLaterRun) {
  const UpdateSummary summary = remove({"조약.txt", "Busan 항.md"});
  EXPECT_EQ(summary.removed, 2U);
  EXPECT_EQ(summary.total_reports, 1U);
  EXPECT_THAT(removed(), ElementsAre("Busan 항.md", "조약.txt"));
  EXPECT_THAT(check_index(index_.index()), IsEmpty());

  index_.change("조약.txt", report_with("조약", {"새 조약이다."}));
  const UpdateSummary again = index_.update();
  EXPECT_EQ(again.total_reports, 1U);
  EXPECT_EQ(again.kept_out, 2U);
  EXPECT_EQ(again.removed, 0U);
  UpdateOptions verify = index_.options();
  verify.mode = UpdateOptions::Mode::kVerify;
  EXPECT_EQ(update_index(verify).total_reports, 1U);
  EXPECT_EQ(index_.rebuild().total_reports, 1U);
  EXPECT_EQ(index_.update({index_.report_path("조약.txt")}).total_reports, 1U);
  EXPECT_THAT(removed(), ElementsAre("Busan 항.md", "조약.txt"));
  EXPECT_THAT(check_index(index_.index()), IsEmpty());
}

TEST_F(RemovedReports, ComeBackWhenRestored) {
  remove({"조약.txt", "port.txt"});
  index_.change("조약.txt", report_with("조약", {"새 조약이다.", "두 문단이다."}));
  const UpdateSummary summary = restore("조약.txt");
  EXPECT_EQ(summary.added, 1U);
  EXPECT_EQ(summary.total_reports, 2U);
  EXPECT_EQ(summary.total_passages, 3U);
  EXPECT_THAT(removed(), ElementsAre("port.txt"));
  EXPECT_EQ(index_.update().total_reports, 2U);
  EXPECT_EQ(IndexDir(index_.index()).usable_manifest().roots,
            std::vector<std::string>{index_.folder()});
}

// More than a third of an index may go if it was named.
TEST_F(RemovedReports, MayBeAll) {
  EXPECT_EQ(remove({"port.txt", "조약.txt", "Busan 항.md"}).total_reports, 0U);
  UpdateOptions few = index_.options();
  few.removals = UpdateOptions::Removals::kFew;
  EXPECT_EQ(update_index(few).total_reports, 0U);
  EXPECT_EQ(restore("port.txt").total_reports, 1U);
}

// The names are written first, so that no later run brings a report back.
TEST_F(RemovedReports, GoWithTheNextRunIfTheirsWasKilled) {
  const IndexDir dir(index_.index());
  Manifest manifest = dir.usable_manifest();
  manifest.removed = {index_.report_path("port.txt"), index_.report_path("조약.txt")};
  std::sort(manifest.removed.begin(), manifest.removed.end());
  dir.write_manifest(manifest);
  UpdateOptions few = index_.options();
  few.removals = UpdateOptions::Removals::kFew;
  const UpdateSummary summary = update_index(few);
  EXPECT_EQ(summary.removed, 2U);
  EXPECT_EQ(summary.total_reports, 1U);
}

TEST_F(RemovedReports, AreInTheManifestOnlyIfThereAreAny) {
  const std::string file = index_.in_index("ibid.json");
  EXPECT_THAT(testing::read_bytes(file), Not(HasSubstr("removed")));
  remove({"port.txt"});
  EXPECT_THAT(testing::read_bytes(file), HasSubstr("\"removed\""));
  restore("port.txt");
  EXPECT_THAT(testing::read_bytes(file), Not(HasSubstr("removed")));
}

TEST_F(RemovedReports, AreKeptOutByTheirPath) {
  remove({"port.txt"});
  index_.write("port copy.txt", report_with("Port", {"A harbour pact."}));
  EXPECT_EQ(index_.update().total_reports, 3U);
}

TEST(RemoveReports, NeedsAnIndex) {
  const TestIndex index;
  UpdateOptions options = index.options();
  options.paths.clear();
  options.remove = {index.report_path("port.txt")};
  EXPECT_THROW(update_index(options), Error);
}

}  // namespace
}  // namespace ibid
