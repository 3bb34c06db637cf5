// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records what `ibid index` does to a disk, cuts the power at any point of it, and looks at what is
// left: the index before, or one that was committed, or a fault.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "tests/faults/crash_disk.h"
#include "tests/faults/fault_run.h"

namespace ibid {

// One run of the program on the reports of that version (power_cut_run.cc).
struct RecordedRun {
  int version = 0;
  std::vector<std::string> options = {};
  std::vector<std::string> limits = {};  // of tuned_writer.cc instead: memory, least rebuild
  std::string kill_at = {};              // "rename /iamglass": killed after the first of these
  std::string refused = {};              // the first open to read a path that ends so fails
};

struct Writing {
  const char* name;
  bool has_index;  // before the first of the recorded runs
  std::vector<RecordedRun> runs;
  std::size_t states;  // that one may find: before, and after each commit
};

// What was found after the power cuts.
struct CutCounts {
  std::uint64_t cuts = 0, prefixes = 0;  // how many, after how many different numbers of calls
  std::uint64_t states = 0;              // that differ from each other
  std::uint64_t old = 0, between = 0, last = 0;
  std::uint64_t lost = 0;     // not the last state, though the run had ended
  std::uint64_t damaged = 0;  // none of the states
  std::uint64_t unhealed = 0;
  std::uint64_t faults() const { return lost + damaged + unhealed; }
};

class PowerCutTest : public CliTest {
 protected:
  void record(const Writing& writing);
  std::size_t calls() const { return calls_.size(); }

  enum class Heal { kNo, kYes };
  // Looks at `states` different states, or fewer if there are not so many. Tells of each fault in
  // `faults`.
  CutCounts cut(std::uint64_t states, NameOrder order, Syncs syncs, Heal heal);

  // Cuts right after each call of that kind on a path that ends so, in many ways.
  CutCounts cut_after(const std::string& kind, const std::string& path_end);

  std::vector<std::string> faults_;

 private:
  struct Draw {
    std::size_t calls = 0;
    Loss loss;
  };
  Draw draw(std::uint64_t seed, NameOrder order) const;

  void write_reports(int version);
  RunOptions options_for(const std::string& disk, const RecordedRun& run) const;
  void run_recorded(const RecordedRun& run);
  DiskTree replayed(std::size_t calls, const Loss& loss, Syncs syncs) const;
  State state_of(const DiskTree& tree) const;
  void find_states();
  void look(const Draw& draw, const DiskTree& tree, CutCounts& counts);
  void heal(const std::string& about, CutCounts& counts);
  void tell(const Draw& draw, const std::string& what, const State& found);

  int version_ = -1;  // of the reports that are there
  DiskTree before_;
  std::vector<DiskCall> calls_;
  std::vector<std::size_t> turns_;  // in calls_: those that are not writes
  std::vector<State> states_;       // from before the runs to after them
};

}  // namespace ibid
