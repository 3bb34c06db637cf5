// SPDX-License-Identifier: GPL-2.0-or-later
//
// Random changes of files and folders, random runs of the writer, and after each run a comparison
// of the whole index with a model of what must be in it. IBID_MODEL_STEPS: steps for each seed;
// IBID_MODEL_SEED: the first of the three seeds, to repeat a failure.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <cstdlib>
#include <filesystem>
#include <future>
#include <iostream>
#include <optional>
#include <set>

#include "corpus/error.h"
#include "corpus/report/sha256.h"
#include "indexer/folder/copy_index.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/index_info.h"
#include "indexer/folder/writer_lock.h"
#include "search/open/open_index.h"
#include "tests/indexer/update/model_world.h"
#include "tests/support/stored_passages.h"

namespace fs = std::filesystem;

namespace ibid::testing {
namespace {

using Answer = Expected::Answer;
using Mode = UpdateOptions::Mode;
using Removals = UpdateOptions::Removals;
using ::testing::IsEmpty;
using Hashes = std::map<std::string, std::string>;  // SHA-256 by path

std::size_t number_in(const char* variable, std::size_t otherwise) {
  const char* text = std::getenv(variable);
  return text != nullptr ? std::stoul(text) : otherwise;
}

Hashes hashes_of(const Texts& reports) {
  Hashes hashes;
  for (const auto& [path, text] : reports) hashes[path] = sha256_hex(text.bytes);
  return hashes;
}

Hashes stored_hashes(const std::string& index) {
  Hashes hashes;
  for (const auto& [id, file] : stored_files(live_database(index))) {
    EXPECT_TRUE(hashes.emplace(file.stamp.path, file.sha256).second) << file.stamp.path << " twice";
  }
  return hashes;
}

struct Counts {
  std::uint64_t steps = 0, runs = 0, refused = 0, withheld = 0, stopped = 0, builds = 0, checks = 0;
  std::set<Hashes> states;
};

class Comparison {
 public:
  Comparison(std::uint32_t seed, Counts& counts)
      : world_(seed), model_(world_.model()), index_(world_.at("index")), counts_(counts) {}

  void begin() {
    world_.add();
    UpdateOptions options;
    options.index_dir = index_;
    options.paths = {world_.roots().back()};
    write(options);
  }
  // Does something random; says what.
  std::string step();
  void check() {
    EXPECT_THAT(check_index(index_), IsEmpty());
    ++counts_.checks;
  }
  void compare();

 private:
  UpdateOptions some_run();
  void write(const UpdateOptions& options);
  void write_until_stopped(const UpdateOptions& options);
  void write_after_another(UpdateOptions options);
  void settle(const UpdateOptions& options, const Expected& expected, const UpdateSummary& summary);
  void settle_stopped(const UpdateOptions& options, const UpdateSummary& summary);
  void count(const Expected& expected, const UpdateSummary& summary) const;
  void copy();

