// SPDX-License-Identifier: GPL-2.0-or-later
//
// The power fails at any point of a build, an update or a rebuild, and what was not synced is lost
// in part: the index is the old one or the new one, and the new one once the run has ended.
// IBID_POWER_CUTS: how many states of each kind of work and each order of names.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/faults/power_cut_run.h"

namespace ibid {
namespace {

constexpr std::uint64_t kStates = 8;

const RecordedRun kKilledUpdate = {.version = 1, .kill_at = "rename /passages.1/iamglass"};
// Before its commit: when Xapian is done in its own folder, and when the checksums are there.
const RecordedRun kKilledInItsFolder = {.version = 1, .kill_at = "rename .unfinished/iamglass"};
const RecordedRun kKilledAtItsSums = {.version = 1, .kill_at = "rename /sums"};
const RecordedRun kKilledRebuild = {.options = {"--rebuild"}, .kill_at = "rename /ibid.json"};

const Writing kWritings[] = {
    {"AFirstBuild", false, {{}}, 2},
    {"AFirstBuildInLittleMemory", false, {{.options = {"--memory", "16M", "--threads", "1"}}}, 2},
    {"AFirstBuildInRuns", false, {{.limits = {"65536", "0"}}}, 2},
    {"AFirstBuildByXapian", false, {{.refused = ".1.unfinished/iamglass"}}, 2},
    {"AFirstBuildAfterAKilledOne", false, {{.kill_at = "rename /ibid.json"}, {}}, 2},
    {"AnUpdate", true, {{.version = 1}}, 2},
    {"AnUpdateOfManyCommits", true, {{.version = 1, .limits = {"2", "1000000000"}}}, 6},
    {"AnUpdateAsANewBuild", true, {{.version = 1, .limits = {"16777216", "0"}}}, 2},
    {"AnUpdateAfterAKilledOne", true, {kKilledUpdate, {.version = 2}}, 3},
    {"AnUpdateAfterOneKilledInItsFolder", true, {kKilledInItsFolder, {.version = 2}}, 2},
    {"AnUpdateAfterOneKilledAtItsSums", true, {kKilledAtItsSums, {.version = 2}}, 2},
    {"AnUpdateAfterAKilledRebuild", true, {kKilledRebuild, {.version = 1}}, 3},
    {"ThreeUpdates", true, {{.version = 1}, {.version = 2}, {.version = 3}}, 4},
    {"ARebuild", true, {{.options = {"--rebuild"}}}, 2},
    {"NothingToDoAfterAKilledUpdate", true, {kKilledUpdate, {.version = 1}}, 2},
    {"NothingToDoAfterAKilledRebuild", true, {kKilledRebuild, {}}, 2},
};

std::uint64_t states_wanted() {
  const char* wanted = std::getenv("IBID_POWER_CUTS");
  return wanted == nullptr ? kStates : std::strtoull(wanted, nullptr, 10);
}

class PowerCut : public PowerCutTest, public testing::WithParamInterface<std::size_t> {
 protected:
  static const Writing& writing() { return kWritings[GetParam()]; }

