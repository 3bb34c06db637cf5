// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/power_cut_run.h"

#include <signal.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <random>
#include <set>

namespace fs = std::filesystem;

namespace ibid {
namespace {

// Two levels, so that a first build makes a folder for the folder of the index.
constexpr char kIndex[] = "/archive/index";

std::string report_text(int number, int version) {
  std::string text = "Report " + std::to_string(number) + "\n\n";
  for (int i = 0; i < 24; ++i) {
    const std::string mark = std::to_string(number * 1000 + version * 100 + i);
    text += "The harbour pact of item " + mark + " names " + std::to_string(i * 7 + version) +
            " missiles and a submarine (source: A" + mark + ").\n\n";
    text += "협정 " + mark + "호에 따라 잠수함 " + std::to_string(i + version) +
            "척이 급유를 마쳤다고 제독이 말했다.\n\n";
  }
  return text;
}

// The commits: an update renames the version file, a build ibid.json.
bool commits(const DiskCall& call) {
  return call.kind == "rename" && (call.to.ends_with("/iamglass") || call.to.ends_with(".json"));
}

std::string describe(const Loss& loss) {
  constexpr const char* kKept[] = {"none", "all", "some"};
  return std::string("of unsynced data ") + kKept[static_cast<int>(loss.data)] + ", of names " +
         kKept[static_cast<int>(loss.names)] +
         (loss.order == NameOrder::kAny ? " in any order" : " in order") + " kept, blocks of " +
         std::to_string(loss.unit) + ", seed " + std::to_string(loss.seed);
}

// After the last call more is expected of the same tree.
std::string key_of(const DiskTree& tree, std::size_t calls_left) {
  std::string key = calls_left == 0 ? "all " : "";
  for (const auto& [path, entry] : tree) {
    key += path + '\0' + std::to_string(static_cast<int>(entry.kind)) + ' ' +
           std::to_string(entry.bytes.size()) + '\0' + entry.bytes + '\0';
  }
  return key;
}

}  // namespace

// Version 0 has reports 0 to 5. Each later version changes three, removes one and adds one.
void PowerCutTest::write_reports(int version) {
  if (version == version_) return;
  version_ = version;
  fs::remove_all(path("reports"));
  copy_fixtures("reports");
  for (int number = version; number < 6 + version; ++number) {
    const int changed = number % 2 == 0 ? version : 0;
    write("reports/보고-" + std::to_string(number) + ".txt", report_text(number, changed));
  }
}

RunOptions PowerCutTest::options_for(const std::string& disk, const RecordedRun& run) const {
  RunOptions out = options();
  out.environment["IBID_INDEX"] = path(disk) + kIndex;
  out.environment["LD_PRELOAD"] = IBID_RECORD_PRELOAD;
  out.environment["IBID_RECORD_NO_SYNC"] = "1";
  if (!run.limits.empty()) {
    out.launcher = {IBID_TUNED_WRITER};
    out.launcher.insert(out.launcher.end(), run.limits.begin(), run.limits.end());
  }
  return out;
}

void PowerCutTest::run_recorded(const RecordedRun& run) {
  write_reports(run.version);
  RunOptions with = options_for("disk", run);
  with.environment["IBID_RECORD_UNDER"] = path("disk");
  with.environment["IBID_RECORD_LOG"] = path("log");
  with.environment["IBID_RECORD_KILL_AT"] = run.kill_at;
  with.environment["IBID_RECORD_REFUSE"] = run.refused;
  std::vector<std::string> arguments = {"index", "reports"};
  arguments.insert(arguments.end(), run.options.begin(), run.options.end());
  const RunResult result = CliTest::run(arguments, with);
  ASSERT_EQ(result.signal, run.kill_at.empty() ? 0 : SIGKILL) << result.err;
  if (run.kill_at.empty()) {
    ASSERT_EQ(result.exit_code, 0) << result.err;
  }
}

void PowerCutTest::record(const Writing& writing) {
  fs::create_directories(path("disk"));
  if (writing.has_index) {
    write_reports(0);
    const RunResult result = run({"index", "reports"}, options_for("disk", {}));
    ASSERT_EQ(result.exit_code, 0) << result.err;
  }
  before_ = read_tree(path("disk"));
  for (const RecordedRun& run : writing.runs) ASSERT_NO_FATAL_FAILURE(run_recorded(run));
  calls_ = read_disk_log(path("log"), path("disk"));
  for (const DiskCall& call : calls_) {
    ASSERT_NE(call.kind, "other") << call.to << " of " << call.path << " is not simulated";
  }
  for (std::size_t i = 0; i < calls_.size(); ++i) {
    if (calls_[i].kind != "write") turns_.push_back(i);
  }
  // Nothing escaped the log.
  ASSERT_EQ(replayed(calls_.size(), {Keep::kAll, Keep::kAll}, Syncs::kAll),
            read_tree(path("disk")));
  ASSERT_EQ(replayed(calls_.size(), {Keep::kAll, Keep::kAll}, Syncs::kNone),
            read_tree(path("disk")));
  ASSERT_NO_FATAL_FAILURE(find_states());
  ASSERT_EQ(states_.size(), writing.states);
}

DiskTree PowerCutTest::replayed(std::size_t calls, const Loss& loss, Syncs syncs) const {
  CrashDisk disk(before_, syncs);
  for (std::size_t i = 0; i < calls; ++i) disk.apply(calls_[i]);
  return disk.after(loss);
}

State PowerCutTest::state_of(const DiskTree& tree) const {
  fs::remove_all(path("cut"));
  write_tree(tree, path("cut"));
  try {
    return read_state(path("cut") + kIndex);
  } catch (const std::exception& error) {
    State broken;
    broken.damage = {error.what()};
    return broken;
  }
}

// The states of a run that was killed, rather than cut off, after each commit.
void PowerCutTest::find_states() {
  states_ = {state_of(before_)};
  for (std::size_t i = 0; i < calls_.size(); ++i) {
    if (!commits(calls_[i])) continue;
    State state = state_of(replayed(i + 1, {Keep::kAll, Keep::kAll}, Syncs::kAll));
    ASSERT_TRUE(state.damage.empty()) << ::testing::PrintToString(state.damage);
    if (state == states_.back()) continue;
    ASSERT_GT(state.generation, states_.back().generation);
    states_.push_back(std::move(state));
  }
  ASSERT_EQ(read_state(path("disk") + kIndex), states_.back());
}

// One cut in five comes after the last call, two beside a call that is not a write.
PowerCutTest::Draw PowerCutTest::draw(std::uint64_t seed, NameOrder order) const {
  std::mt19937_64 random(seed);
  const auto one_of = [&random](std::size_t count) { return random() % count; };
  const auto keep = [&](std::size_t some) {
    const std::size_t choice = one_of(some + 2);
    return choice == 0 ? Keep::kNone : choice == 1 ? Keep::kAll : Keep::kSome;
  };
  Draw draw;
  const std::size_t where = one_of(5), step = seed * 7919;  // a prime: it comes by every call
  draw.calls = where == 0  ? calls_.size()
               : where < 3 ? turns_[step % turns_.size()] + one_of(2)
                           : step % (calls_.size() + 1);
  draw.loss = {.data = keep(4), .names = keep(3), .order = order, .seed = seed};
  if (one_of(4) == 0) draw.loss.blocks = NewBlocks::kOldBytes;
  if (one_of(2) == 0) draw.loss.unit = 4096;
  return draw;
}

CutCounts PowerCutTest::cut(std::uint64_t states, NameOrder order, Syncs syncs, Heal heals) {
  CutCounts counts;
  std::unordered_set<std::string> seen;
  std::set<std::size_t> prefixes;
  const std::uint64_t first = order == NameOrder::kAny ? 1'000'000'000 : 1;
  for (std::uint64_t seed = first; counts.states < states && counts.cuts < states * 20; ++seed) {
    const Draw drawn = draw(seed, order);
    const DiskTree tree = replayed(drawn.calls, drawn.loss, syncs);
    ++counts.cuts;
    prefixes.insert(drawn.calls);
    if (!seen.insert(key_of(tree, calls_.size() - drawn.calls)).second) continue;
    ++counts.states;
    look(drawn, tree, counts);
    if (heals == Heal::kYes) heal(describe(drawn.loss), counts);
  }
  counts.prefixes = prefixes.size();
  return counts;
}

CutCounts PowerCutTest::cut_after(const std::string& kind, const std::string& path_end) {
  constexpr std::uint64_t kWays = 32;
  CutCounts counts;
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < calls_.size(); ++i) {
    const DiskCall& call = calls_[i];
    if (call.kind != kind || !(call.to.empty() ? call.path : call.to).ends_with(path_end)) continue;
    for (std::uint64_t seed = 1; seed <= kWays; ++seed) {
      const Draw here = {i + 1, {Keep::kAll, Keep::kSome, NameOrder::kAny, {}, 512, seed}};
      const DiskTree tree = replayed(here.calls, here.loss, Syncs::kAll);
      if (!seen.insert(key_of(tree, calls_.size() - here.calls)).second) continue;
      ++counts.states;
      look(here, tree, counts);
    }
  }
  return counts;
}

