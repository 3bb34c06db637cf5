// SPDX-License-Identifier: GPL-2.0-or-later
//
// The system refuses one call of `ibid index`, each call in its own run: the run says so in one
// sentence and leaves the old index whole, or succeeds and makes the new one; the next run heals.
#include <gmock/gmock.h>

#include <cerrno>

#include "tests/faults/fault_run.h"

namespace ibid {
namespace {

struct Refusal {
  const char* name;
  Fault fault;
  int stride;  // of the calls that are refused
};

const Refusal kRefusals[] = {
    {"FullDisk", {"write,mkdir", "fail", ENOSPC, true}, 1},
    {"FullDiskOnce", {"write", "fail", ENOSPC}, 1},
    {"FailedWrite", {"write", "fail", EIO}, 2},
    {"FailedSync", {"sync", "fail", EIO}, 1},
    {"FailedRead", {"read", "fail", EIO}, 3},
    {"FailedMap", {"map", "fail", ENODEV}, 1},
    {"ReadOnlyFromThen", {"open,write,mkdir,rename,unlink,truncate", "fail", EROFS, true}, 2},
    {"RightsLost", {"open,look,mkdir,rename,unlink", "fail", EACCES, true}, 2},
    {"NoDescriptorLeft", {"open,look", "fail", EMFILE, true}, 2},
    {"NoDescriptorOnce", {"open,look", "fail", EMFILE}, 2},
    {"StaleHandle", {"open,look", "fail", ESTALE}, 2},
    {"FailedRename", {"rename", "fail", EIO}, 1},
    {"NoSymbolicLinks", {"symlink", "fail", EPERM, true}, 1},
    {"FailedUnlink", {"unlink", "fail", EIO, true}, 1},
    {"ShortWrites", {"write", "short", 0, true}, 8},
    {"ShortReads", {"read", "short", 0, true}, 16},
    {"RenameToldToHaveFailed", {"rename", "done", EIO}, 1},
    {"RenameOfNothing", {"rename", "done", ENOENT}, 1},
};

class RefusedCall : public FaultTest,
                    public testing::WithParamInterface<std::tuple<Work, std::size_t>> {
 protected:
  static Work work() { return std::get<0>(GetParam()); }
  static const Refusal& refusal() { return kRefusals[std::get<1>(GetParam())]; }
};

TEST_P(RefusedCall, IsReportedAndCostsNothing) {
  prepare(work());
  Fault fault = refusal().fault;
  const std::uint64_t calls = count_calls(fault.kinds);
  const auto stride = static_cast<std::uint64_t>(refusal().stride);
  std::uint64_t injected = 0, succeeded = 0;
  for (fault.at = 1; fault.at <= calls; fault.at += stride) {
    const std::string about = "call " + std::to_string(fault.at);
    restore();
    const RunResult result = run_with(fault);
    ++injected;
    if (result.exit_code == 0) {
      ++succeeded;
      const State made = state();
      EXPECT_TRUE(made.same_content(after())) << about << ": it ended well, its work is not done";
      // A rebuild that cannot read the old index starts counting again.
      const bool unreadable = work() == Work::kRebuild && fault.kinds == "read";
      EXPECT_TRUE(made.generation == after().generation || (unreadable && made.generation == 1))
          << about << ": generation " << made.generation;
      EXPECT_EQ(result.err, "") << about;
    } else {
      expect_reported(result, about);
      expect_old_or_new(about);
    }
    expect_healed(about);
  }
  if (fault.act == "short") {
    EXPECT_EQ(succeeded, injected);
  }
  std::printf("%s in %s: %d times; %d runs got by, %d left the old state, %d the new one\n",
              refusal().name, to_string(work()), static_cast<int>(injected),
              static_cast<int>(succeeded), static_cast<int>(old_states_),
              static_cast<int>(new_states_));
}

std::string name_of(const testing::TestParamInfo<std::tuple<Work, std::size_t>>& of) {
  constexpr const char* kWork[] = {"InAFirstBuild", "InAnUpdate", "InARebuild"};
  return std::string(kRefusals[std::get<1>(of.param)].name) +
         kWork[static_cast<std::size_t>(std::get<0>(of.param))];
}

INSTANTIATE_TEST_SUITE_P(Of, RefusedCall,
                         testing::Combine(testing::Values(Work::kFirstBuild, Work::kUpdate,
                                                          Work::kRebuild),
                                          testing::Range(std::size_t{0}, std::size(kRefusals))),
                         name_of);

}  // namespace
}  // namespace ibid
