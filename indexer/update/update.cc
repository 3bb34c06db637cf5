// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/update.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "corpus/error.h"
#include "corpus/files/discover.h"
#include "indexer/build/memory_shares.h"
#include "indexer/folder/block_sums.h"
#include "indexer/folder/deleted_documents.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/writer_lock.h"
#include "indexer/folder/xapian_error.h"
#include "indexer/records/passage_record.h"
#include "indexer/records/stored_reports.h"
#include "indexer/update/fresh_build.h"
#include "indexer/update/paced_progress.h"
#include "indexer/update/read_ahead.h"
#include "indexer/update/rebuild_choice.h"
#include "indexer/update/update_in_place.h"
#include "indexer/update/update_plan.h"

namespace ibid {
namespace {

// The index when the run began.
struct Before {
  std::optional<Manifest> manifest;  // none for a new build
  std::map<std::string, FileRecord> files;
  std::uint64_t generation = 0;
  std::uint64_t passages = 0, deleted = 0;
};

Before read_index(const IndexDir& dir, UpdateOptions::Mode mode) {
  Before before;
  if (mode == UpdateOptions::Mode::kRebuild) return before;
  if (!dir.manifest()) return before;
  before.manifest = dir.usable_manifest();
  refuse_damaged_version_file(dir.database(before.manifest->build));
  translating_xapian_errors("cannot read the index in " + dir.path(), [&] {
    const Xapian::Database database(dir.database(before.manifest->build));
    before.files = stored_files(database);
    before.generation = stored_generation(database);
    before.passages = passage_count(database);
    before.deleted = DeletedDocuments(database).count();
  });
  return before;
}

// The generation continues across rebuilds, so that it never names two states of one folder; but a
// damaged index, which --rebuild replaces, may not have a readable one.
std::uint64_t generation_of(const IndexDir& dir, std::uint64_t build) {
  if (build == 0) return 0;
  try {
    return stored_generation(Xapian::Database(dir.database(build)));
  } catch (const Xapian::Error& error) {
    if (may_pass(error)) throw_as_ours(error, "cannot read the index in " + dir.path());
    return 0;
  }
}

MemoryShares memory_shares(const UpdateOptions& options) {
  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  return {options.memory_bytes, options.threads != 0 ? options.threads : processors};
}

class Update {
 public:
  Update(const UpdateOptions& options, const ProgressCallback& callback)
      : options_(options),
        memory_(memory_shares(options)),
        dir_(options.index_dir),
        progress_(callback) {}

  UpdateSummary run() {
    dir_.refuse_foreign();  // before a lock is made there
    progress_.report(UpdateProgress::Phase::kDiscovering);
    const Discovery found = discover(options_.paths);
    summary_.skipped = found.skipped;
    summary_.problems = found.problems;
    summary_.failed = found.problems.size();
    const WriterLock lock(options_.index_dir, options_.lock_timeout_ms);
    before_ = read_index(dir_, options_.mode);
    const bool nothing = !before_.manifest && found.files.empty() && !found.problems.empty();
    if (!nothing) bring_in(plan_update(found, before_.files));
    return std::move(summary_);
  }

 private:
  void bring_in(const UpdatePlan& plan) {
    if (options_.all_or_nothing && !is_sound_ahead(plan)) return;
    if (!before_.manifest) return make_first(plan);
    dir_.remove_leftovers(before_.manifest->build);
    const bool rebuild = is_better_rebuilt(plan, {before_.files, before_.passages, before_.deleted},
                                           options_.rebuild_from);
    if (!rebuild || !rebuild_index(plan)) change(plan);
  }

  // Returns false if a file cannot be indexed, or if the caller wants the run to stop.
  bool is_sound_ahead(const UpdatePlan& plan) {
    progress_.begin(plan.to_read);
    const auto report = [&](std::size_t done) {
      UpdateProgress& state = progress_.state();
      if (done != 0) state.bytes_done += plan.to_read[done - 1].stamp.size;
      state.files_done = done;
      state.current = plan.to_read[done].stamp.path;
      summary_.interrupted = !progress_.report(UpdateProgress::Phase::kChecking);
      return !summary_.interrupted;
    };
    for (Problem& problem : problems_ahead(plan, options_.encoding, report)) {
      summary_.problems.push_back(std::move(problem));
      ++summary_.failed;
    }
    summary_.withheld = summary_.interrupted || !summary_.problems.empty();
    if (summary_.withheld && before_.manifest) count_totals(before_.manifest->build);
    return !summary_.withheld;
  }

