// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/commands/index_summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ibid {
namespace {

UpdateSummary of_fifteen() {
  UpdateSummary summary;
  summary.total_reports = 15;
  summary.total_passages = 412;
  summary.generation = 4;
  return summary;
}

TEST(IndexSummary, CountsWhatChanged) {
  UpdateSummary summary = of_fifteen();
  summary.added = 3;
  summary.updated = 1;
  summary.unchanged = 11;
  EXPECT_EQ(summary_text(summary),
            "3 reports added, 1 updated, 0 removed, 11 unchanged: 15 reports, 412 passages "
            "(generation 4)\n");
  summary.added = 1;
  summary.moved = 1;
  summary.touched = 2;
  summary.skipped = 2;
  EXPECT_EQ(summary_text(summary),
            "1 report added, 1 updated (1 moved), 0 removed, 11 unchanged (2 touched): 15 reports, "
            "412 passages (generation 4)\n"
            "skipped: 2 files, hidden or of another extension\n");
  summary.unread = 3;
  EXPECT_THAT(summary_text(summary),
              ::testing::EndsWith("\nnot read: 3 files of other formats, named below\n"));
}

TEST(IndexSummary, SaysWhenThereIsNothingToDo) {
  UpdateSummary summary = of_fifteen();
  summary.unchanged = 15;
  EXPECT_EQ(summary_text(summary),
            "nothing to do, 15 unchanged: 15 reports, 412 passages (generation 4)\n");
  EXPECT_EQ(summary_text({}), "nothing to index: no report found, and none in the index\n");
}

TEST(IndexSummary, NamesProblemsOnOneLineEach) {
  EXPECT_EQ(problems_text("failed", {}, ""), "");
  EXPECT_EQ(problems_text("failed", {{"/srv/a.txt", "no text"}, {"/b\n.txt", "무\x1b"}}, "/srv"),
            "failed:\n  a.txt: no text\n  /b\\n.txt: 무\\u{1B}\n");
}

TEST(IndexSummary, SaysWhatAnInterruptedRunKept) {
  UpdateSummary rebuilt = of_fifteen();
  rebuilt.rebuilt = true;
  EXPECT_EQ(interrupted_text({}), "interrupted: nothing was kept, there is no index yet");
  EXPECT_EQ(interrupted_text(rebuilt),
            "interrupted: the index stays as it was, 15 reports, 412 passages (generation 4)");
  EXPECT_EQ(interrupted_text(of_fifteen()),
            "interrupted: finished work is kept, 15 reports, 412 passages (generation 4); run it "
            "again to continue");
}

}  // namespace
}  // namespace ibid