  ModelWorld world_;
  IndexModel& model_;
  std::string index_;
  Counts& counts_;
  std::uint64_t generation_ = 0;
  std::uint64_t copies_ = 0;
};

// ---- what is done ---------------------------------------------------------------------

std::string name_of(const UpdateOptions& options) {
  std::string name = options.mode == Mode::kUpdate ? "update" : "verify";
  if (options.mode == Mode::kRebuild) name = "rebuild";
  if (options.removals == Removals::kFew) name += " few removals";
  if (options.all_or_nothing) name += " strict";
  if (options.rebuild_from == 0) name += " or build";
  for (const std::string& path : options.paths) name += " " + path;
  return name;
}

UpdateOptions Comparison::some_run() {
  UpdateOptions options;
  options.index_dir = index_;
  if (!world_.once_in(3)) options.paths.push_back(world_.some_path());
  if (world_.once_in(4)) options.paths.push_back(world_.some_path());
  const std::size_t mode = world_.below(6);
  options.mode = mode == 0 ? Mode::kRebuild : mode == 1 ? Mode::kVerify : Mode::kUpdate;
  options.removals = world_.once_in(4) ? Removals::kAny : Removals::kFew;
  options.all_or_nothing = world_.once_in(8);
  if (world_.once_in(4)) options.rebuild_from = 0;
  if (world_.once_in(3)) options.memory_bytes = 1;
  if (world_.once_in(3)) options.exact_lists_from = 0;
  return options;
}

std::string Comparison::step() {
  ++counts_.steps;
  if (!world_.once_in(2)) return world_.change();
  const std::size_t kind = world_.below(10);
  if (kind == 0) {
    copy();
    return "copy the index";
  }
  UpdateOptions options = some_run();
  std::string what = name_of(options);
  const ::testing::ScopedTrace trace(__FILE__, __LINE__, what);
  if (kind == 1) {
    write_after_another(options);
    what += ", after another";
  } else if (kind <= 3) {
    write_until_stopped(options);
    what += ", stopped";
  } else {
    write(options);
  }
  compare();
  return what;
}

// A reader that opened the old folder is not disturbed either.
void Comparison::copy() {
  OpenIndex reader(index_);
  const std::string old = index_;
  index_ = world_.at("copy" + std::to_string(++copies_));
  if (copies_ % 2 == 0) {
    fs::copy(old, index_, fs::copy_options::recursive);
  } else {
    copy_index({old, index_, 0}, [] { return true; });
  }
  fs::remove_all(old);
  compare();
  check();
}

// ---- runs -----------------------------------------------------------------------------

std::optional<ErrorKind> kind_of(Answer answer) {
  if (answer == Answer::kUsage) return ErrorKind::kUsage;
  if (answer == Answer::kTooMany) return ErrorKind::kInput;
  return std::nullopt;
}

void Comparison::write(const UpdateOptions& options) {
  const Expected expected = model_.after(options);
  const std::optional<ErrorKind> refusal = kind_of(expected.answer);
  ++counts_.runs;
  try {
    const UpdateSummary summary = update_index(options);
    EXPECT_FALSE(refusal) << "this run had to be refused";
    settle(options, expected, summary);
  } catch (const Error& error) {
    EXPECT_EQ(refusal, error.kind()) << error.what();
    ++counts_.refused;
  }
}

// Stopped at a random call of the callback, or not at all.
void Comparison::write_until_stopped(const UpdateOptions& options) {
  const Expected expected = model_.after(options);
  std::size_t left = world_.below(12);
  ++counts_.runs;
  try {
    const UpdateSummary summary = update_index(
        options, [&](const UpdateProgress&) { return left == 0 ? false : left-- > 0; });
    EXPECT_FALSE(kind_of(expected.answer)) << "this run had to be refused";
    if (summary.interrupted) {
      settle_stopped(options, summary);
    } else {
      settle(options, expected, summary);
    }
  } catch (const Error& error) {
    EXPECT_EQ(kind_of(expected.answer), error.kind()) << error.what();
    ++counts_.refused;
  }
}

// The run waits for a writer, and files change in the meantime.
void Comparison::write_after_another(UpdateOptions options) {
  std::optional<WriterLock> other(std::in_place, index_, 0);
  try {
    update_index(options);
    ADD_FAILURE() << "two writers at once";
  } catch (const Error& error) {
    EXPECT_THAT(error.kind(), ::testing::AnyOf(ErrorKind::kLocked, ErrorKind::kUsage));
  }
  options.lock_timeout_ms = 60'000;
  auto waiting = std::async(std::launch::async, [&] { return update_index(options); });
  for (int changes = 0; changes < 3; ++changes) world_.change();
  const Expected expected = model_.after(options);
  other.reset();
  ++counts_.runs;
  try {
    settle(options, expected, waiting.get());
  } catch (const Error& error) {
    EXPECT_EQ(kind_of(expected.answer), error.kind()) << error.what();
    ++counts_.refused;
  }
}

// ---- comparison -----------------------------------------------------------------------

void Comparison::settle(const UpdateOptions& options, const Expected& expected,
                        const UpdateSummary& summary) {
  EXPECT_EQ(summary.withheld, expected.answer == Answer::kWithheld);
  EXPECT_FALSE(summary.interrupted);
  EXPECT_EQ(summary.total_reports, expected.reports.size());
  EXPECT_EQ(summary.failed, summary.problems.size());
  EXPECT_TRUE(options.mode != Mode::kRebuild || summary.withheld || summary.rebuilt);
  counts_.withheld += summary.withheld ? 1 : 0;
  counts_.builds += summary.rebuilt ? 1 : 0;
  if (!summary.withheld) count(expected, summary);
  model_.reports = expected.reports;
  model_.roots = expected.roots;
}

// A new build does not say what moved, and counts what it keeps.
void Comparison::count(const Expected& expected, const UpdateSummary& summary) const {
  const std::uint64_t moved = summary.rebuilt ? 0 : expected.moved;
  EXPECT_EQ(summary.failed, expected.failed);
  EXPECT_EQ(summary.moved, moved);
  EXPECT_EQ(summary.updated, expected.updated + moved);
  EXPECT_EQ(summary.added, expected.fresh - moved);
  EXPECT_EQ(summary.removed, expected.vanished - moved);
  if (!summary.rebuilt) {
    EXPECT_EQ(summary.unchanged, expected.unchanged);
  }
}

void Comparison::settle_stopped(const UpdateOptions& options, const UpdateSummary& summary) {
  ++counts_.stopped;
  const Hashes stored = stored_hashes(index_);
  EXPECT_EQ(summary.total_reports, stored.size());
  if (summary.rebuilt || summary.withheld) return;  // nothing was changed
  model_.roots = model_.after(options).roots;
  for (const Texts& state : model_.partly(options)) {
    if (stored != hashes_of(state)) continue;
    model_.reports = state;
    return;
  }
  ADD_FAILURE() << "neither the old state, nor a part of the new one";
}

void Comparison::compare() {
  const Hashes stored = stored_hashes(index_);
  ASSERT_EQ(stored, hashes_of(model_.reports));
  counts_.states.insert(stored);
  std::map<std::string, std::string> ids, passages;
  for (const auto& [id, file] : stored_files(live_database(index_))) {
    const auto before = model_.ids.find(file.stamp.path);
    if (before != model_.ids.end()) {
      EXPECT_EQ(id, before->second) << file.stamp.path;
    }
    ids[file.stamp.path] = id;
    std::size_t section = 2;
    for (const std::string& text : model_.reports.at(file.stamp.path).passages) {
      passages[id + "#" + std::to_string(section++) + ".1"] = text;
    }
  }
  EXPECT_EQ(stored_passages(index_), passages);
  model_.ids = ids;
  const std::vector<std::string> roots = IndexDir(index_).usable_manifest().roots;
  EXPECT_EQ(std::set<std::string>(roots.begin(), roots.end()), model_.roots);
  const IndexInfo info = OpenIndex(index_).info();
  EXPECT_EQ(info.reports, stored.size());
  EXPECT_EQ(info.passages, passages.size());
  EXPECT_GE(info.generation, generation_);
  generation_ = info.generation;
}

// ---- the test -------------------------------------------------------------------------

// With stamps reduced to size and time, it and the next fail within 40 steps.
constexpr std::size_t kFirstSeed = 10;

class IndexAndModel : public ::testing::TestWithParam<int> {};

TEST_P(IndexAndModel, AgreeAfterEveryStep) {
  const auto seed = static_cast<std::uint32_t>(number_in("IBID_MODEL_SEED", kFirstSeed)) +
                    static_cast<std::uint32_t>(GetParam());
  const std::size_t steps = number_in("IBID_MODEL_STEPS", 100);
  Counts counts;
  Comparison comparison(seed, counts);
  comparison.begin();
  std::string before;
  for (std::size_t step = 1; step <= steps && !HasFailure(); ++step) {
    SCOPED_TRACE("seed " + std::to_string(seed) + ", step " + std::to_string(step) + " after " +
                 before);
    try {
      before = comparison.step();
      if (step % 50 == 0) comparison.check();
    } catch (const std::exception& error) {
      ADD_FAILURE() << error.what();
    }
  }
  std::cout << "seed " << seed << ": " << counts.steps << " steps, " << counts.runs << " runs ("
            << counts.refused << " refused, " << counts.withheld << " withheld, " << counts.stopped
            << " stopped, " << counts.builds << " new builds), " << counts.states.size()
            << " states, " << counts.checks << " whole checks\n";
}

INSTANTIATE_TEST_SUITE_P(Seeds, IndexAndModel, ::testing::Range(0, 3));

}  // namespace
}  // namespace ibid::testing