  void expect_no_fault(NameOrder order) {
    const CutCounts counts = cut(states_wanted(), order, Syncs::kAll, Heal::kYes);
    const auto number = [](std::uint64_t n) { return static_cast<unsigned long long>(n); };
    std::printf("%s, names in %s order: %zu calls, %llu cuts at %llu prefixes, %llu states: ",
                writing().name, order == NameOrder::kAny ? "any" : "their", calls(),
                number(counts.cuts), number(counts.prefixes), number(counts.states));
    std::printf("%llu old, %llu between, %llu new, %llu lost, %llu damaged, %llu not healed\n",
                number(counts.old), number(counts.between), number(counts.last),
                number(counts.lost), number(counts.damaged), number(counts.unhealed));
    constexpr std::size_t kMost = 4;
    for (std::size_t i = 0; i < faults_.size() && i < kMost; ++i) ADD_FAILURE() << faults_[i];
    EXPECT_EQ(counts.faults(), 0U);
    faults_.clear();
  }
};

TEST_P(PowerCut, LeavesTheOldOrTheNewState) {
  ASSERT_NO_FATAL_FAILURE(record(writing()));
  expect_no_fault(NameOrder::kOfCalls);
  expect_no_fault(NameOrder::kAny);
}

INSTANTIATE_TEST_SUITE_P(In, PowerCut, testing::Range(std::size_t{0}, std::size(kWritings)),
                         [](const auto& of) { return std::string(kWritings[of.param].name); });

// What was lost once, each where it was.
class PowerCutOnce : public PowerCutTest {
 protected:
  void expect_no_fault(const Writing& writing, const char* kind, const char* path_end) {
    ASSERT_NO_FATAL_FAILURE(record(writing));
    const CutCounts counts = cut_after(kind, path_end);
    EXPECT_GT(counts.states, 0U);
    EXPECT_EQ(counts.faults(), 0U) << ::testing::PrintToString(faults_);
  }
};

TEST_F(PowerCutOnce, KeepsTheNameOfANewFolder) {
  expect_no_fault({"", false, {{}}, 2}, "sync", "archive/index");
}

TEST_F(PowerCutOnce, KeepsTheLastStateUnderTheNextChecksums) {
  expect_no_fault({"", true, {{.version = 1}}, 2}, "rename", "/sums");
}

TEST_F(PowerCutOnce, KeepsACommitWithItsChecksums) {
  expect_no_fault({"", true, {{.version = 1}}, 2}, "rename", "/passages.1/iamglass");
}

TEST_F(PowerCutOnce, KeepsTheCommitOfAKilledRunBeforeTheNextWrites) {
  expect_no_fault({"", true, {kKilledUpdate, {.version = 2}}, 3}, "create", "/v.tmp");
}

TEST_F(PowerCutOnce, KeepsTheNewBuildOfAKilledRunBeforeTheOldOneGoes) {
  expect_no_fault({"", true, {kKilledRebuild, {}}, 2}, "unlink", "");
}

// A disk that does not do what it is told must be noticed, or the test above proves nothing.
class LyingDisk : public PowerCutTest {
 protected:
  CutCounts counts_with(const Writing& writing, Syncs syncs) {
    record(writing);
    const CutCounts counts = cut(40, NameOrder::kOfCalls, syncs, Heal::kNo);
    std::printf("%s: %d states, %d lost, %d damaged\n", writing.name,
                static_cast<int>(counts.states), static_cast<int>(counts.lost),
                static_cast<int>(counts.damaged));
    return counts;
  }
};

TEST_F(LyingDisk, ThatSyncsNothingLosesAndDamagesAnUpdate) {
  const CutCounts counts = counts_with({"AnUpdate", true, {{.version = 1}}, 2}, Syncs::kNone);
  EXPECT_GT(counts.lost, 0U);
  EXPECT_GT(counts.damaged, 0U);
}

TEST_F(LyingDisk, ThatSyncsNothingLosesAndDamagesARebuild) {
  const CutCounts counts =
      counts_with({"ARebuild", true, {{.options = {"--rebuild"}}}, 2}, Syncs::kNone);
  EXPECT_GT(counts.lost, 0U);
  EXPECT_GT(counts.damaged, 0U);
}

TEST_F(LyingDisk, ThatSyncsNoFoldersLosesAFirstBuild) {
  const CutCounts counts = counts_with({"AFirstBuild", false, {{}}, 2}, Syncs::kOfFiles);
  EXPECT_GT(counts.lost, 0U);
}

TEST_F(LyingDisk, ThatSyncsNoFilesDamagesAFirstBuild) {
  const CutCounts counts = counts_with({"AFirstBuild", false, {{}}, 2}, Syncs::kOfFolders);
  EXPECT_GT(counts.damaged, 0U);
}

}  // namespace
}  // namespace ibid
