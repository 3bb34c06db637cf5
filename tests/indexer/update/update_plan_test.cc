// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/plan/update_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Known = std::map<std::string, FileRecord>;

struct PlanCase {
  const char* about;
  std::vector<std::string> roots;
  std::vector<FileStamp> files;
  Known known;
  std::vector<std::string> read;  // "id path"
  std::vector<std::string> vanished;
  std::uint64_t unchanged;
};

FileRecord record(const std::string& path, std::uint64_t size = 1, std::int64_t time = 1) {
  return {{path, size, time}, "hash"};
}

std::vector<std::string> to_read(const UpdatePlan& plan) {
  std::vector<std::string> list;
  for (const PlannedFile& file : plan.to_read)
    list.push_back(file.report_id + " " + file.stamp.path);
  return list;
}

TEST(UpdatePlan, ReadsWhatIsNewOrChangedAndDropsWhatIsGone) {
  const PlanCase cases[] = {
      {"nothing there", {"/r"}, {}, {}, {}, {}, 0},
      {"new", {"/r"}, {{"/r/a.txt", 1, 1}}, {}, {"a /r/a.txt"}, {}, 0},
      {"new, Korean name",
       {"/r"},
       {{"/r/북러 조약.txt", 1, 1}},
       {},
       {"북러-조약 /r/북러 조약.txt"},
       {},
       0},
      {"unchanged", {"/r"}, {{"/r/a.txt", 1, 1}}, {{"a", record("/r/a.txt")}}, {}, {}, 1},
      {"other size",
       {"/r"},
       {{"/r/a.txt", 2, 1}},
       {{"a", record("/r/a.txt")}},
       {"a /r/a.txt"},
       {},
       0},
      {"other time",
       {"/r"},
       {{"/r/a.txt", 1, 2}},
       {{"a", record("/r/a.txt")}},
       {"a /r/a.txt"},
       {},
       0},
      {"earlier time",
       {"/r"},
       {{"/r/a.txt", 1, 0}},
       {{"a", record("/r/a.txt")}},
       {"a /r/a.txt"},
       {},
       0},
      {"gone", {"/r"}, {}, {{"a", record("/r/a.txt")}}, {}, {"a"}, 0},
      {"gone, named itself", {"/r/a.txt"}, {}, {{"a", record("/r/a.txt")}}, {}, {"a"}, 0},
      {"of another root", {"/s"}, {}, {{"a", record("/r/a.txt")}}, {}, {}, 0},
      {"of a folder whose name goes on", {"/r"}, {}, {{"a", record("/reports/a.txt")}}, {}, {}, 0},
      {"below the root folder", {"/"}, {}, {{"a", record("/r/a.txt")}}, {}, {"a"}, 0},
      {"id that is not the file's name",
       {"/r"},
       {{"/r/a.txt", 9, 9}},
       {{"r-a", record("/r/a.txt")}},
       {"r-a /r/a.txt"},
       {},
       0},
      {"moved takes the id that is free now",
       {"/r"},
       {{"/r/s/a.txt", 1, 1}},
       {{"a", record("/r/a.txt")}},
       {"a /r/s/a.txt"},
       {"a"},
       0},
  };
  for (const PlanCase& c : cases) {
    Discovery found;
    found.roots = c.roots;
    found.files = c.files;
    const UpdatePlan plan = plan_update(found, c.known);
    EXPECT_EQ(to_read(plan), c.read) << c.about;
    EXPECT_EQ(plan.vanished, c.vanished) << c.about;
    EXPECT_EQ(plan.unchanged.size(), c.unchanged) << c.about;
  }
}

