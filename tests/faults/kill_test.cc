// SPDX-License-Identifier: GPL-2.0-or-later
//
// `ibid index` killed (SIGKILL) at each call that changes the index, and at random times: it leaves
// the old index or the new one, and the next run continues from there.
#include <signal.h>

#include <chrono>
#include <random>
#include <thread>

#include "tests/faults/fault_run.h"

namespace ibid {
namespace {

class KilledRun : public FaultTest, public testing::WithParamInterface<Work> {
 protected:
  void expect_survived(const RunResult& result, const std::string& about) {
    EXPECT_EQ(result.signal, SIGKILL) << about << ": " << result.err;
    expect_old_or_new(about);
    expect_healed(about);
  }

  void tell(const char* when) const {
    std::printf("killed at %s of %s: %d times, the old state left %d times, the new one %d times\n",
                when, to_string(GetParam()), static_cast<int>(old_states_ + new_states_),
                static_cast<int>(old_states_), static_cast<int>(new_states_));
  }
};

TEST_P(KilledRun, LeavesTheOldOrTheNewStateAtEveryCall) {
  prepare(GetParam());
  const std::uint64_t calls = count_calls(kAllKinds);
  ASSERT_GT(calls, 10U);
  for (std::uint64_t at = 1; at <= calls; ++at) {
    restore();
    const RunResult result = run_with({kAllKinds, "kill", 0, false, at});
    expect_survived(result, "killed before call " + std::to_string(at));
  }
  restore();
  const RunResult result = run_with({kAllKinds, "late", 0, false, calls});
  expect_survived(result, "killed after the last call");
  EXPECT_GT(old_states_, 0U);
  EXPECT_GT(new_states_, 0U);
  tell("every call");
}

// Only the first half of a write reaches the file.
TEST_P(KilledRun, LeavesTheOldOrTheNewStateInTheMiddleOfAWrite) {
  prepare(GetParam());
  const std::uint64_t calls = count_calls("write");
  for (std::uint64_t at = 1; at <= calls; ++at) {
    restore();
    const RunResult result = run_with({"write", "tear", 0, false, at});
    expect_survived(result, "killed in write " + std::to_string(at));
  }
  tell("half of every write");
}

TEST_P(KilledRun, LeavesTheOldOrTheNewStateAtAnyTime) {
  prepare(GetParam());
  using Clock = std::chrono::steady_clock;
  restore();
  const auto begin = Clock::now();
  ASSERT_EQ(run_freely().exit_code, 0);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
  std::mt19937 random(20240627);  // NOLINT: the same times each run, as far as a clock is the same
  std::uniform_int_distribution<long> when(0, whole.count() * 12 / 10);
  constexpr int kTimes = 80;
  int killed = 0;
  for (int i = 0; i < kTimes; ++i) {
    restore();
    Child child(arguments_, options());
    std::this_thread::sleep_for(std::chrono::microseconds(when(random)));
    child.send(SIGKILL);
    killed += child.finish().signal == SIGKILL ? 1 : 0;
    expect_old_or_new("kill " + std::to_string(i));
    expect_healed("kill " + std::to_string(i));
  }
  EXPECT_GT(killed, 0);
  tell("random times");
}

INSTANTIATE_TEST_SUITE_P(Of, KilledRun,
                         testing::Values(Work::kFirstBuild, Work::kUpdate, Work::kRebuild,
                                         Work::kRemoval),
                         name_of_work);

}  // namespace
}  // namespace ibid
