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
#include "corpus/reader_process/reader_pool.h"
#include "ibid_version.h"
#include "indexer/build/memory_shares.h"
#include "indexer/folder/deleted_documents.h"
#include "indexer/folder/index_dir.h"
#include "indexer/folder/one_state.h"
#include "indexer/folder/writer_lock.h"
#include "indexer/folder/xapian_error.h"
#include "indexer/plan/rebuild_choice.h"
#include "indexer/plan/split_files.h"
#include "indexer/plan/update_plan.h"
#include "indexer/records/passage_record.h"
#include "indexer/records/stored_reports.h"
#include "indexer/schema.h"
#include "indexer/system/durable_files.h"
#include "indexer/system/stopped.h"
#include "indexer/update/change_finder.h"
#include "indexer/update/fresh_build.h"
#include "indexer/update/index_before.h"
#include "indexer/update/paced_progress.h"
#include "indexer/update/read_ahead.h"
#include "indexer/update/update_in_place.h"

namespace ibid {
namespace {

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

ReadDocuments read_by(const UpdateOptions& options, ReaderPool& pool) {
  if (options.read_documents) return options.read_documents;
  return [&pool](const ReaderInput& input) {
    try {
      return pool.read(input);
    } catch (const ReadingStopped&) {
      throw Stopped{};
    }
  };
}

ReaderPoolOptions pool_options(const UpdateOptions& options) {
  ReaderPoolOptions out;
  out.require_sandbox = options.require_sandbox;
  out.go_on = options.go_on;
  return out;
}

class Update {
 public:
  Update(const UpdateOptions& options, const ProgressCallback& callback)
      : options_(options),
        memory_(memory_shares(options)),
        dir_(options.index_dir),
        pool_(pool_options(options)),
        reading_{options.encoding, read_by(options, pool_)},
        progress_(callback) {}

  UpdateSummary run() {
    dir_.refuse_foreign();  // before a lock is made there
    if (options_.paths.empty() && options_.remove.empty() && !dir_.manifest()) {
      throw Error(ErrorKind::kUsage, "name the files and folders to index; there is no index in " +
                                         dir_.path() + " that knows its folders");
    }
    const WriterLock lock(options_.index_dir, options_.lock_timeout_ms);
    const bool rebuild = options_.mode == UpdateOptions::Mode::kRebuild;
    before_ = rebuild ? read_for_rebuild(dir_) : read_index(dir_);
    progress_.report(UpdateProgress::Phase::kDiscovering);
    const std::optional<UpdatePlan> plan = changes_.find();
    if (!plan) return std::move(summary_);
    try {
      // A feed drops its oldest entries: they are not counted among the files that are gone.
      bring_in(split_files(*plan, before_.files, reading_));
    } catch (const Stopped&) {  // while a file was read, before anything was written
      summary_.interrupted = true;
      count_totals(before_.database);
    }
    return std::move(summary_);
  }

 private:
  void bring_in(const UpdatePlan& plan) {
    for (const std::string& id : plan.vanished) vanished_[before_.files.at(id).sha256] = id;
    // A rebuild reads unchanged files, too, perhaps in another encoding.
    const bool reads_all = !before_.manifest;
    if (options_.all_or_nothing && !is_sound_ahead(reads_all ? all_of(plan) : plan)) return;
    if (reads_all) return make_first(plan);
    dir_.remove_leftovers(before_.manifest->build);
    if (made_for() == MadeFor::kNodes || before_.made_for == MadeFor::kNodes) {
      const bool same =
          plan.to_read.empty() && plan.vanished.empty() && made_for() == before_.made_for;
      return same ? change(plan) : make_anew(plan);
    }
    const bool rebuild = is_better_rebuilt(plan, {before_.files, before_.passages, before_.deleted},
                                           options_.rebuild_from);
    if (!rebuild || !rebuild_index(plan)) change(plan);
  }

  UpdatePlan all_of(const UpdatePlan& plan) const {
    return split_files(rebuild_plan(plan), before_.files, reading_);
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
    for (Problem& problem : problems_ahead(plan, reading_, report)) {
      summary_.problems.push_back(std::move(problem));
      ++summary_.failed;
    }
    summary_.withheld = summary_.interrupted || !summary_.problems.empty();
    if (summary_.withheld) count_totals(before_.database);
    return !summary_.withheld;
  }

  // ---- new databases ------------------------------------------------------------------

  Manifest manifest_of(std::uint64_t build) const {
    return {schema::kFormatVersion,
            schema::kAnalyzer,
            std::string("ibid ") + kVersion,
            build,
            changes_.roots(),
            changes_.removed(),
            changes_.metadata(),
            made_for()};
  }