  // ---- new databases ------------------------------------------------------------------

  FreshBuild fresh_build(std::uint64_t build, std::uint64_t generation, const UpdatePlan& plan) {
    NewDatabase wanted{.memory = memory_, .generation = generation, .encoding = options_.encoding};
    if (bytes_of(plan.to_read) < options_.exact_lists_from) wanted.lists = TermLists::kAll;
    return {dir_, build, std::move(wanted), progress_};
  }

  // If ibid.json is damaged, the live build is unknown: all stay until the new one is live.
  void make_first(const UpdatePlan& plan) {
    std::optional<Manifest> live;
    bool known = true;
    try {
      live = dir_.manifest();
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kIndex) throw;
      known = false;
    }
    const std::uint64_t last = live ? live->build : known ? 0 : dir_.highest_build();
    dir_.remove_leftovers(known ? std::optional(last) : std::nullopt);
    take_over(fresh_build(last + 1, generation_of(dir_, last) + 1, plan).make(plan), last + 1);
  }

  // Makes the update as a new build. Returns false if that failed and changed nothing; the update
  // may then succeed in place, which takes less space.
  bool rebuild_index(const UpdatePlan& plan) {
    const std::uint64_t live = before_.manifest->build;
    const UpdatePlan all = rebuild_plan(plan);
    std::optional<BuildResult> built;
    try {
      built = fresh_build(live + 1, before_.generation + 1, all).make_in_bulk(all);
    } catch (const Error& error) {
      if (dir_.usable_manifest().build != live) throw;  // it has taken over
      summary_.notes.push_back(
          {dir_.path(), std::string(error.what()) + "; the index is updated in place instead"});
    }
    if (!built) return false;
    take_over(std::move(*built), live + 1);
    summary_.removed = plan.vanished.size();
    if (summary_.interrupted) count_totals(live);
    return true;
  }

  void take_over(BuildResult built, std::uint64_t build) {
    summary_.rebuilt = true;
    summary_.append(std::move(built.counts));
    summary_.interrupted = built.outcome == BuildOutcome::kStopped;
    if (summary_.interrupted) return;
    count_totals(build);
    progress_.report(UpdateProgress::Phase::kDone);
  }

  // ---- the database that is there -----------------------------------------------------

  void change(const UpdatePlan& plan) {
    const std::string database = dir_.database(before_.manifest->build);
    summary_.unchanged = plan.unchanged.size();
    UpdateInPlace update({.dir = database,
                          .files = before_.files,
                          .generation = before_.generation,
                          .memory = memory_,
                          .encoding = options_.encoding},
                         progress_);
    if (!plan.to_read.empty() || !plan.vanished.empty()) summary_.interrupted = !update.apply(plan);
    update.finish();
    summary_.append(update.take_counts());
    keep_block_sums(database);
    count_totals(before_.manifest->build);
    progress_.report(UpdateProgress::Phase::kDone);
  }

  // The update itself is done, and the old sums stay true of the blocks that it did not change; the
  // same holds if an earlier run was killed before this.
  void keep_block_sums(const std::string& database) {
    try {
      update_block_sums(database);
    } catch (const Error& error) {
      summary_.notes.push_back(
          {dir_.path(), std::string("its checksums do not cover this update: ") + error.what()});
    }
  }

  void count_totals(std::uint64_t build) {
    translating_xapian_errors("cannot read the index in " + dir_.path(), [&] {
      const Xapian::Database database(dir_.database(build));
      summary_.total_reports = stored_report_count(database);
      summary_.total_passages = passage_count(database);
      summary_.generation = stored_generation(database);
    });
  }

  const UpdateOptions& options_;
  MemoryShares memory_;
  IndexDir dir_;
  PacedProgress progress_;
  Before before_;
  UpdateSummary summary_;
};

}  // namespace

UpdateSummary update_index(const UpdateOptions& options, const ProgressCallback& progress) {
  return Update(options, progress).run();
}

}  // namespace ibid
