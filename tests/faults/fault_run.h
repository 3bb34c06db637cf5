// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs the real `ibid index` with a system that fails at a given call (fault_shim.cc), and checks
// what is left behind.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/run_ibid.h"

namespace ibid {

// A fault at the `at`-th call of one of `kinds` on a file of the index.
struct Fault {
  // "write,sync,rename,open,look,read,map,unlink,mkdir,truncate"; open: to write, look: to read.
  std::string kinds;
  // The process dies before the call ("kill"), after it ("late") or in the middle of a write
  // ("tear"); only a part is written or read ("short"); the call fails ("fail"); it succeeds but
  // reports a failure ("done").
  std::string act;
  int error = 0;           // of "fail" and "done": an errno
  bool from_then = false;  // and at all calls after it
  std::uint64_t at = 0;    // from 1; 0: never
};

constexpr char kAllKinds[] = "write,sync,rename,open,unlink,mkdir,symlink,truncate";

// All that an index holds and answers, except the numbers of its documents.
struct State {
  std::uint64_t generation = 0;                // 0: there is no index
  std::map<std::string, std::string> records;  // passages as stored, by id; reports and files too
  std::vector<std::string> answers;            // hits of some queries, in order
  std::vector<std::string> damage;             // the findings of `ibid info --check`

  bool same_content(const State& other) const {
    return records == other.records && answers == other.answers && damage == other.damage;
  }
  bool operator==(const State& other) const = default;
};
State read_state(const std::string& index);

enum class Work { kFirstBuild, kUpdate, kRebuild, kRemoval };
const char* to_string(Work work);
std::string name_of_work(const testing::TestParamInfo<Work>& work);

// The reports and the index before one piece of work, which can be repeated. The update changes a
// report, removes one and adds one.
class FaultTest : public CliTest {
 protected:
  void prepare(Work work);

  RunResult run_with(const Fault& fault);
  RunResult run_freely() { return run(arguments_); }
  // The number of calls of these kinds that the work makes on the old index.
  std::uint64_t count_calls(const std::string& kinds);

  void restore() const;  // restores the index from before the work
  State state() const { return read_state(path("index")); }
  bool is_old(const State& s) const { return s == before_; }
  bool is_new(const State& s) const { return s == after_; }
  const State& before() const { return before_; }
  const State& after() const { return after_; }

  // The next run brings all up to date and leaves the same files as an undisturbed run.
  void expect_healed(const std::string& about);
  // A failed run says one clear sentence, has the exit code of errors, and leaves the old index or
  // the new one. Returns true for the old one.
  void expect_reported(const RunResult& result, const std::string& about);
  void expect_old_or_new(const std::string& about);

  RunOptions options_with(const Fault& fault) const;

  std::vector<std::string> arguments_;
  std::uint64_t old_states_ = 0, new_states_ = 0;

 private:
  State before_, after_;
  std::vector<std::string> files_after_;
};

}  // namespace ibid
