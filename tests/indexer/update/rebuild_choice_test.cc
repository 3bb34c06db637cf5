// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/plan/rebuild_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/folder/index_info.h"
#include "tests/support/stored_passages.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::report_with;
using ::testing::SizeIs;
using testing::stored_passages;
using testing::TestIndex;

struct ChoiceCase {
  const char* about;
  std::uint64_t to_read, vanished, unchanged;  // bytes of one file each
  std::uint64_t elsewhere, deleted;            // reports; of 100 passages
  bool rebuild;
};

TEST(RebuildChoice, ComparesTheWorkOfEach) {
  const ChoiceCase cases[] = {
      {"nothing", 0, 0, 5000, 0, 0, false},
      {"too little for a build", 999, 0, 0, 0, 0, false},
      {"one part in ten", 1000, 0, 9000, 0, 0, true},
      {"one part in twenty", 1000, 0, 19000, 0, 0, false},
      {"removals are work, too", 0, 1000, 9000, 0, 0, true},
      {"not with reports from elsewhere", 1000, 0, 9000, 1, 0, false},
      {"a quarter deleted", 1000, 0, 99000, 0, 26, true},
      {"less than that", 1000, 0, 99000, 0, 24, false},
  };
  for (const ChoiceCase& c : cases) {
    UpdatePlan plan;
    std::map<std::string, FileRecord> files;
    if (c.to_read != 0) plan.to_read.push_back({{"/r/a.txt", c.to_read, 1}, "a", nullptr});
    if (c.unchanged != 0) plan.unchanged.push_back({{"/r/b.txt", c.unchanged, 1}, "b", nullptr});
    if (c.vanished != 0) {
      plan.vanished.push_back("c");
      files["c"].stamp.size = c.vanished;
    }
    if (c.elsewhere != 0) plan.kept.push_back({{"/s/d.txt", 1, 1}, "d", nullptr});
    EXPECT_EQ(is_better_rebuilt(plan, {files, 100 - c.deleted, c.deleted}, 1000), c.rebuild)
        << c.about;
  }
}

class UpdateByRebuild : public ::testing::Test {
 protected:
  UpdateByRebuild() {
    write("a", "국방 협정");
    write("b", "S-400 for India");
    write("c", "a pact");
    test_.write("sub/a.txt", report_with("A", {"Another a."}));
    test_.update_all();
    options_.rebuild_from = 1;
  }

  void write(const std::string& name, const std::string& text) const {
    test_.write(name + ".txt", report_with(name, {text}));
  }

  TestIndex test_;
  UpdateOptions options_ = test_.options();
};

TEST_F(UpdateByRebuild, DoesAndReportsWhatAnUpdateInPlaceDoes) {
  const TestIndex& test = test_;
  test.change("a.txt", report_with("a", {"국방 협정문"}));
  test.remove("b.txt");
  write("d", "새 글");
  testing::touch_file(test.report_path("c.txt"));
  const UpdateSummary summary = update_index(options_);
  EXPECT_TRUE(summary.rebuilt);
  EXPECT_EQ(summary.updated, 1U);
  EXPECT_EQ(summary.removed, 1U);
  EXPECT_EQ(summary.added, 1U);
  EXPECT_EQ(summary.unchanged, 2U);
  EXPECT_EQ(summary.touched, 1U);
  EXPECT_EQ(summary.generation, 2U);
  EXPECT_EQ(summary.total_reports, 4U);
  const auto passages = stored_passages(test.index());
  EXPECT_EQ(passages.at("a#2.1"), "국방 협정문");
  EXPECT_EQ(passages.at("sub-a#2.1"), "Another a.");  // the ids stay with their files
  EXPECT_EQ(passages.size(), 4U);
  EXPECT_THAT(check_index(test.index()), IsEmpty());
  EXPECT_EQ(update_index(options_).unchanged, 4U);
}

TEST_F(UpdateByRebuild, KeepsAReportWhoseFileCannotBeRead) {
  test_.change("a.txt", std::string(100, '\0') + "no longer text");
  test_.change("c.txt", report_with("c", {"a pact, changed"}));
  const UpdateSummary summary = update_index(options_);
  EXPECT_TRUE(summary.rebuilt);
  EXPECT_EQ(summary.failed, 1U);
  EXPECT_EQ(summary.updated, 1U);
  EXPECT_EQ(stored_passages(test_.index()).at("a#2.1"), "국방 협정");
  EXPECT_EQ(stored_passages(test_.index()).at("c#2.1"), "a pact, changed");
  EXPECT_THAT(check_index(test_.index()), IsEmpty());
}

TEST_F(UpdateByRebuild, SaysWhyItIsMadeInPlaceIfABuildFails) {
  test_.change("a.txt", report_with("a", {"국방 협정문"}));
  testing::write_file(test_.in_index("passages.2.compact.unfinished"), "in the way");
  const UpdateSummary summary = update_index(options_);
  EXPECT_FALSE(summary.rebuilt);
  EXPECT_EQ(summary.updated, 1U);
  EXPECT_EQ(summary.unchanged, 3U);
  EXPECT_THAT(summary.problems, IsEmpty());
  ASSERT_THAT(summary.notes, SizeIs(1));
  EXPECT_EQ(summary.notes[0].path, test_.index());
  EXPECT_THAT(summary.notes[0].message, HasSubstr("passages.2.compact.unfinished"));
  EXPECT_THAT(summary.notes[0].message, EndsWith("; the index is updated in place instead"));
  EXPECT_EQ(stored_passages(test_.index()).at("a#2.1"), "국방 협정문");
  EXPECT_THAT(check_index(test_.index()), IsEmpty());
}

TEST_F(UpdateByRebuild, LeavesTheIndexAsItWasIfItIsStopped) {
  test_.change("a.txt", report_with("a", {"국방 협정문"}));
  const auto before = testing::list_files(test_.index());
  const UpdateSummary summary = update_index(options_, [](const UpdateProgress& progress) {
    return progress.phase == UpdateProgress::Phase::kDiscovering;
  });
  EXPECT_TRUE(summary.interrupted);
  EXPECT_TRUE(summary.rebuilt);
  EXPECT_EQ(summary.generation, 1U);
  EXPECT_EQ(testing::list_files(test_.index()), before);
}

}  // namespace
}  // namespace ibid