TEST(UpdatePlan, ReadsAFeedAgainWhoseFieldsAreOthersNow) {
  const testing::TempDir dir;
  const std::string path = testing::write_file(dir.at("a.jsonl"), "{}");
  Discovery found;
  found.roots = {dir.path()};
  found.files = {{path, 1, 1}};
  Known known = {{"a", {{path, 1, 1}, "hash"}}};
  const auto plan_with = [&](const char* toml) {
    testing::write_file(dir.at("ibid.toml"), toml);
    GivenBook book(found.roots, "");
    return plan_update(found, known, KnownFiles::kByStamp, &book);
  };
  EXPECT_THAT(to_read(plan_with("")), IsEmpty());
  UpdatePlan plan = plan_with("[[feed]]\nmatch = '*.jsonl'\ntext = 'body'\n");
  EXPECT_THAT(to_read(plan), ElementsAre("a " + path));
  EXPECT_EQ(plan.to_read.front().mapping.text, "body");
  known.at("a").stamp.given = plan.to_read.front().stamp.given;
  EXPECT_THAT(to_read(plan_with("[[feed]]\nmatch = 'a'\ntext = 'body'\n")), IsEmpty());
  EXPECT_THAT(to_read(plan_with("[[feed]]\nmatch = 'a'\ntext = 'other'\n")),
              ElementsAre("a " + path));
  EXPECT_THAT(to_read(plan_with("")), ElementsAre("a " + path));
}

TEST(UpdatePlan, NamesTheRecordOfAKnownFileOnly) {
  const Known known = {{"a", record("/r/a.txt")}};
  Discovery found;
  found.roots = {"/r"};
  found.files = {{"/r/a.txt", 2, 2}, {"/r/b.txt", 1, 1}};
  const UpdatePlan plan = plan_update(found, known);
  ASSERT_EQ(plan.to_read.size(), 2U);
  EXPECT_EQ(plan.to_read[0].known, &known.at("a"));
  EXPECT_EQ(plan.to_read[1].known, nullptr);
}

TEST(UpdatePlan, MakesIdsOfOneFileNameUniqueByFolder) {
  Discovery found;
  found.roots = {"/r"};
  found.files = {
      {"/r/x/briefing.txt", 1, 1}, {"/r/y/briefing.txt", 1, 1}, {"/r/y/z/briefing.md", 1, 1}};
  EXPECT_THAT(to_read(plan_update(found, {})),
              ElementsAre("briefing /r/x/briefing.txt", "y-briefing /r/y/briefing.txt",
                          "z-briefing /r/y/z/briefing.md"));
}

TEST(UpdatePlan, KeepsKnownIdsWhenAFileOfTheSameNameJoins) {
  Discovery found;
  found.roots = {"/r"};
  found.files = {{"/r/a/briefing.txt", 1, 1}, {"/r/b/briefing.txt", 1, 1}};
  const UpdatePlan plan = plan_update(found, {{"briefing", record("/r/b/briefing.txt")}});
  EXPECT_THAT(to_read(plan), ElementsAre("a-briefing /r/a/briefing.txt"));
  EXPECT_THAT(plan.vanished, IsEmpty());
}

TEST(UpdatePlan, AvoidsIdsOfReportsOutsideItsRoots) {
  Discovery found;
  found.roots = {"/r"};
  found.files = {{"/r/briefing.txt", 1, 1}};
  const UpdatePlan plan = plan_update(found, {{"briefing", record("/other/briefing.txt")},
                                              {"r-briefing", record("/other/r-briefing.txt")}});
  ASSERT_EQ(plan.to_read.size(), 1U);
  EXPECT_NE(plan.to_read[0].report_id, "briefing");
  EXPECT_NE(plan.to_read[0].report_id, "r-briefing");
}

TEST(UpdatePlan, KeepsReportsBelowAFolderThatCannotBeRead) {
  const testing::TempDir dir;
  const std::string shut = dir.at("shut");
  testing::write_file(shut + "/keep.txt", "x");
  Discovery found;
  found.roots = {dir.path()};
  found.problems = {{shut, "permission denied"}};
  const UpdatePlan plan = plan_update(found, {{"a", record(shut + "/a.txt")},
                                              {"b", record(dir.at("b.txt"))},
                                              {"c", record(dir.at("shutter/c.txt"))}});
  EXPECT_THAT(plan.vanished, ElementsAre("b", "c"));
}

TEST(UpdatePlan, DropsReportsOfANamedFolderThatIsGone) {
  const testing::TempDir dir;
  Discovery found;
  found.roots = {dir.at("gone")};
  found.problems = {{dir.at("gone"), "no such file or directory"}};
  const UpdatePlan plan = plan_update(found, {{"a", record(dir.at("gone/a.txt"))}});
  EXPECT_THAT(plan.vanished, ElementsAre("a"));
}

}  // namespace
}  // namespace ibid