  MadeFor made_for() const { return options_.made_for.value_or(before_.made_for); }

  FreshBuild fresh_build(std::uint64_t build, std::uint64_t generation, const UpdatePlan& plan) {
    NewDatabase wanted{
        .memory = memory_,
        .generation = generation,
        .reading = reading_,
        .keep_from = before_.database,
        .earlier = before_.database.empty() ? before_.earlier : before_.database,
        .vanished = vanished_,
        .commit_time = options_.commit_time,
        .lost = before_.manifest ? NewDatabase::Lost::kStop : NewDatabase::Lost::kDrop};
    wanted.made_for = made_for();
    if (bytes_of(plan.to_read) < options_.exact_lists_from) wanted.lists = TermLists::kAll;
    return {dir_, manifest_of(build), std::move(wanted), progress_};
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
    const UpdatePlan all = all_of(plan);
    take_over(fresh_build(last + 1, generation_of(dir_, last) + 1, all).make(all), last + 1);
    summary_.removed += plan.vanished.size();
  }

  // Of an index for nodes: servers read a build as long as they like, so none changes.
  void make_anew(const UpdatePlan& plan) {
    const std::uint64_t build = before_.manifest->build + 1;
    const UpdatePlan all = all_of(plan);
    take_over(fresh_build(build, before_.generation + 1, all).make(all), build);
    summary_.removed += plan.vanished.size();
  }

  // Makes the update as a new build. Returns false if that failed and changed nothing; the update
  // may then succeed in place, which takes less space.
  bool rebuild_index(const UpdatePlan& plan) {
    const std::uint64_t live = before_.manifest->build;
    const UpdatePlan all = all_of(plan);
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
    summary_.removed += plan.vanished.size();
    return true;
  }

  void take_over(BuildResult built, std::uint64_t build) {
    summary_.rebuilt = true;
    summary_.append(std::move(built.counts));
    summary_.interrupted = built.outcome == BuildOutcome::kStopped;
    if (summary_.interrupted) return count_totals(before_.database);
    dir_.remove_leftovers(build);
    count_totals(dir_.database(build));
    progress_.report(UpdateProgress::Phase::kDone);
  }

  // ---- the database that is there -----------------------------------------------------

  void change(const UpdatePlan& plan) {
    const std::string database = dir_.database(before_.manifest->build);
    summary_.unchanged = plan.unchanged.size();
    if (!options_.remove.empty()) summary_.unchanged += plan.kept.size();  // none was looked for
    renew_manifest();
    UpdateInPlace update({.dir = database,
                          .files = before_.files,
                          .generation = before_.generation,
                          .memory = memory_,
                          .reading = reading_,
                          .commit_time = options_.commit_time},
                         progress_);
    if (!plan.to_read.empty() || !plan.vanished.empty()) summary_.interrupted = !update.apply(plan);
    update.finish();
    sync_folder(database);  // what a killed run has renamed, if there was nothing to do
    seal(database);
    summary_.append(update.take_counts());
    count_totals(database);
    progress_.report(UpdateProgress::Phase::kDone);
  }

  // Before the first commit: a program that cannot read what is written must not try, and a folder
  // that is named too early does no harm.
  void renew_manifest() const {
    Manifest renewed = *before_.manifest;
    renewed.format_version = schema::kFormatVersion;
    renewed.roots = changes_.roots();
    renewed.removed = changes_.removed();
    renewed.metadata = changes_.metadata();
    if (renewed == *before_.manifest) return;
    dir_.write_manifest(renewed);
  }

  // Without it the next readers compare all checksums, and the update is done all the same.
  static void seal(const std::string& database) {
    try {
      seal_state(database);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kSystem) throw;
    }
  }

  // Of the database that is live now; empty: there is none, or none that can be read.
  void count_totals(const std::string& live) {
    if (live.empty()) return;
    translating_xapian_errors("cannot read the index in " + dir_.path(), [&] {
      const Xapian::Database database(live);
      summary_.total_reports = stored_report_count(database);
      summary_.total_passages = passage_count(database);
      summary_.generation = stored_generation(database);
    });
  }

  const UpdateOptions& options_;
  MemoryShares memory_;
  IndexDir dir_;
  ReaderPool pool_;
  ReadOptions reading_;
  PacedProgress progress_;
  IndexBefore before_;
  UpdateSummary summary_;
  std::map<std::string, std::string> vanished_;  // SHA-256 of a file -> its report
  ChangeFinder changes_{options_, dir_, before_, summary_};
};

}  // namespace

UpdateSummary update_index(const UpdateOptions& options, const ProgressCallback& progress) {
  return Update(options, progress).run();
}

}  // namespace ibid