void PowerCutTest::look(const Draw& draw, const DiskTree& tree, CutCounts& counts) {
  const State found = state_of(tree);
  const auto known = std::find(states_.begin(), states_.end(), found);
  if (known == states_.end()) {
    ++counts.damaged;
    return tell(draw, "neither the old nor the new state", found);
  }
  const bool last = known + 1 == states_.end();
  ++(last ? counts.last : known == states_.begin() ? counts.old : counts.between);
  if (last || draw.calls < calls_.size()) return;
  ++counts.lost;
  tell(draw, "the run had ended, its work is lost", found);
}

void PowerCutTest::heal(const std::string& about, CutCounts& counts) {
  const RunResult result = run({"index", "reports"}, options_for("cut", {}));
  State healed;
  try {
    healed = read_state(path("cut") + kIndex);
  } catch (const std::exception& error) {
    healed.damage = {error.what()};
  }
  if (result.exit_code == 0 && healed.same_content(states_.back())) return;
  ++counts.unhealed;
  faults_.push_back("the next run did not heal it: exit code " + std::to_string(result.exit_code) +
                    ", " + result.err + ::testing::PrintToString(healed.damage) + "; " + about);
}

void PowerCutTest::tell(const Draw& draw, const std::string& what, const State& found) {
  std::string after = "nothing";
  if (draw.calls != 0) {
    const DiskCall& call = calls_[draw.calls - 1];
    after = call.kind + " " + call.path + (call.to.empty() ? "" : " to " + call.to);
  }
  faults_.push_back(what + " after call " + std::to_string(draw.calls) + " of " +
                    std::to_string(calls_.size()) + ", " + after + ": generation " +
                    std::to_string(found.generation) + ", " +
                    ::testing::PrintToString(found.damage) + "; " + describe(draw.loss));
}

}  // namespace ibid
