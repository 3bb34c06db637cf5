// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "corpus/discover.h"
#include "ibid_version.h"
#include "indexer/alias_names.h"
#include "indexer/block_sums.h"
#include "indexer/document_builder.h"
#include "indexer/gone_documents.h"
#include "indexer/index_dir.h"
#include "indexer/load_check.h"
#include "indexer/memory_shares.h"
#include "indexer/new_build.h"
#include "indexer/read_ahead.h"
#include "indexer/read_report.h"
#include "indexer/rebuild_choice.h"
#include "indexer/schema.h"
#include "indexer/stopped.h"
#include "indexer/stored_reports.h"
#include "indexer/update_plan.h"
#include "indexer/xapian_error.h"
#include "indexer/xapian_writer.h"

namespace ibid {
namespace {

constexpr std::uint64_t kLargeReport = 1u << 20;  // bytes of its file; some two seconds of work

// What the index held when the run began.
struct Before {
  std::optional<Manifest> manifest;  // none: a new build
  std::map<std::string, FileRecord> files;
  std::uint64_t generation = 0;
  std::uint64_t passages = 0, gone = 0;
};

Before look_at_index(const IndexDir& dir, UpdateOptions::Mode mode) {
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
    before.gone = GoneDocuments(database).count();
  });
  return before;
}

// The generation goes on across rebuilds, so that it never names two states of one folder; but a
// damaged index, which is what --rebuild is for, may not tell it.
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

class Run {
 public:
  Run(const UpdateOptions& options, const ProgressCallback& progress)
      : options_(options),
        callback_(progress),
        memory_(memory_shares(options)),
        dir_(options.index_dir) {}

  UpdateSummary run() {
    dir_.refuse_foreign();  // before a lock is made there
    tell(UpdateProgress::Phase::kDiscovering);
    Discovery found = discover(options_.paths);
    summary_.skipped = found.skipped;
    summary_.problems = found.problems;
    summary_.failed = found.problems.size();
    const WriterLock lock(options_.index_dir, options_.lock_timeout_ms);
    before_ = look_at_index(dir_, options_.mode);
    if (!before_.manifest && found.files.empty() && !found.problems.empty()) return summary_;
    const UpdatePlan plan = plan_update(found, before_.files);
    if (options_.all_or_nothing && !is_sound_ahead(plan)) return std::move(summary_);
    if (before_.manifest) {
      dir_.remove_leftovers(before_.manifest->build);
      database_ = dir_.database(before_.manifest->build);
      generation_ = before_.generation;
      if (is_better_anew(plan, {before_.files, before_.passages, before_.gone},
                         options_.rebuild_from) &&
          make_anew(plan)) {
        return std::move(summary_);
      }
      summary_.unchanged = plan.unchanged.size();
      if (!plan.to_read.empty() || !plan.vanished.empty()) apply(plan);
      finish();
    } else {
      begin_build();
      make_build(plan);
    }
    return std::move(summary_);
  }

 private:
  // False: a file cannot be indexed, or the caller wants the run to stop.
  bool is_sound_ahead(const UpdatePlan& plan) {
    progress_.files_total = plan.to_read.size();
    progress_.bytes_total += bytes_of(plan.to_read);
    const auto tell_of = [&](std::size_t done) {
      if (done != 0) progress_.bytes_done += plan.to_read[done - 1].stamp.size;
      progress_.files_done = done;
      progress_.current = plan.to_read[done].stamp.path;
      summary_.interrupted = !tell(UpdateProgress::Phase::kChecking);
      return !summary_.interrupted;
    };
    for (Problem& problem : problems_ahead(plan, options_.encoding, tell_of)) {
      summary_.problems.push_back(std::move(problem));
      ++summary_.failed;
    }
    progress_ = {};
    summary_.withheld = summary_.interrupted || !summary_.problems.empty();
    if (summary_.withheld && before_.manifest) {
      count_totals(dir_.database(before_.manifest->build));
    }
    return !summary_.withheld;
  }

  // An update as a new build. False: it came to nothing, and nothing happened; what fails here may
  // go well in place, which takes less room.
  bool make_anew(const UpdatePlan& plan) {
    build_ = before_.manifest->build + 1;
    try {
      if (std::optional<BuildResult> built = build_in_bulk(plan_anew(plan))) {
        take_over(std::move(*built));
        summary_.anew = true;
        summary_.removed = plan.vanished.size();
        if (summary_.interrupted) count_totals(dir_.database(before_.manifest->build));
        return true;
      }
    } catch (const Error&) {
      if (dir_.usable_manifest().build != before_.manifest->build) throw;  // it has taken over
      remove(dir_.unfinished(build_));
      remove(dir_.finished(build_));
    }
    build_ = 0;
    return false;
  }

  // Where ibid.json is damaged nobody knows which build was live: all stay until the new one is.
  void begin_build() {
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
    generation_ = generation_of(dir_, last);
    build_ = last + 1;
  }

  void make_build(const UpdatePlan& plan) {
    summary_.anew = true;
    try {
      if (std::optional<BuildResult> built = build_in_bulk_if_sound(plan)) {
        take_over(std::move(*built));
      } else {
        build_by_xapian(plan);
      }
    } catch (...) {
      writer_.reset();
      remove(dir_.unfinished(build_));
      remove(dir_.finished(build_));
      throw;
    }
  }

  // None, too, where what came out was not right: there is another way.
  std::optional<BuildResult> build_in_bulk_if_sound(const UpdatePlan& plan) {
    try {
      return build_in_bulk(plan);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::kIndex) throw;
      remove(dir_.finished(build_));
      summary_.notes.push_back({dir_.path(), std::string(error.what()) +
                                                 "; it is built again through Xapian's own API"});
      return std::nullopt;
    }
  }

  // None: this Xapian has another format, or a report of the index would be lost.
  std::optional<BuildResult> build_in_bulk(const UpdatePlan& plan) {
    const std::string database = dir_.finished(build_);
    if (!xapian_reads_bulk_loads(dir_.unfinished(build_))) return std::nullopt;
    const NewDatabase wanted{.dir = database,
                             .memory = memory_,
                             .generation = generation_ + 1,
                             .lists = bytes_of(plan.to_read) < options_.exact_lists_from
                                          ? TermLists::kAll
                                          : TermLists::kExact,
                             .encoding = options_.encoding};
    const auto tell = [this](const UpdateProgress& progress) {
      progress_ = progress;
      return !callback_ || callback_(progress_);
    };
    BuildResult built = build_database(wanted, plan, tell);
    if (built.outcome != BuildOutcome::kWhole) remove(database);
    if (built.outcome == BuildOutcome::kLost) return std::nullopt;
    return built;
  }

  void take_over(BuildResult built) {
    summary_.append(std::move(built.counts));
    summary_.interrupted = built.outcome == BuildOutcome::kStopped;
    if (summary_.interrupted) return;
    dir_.publish(manifest_of_build());
    count_totals(dir_.database(build_));
    tell(UpdateProgress::Phase::kDone);
  }

  void build_by_xapian(const UpdatePlan& plan) {
    database_ = dir_.unfinished(build_);
    remove(database_);
    Analyzer analyzer;
    for (const auto& [key, value] : alias_names(analyzer)) writer().set_metadata(key, value);
    apply(plan);
    finish();
  }

  Manifest manifest_of_build() const {
    return {schema::kFormatVersion, schema::kAnalyzer, std::string("ibid ") + kVersion, build_};
  }

  static void remove(const std::string& path) {
    std::error_code ignored;  // what stays behind the next writer removes
    std::filesystem::remove_all(path, ignored);
  }

  XapianWriter& writer() {
    if (!writer_)
      writer_.emplace(database_, build_ != 0 ? OpenMode::kCreate : OpenMode::kUpdate,
                      memory_.pending);
    return *writer_;
  }

  void apply(const UpdatePlan& plan) {
    progress_.files_total = plan.to_read.size();
    progress_.bytes_total += bytes_of(plan.to_read);
    std::set<std::string> vanished_hashes;
    for (const std::string& id : plan.vanished) {
      vanished_hashes.insert(before_.files.at(id).sha256);
      writer().remove_report(id, {schema::kMetaReport + id, schema::kMetaFile + id});
      ++summary_.removed;
      ++reports_removed_;
    }
    for (const PlannedFile& file : plan.to_read) {
      progress_.current = file.stamp.path;
      if (!tell(UpdateProgress::Phase::kIndexing)) {
        summary_.interrupted = true;
        return;
      }
      read_and_write(file, vanished_hashes);
      if (summary_.interrupted) return;
      ++progress_.files_done;
      progress_.bytes_done += file.stamp.size;
      if (writer_ && writer_->pending_bytes() > memory_.pending) commit();
    }
  }

  // Reads and writes one file; what is wrong with it becomes a problem and costs nothing else.
  void read_and_write(const PlannedFile& file, std::set<std::string>& vanished_hashes) {
    ReadReport read = read_one(file, options_.encoding, SameBytes::kLeave);
    summary_.bytes += read.bytes;
    if (!read.problem.empty()) {
      summary_.problems.push_back({file.stamp.path, std::move(read.problem)});
      ++summary_.failed;
      return;
    }
    if (!read.unparsed) return touch(file);
    PassageCounts counts;
    const std::optional<Report> written = write(*read.unparsed, file, counts);
    if (!written) return;
    const Report& report = *written;
    for (const std::string& note : report.notes) summary_.notes.push_back({file.stamp.path, note});
    if (counts.passages == 0) summary_.notes.push_back({file.stamp.path, "holds no passage"});
    summary_.passages += counts.passages;
    if (report.encoding != Encoding::kUtf8) ++summary_.encodings[report.encoding];
    if (file.known == nullptr) ++reports_added_;
    if (file.known != nullptr) {
      ++summary_.updated;
    } else if (vanished_hashes.erase(report.sha256) != 0) {
      ++summary_.moved;
      ++summary_.updated;
      --summary_.removed;
    } else {
      ++summary_.added;
    }
  }

  // None where the caller stopped the run in the middle of the report, which is then not written.
  // A report of some size can be stopped: all that is not committed goes with it, so what came
  // before is committed first. A small one is done in a moment.
  std::optional<Report> write(const UnparsedReport& text, const PlannedFile& file,
                              PassageCounts& counts) {
    const bool large = file.stamp.size > kLargeReport;
    const std::uint64_t bytes_before = progress_.bytes_done;
    if (large && writer().pending_bytes() > 0) commit();
    writer().begin_report(file.report_id);
    const auto add = [&](const Passage& passage, const IndexDocument& document) {
      writer_->add(document);
      progress_.bytes_done = bytes_before + passage.bytes.end;
      ++progress_.passages;
      if (!tell(UpdateProgress::Phase::kIndexing) && large) throw Stopped{};
    };
    std::optional<Report> report;
    try {
      PassageTotals totals;
      report = text.parse(kPartBytes, [&](Report part) {
        totals.append(finish_part(part));
        builder_.build(part, add);
        if (builder_.memory_bytes() > memory_.words) {
          builder_.clear_vocabulary();
        }
      });
      counts = totals.counts;
      conclude(*report, std::move(totals));
      writer_->end_report(DocumentBuilder::metadata(*report, counts, file.stamp));
    } catch (const Stopped&) {
      writer_->drop_pending();
      summary_.interrupted = true;
      report.reset();
    }
    progress_.bytes_done = bytes_before;
    return report;
  }

  void touch(const PlannedFile& file) {
    writer().set_metadata(schema::kMetaFile + file.report_id,
                          encode(FileRecord{file.stamp, file.known->sha256}));
    ++summary_.unchanged;
    ++summary_.touched;
  }

  void commit() {
    tell(UpdateProgress::Phase::kCommitting);
    const std::uint64_t reports = before_.files.size() + reports_added_ - reports_removed_;
    writer_->set_metadata(schema::kMetaReports, std::to_string(reports));
    writer_->set_metadata(schema::kMetaGeneration, std::to_string(++generation_));
    writer_->commit();
    builder_.clear_vocabulary();
  }

  void finish() {
    const bool dropped = summary_.interrupted && build_ != 0;
    if (writer_ && !dropped) commit();
    writer_.reset();
    if (dropped) return remove(database_);
    if (build_ != 0) {
      compact_database(database_, dir_.finished(build_));
      make_block_sums(dir_.finished(build_));
      dir_.publish(manifest_of_build());
      remove(database_);
    } else {
      keep_block_sums();
    }
    count_totals(dir_.database(build_ != 0 ? build_ : before_.manifest->build));
    tell(UpdateProgress::Phase::kDone);
  }

  // The update itself is done, and the sums of before stay true of what it left alone; so do they
  // where an earlier run was killed before this.
  void keep_block_sums() {
    try {
      update_block_sums(database_);
    } catch (const Error& error) {
      summary_.notes.push_back(
          {dir_.path(), std::string("its checksums do not cover this update: ") + error.what()});
    }
  }

  void count_totals(const std::string& database_dir) {
    translating_xapian_errors("cannot read the index in " + dir_.path(), [&] {
      const Xapian::Database database(database_dir);
      summary_.total_reports = stored_report_count(database);
      summary_.total_passages = passage_count(database);
      summary_.generation = stored_generation(database);
    });
  }

  // False: the caller wants the run to stop.
  bool tell(UpdateProgress::Phase phase) {
    constexpr auto kInterval = std::chrono::milliseconds(50);
    if (!callback_) return true;
    const auto now = std::chrono::steady_clock::now();
    const bool due = phase != progress_.phase || now - last_told_ >= kInterval;
    progress_.phase = phase;
    if (!due) return wanted_;
    last_told_ = now;
    wanted_ = callback_(progress_) && wanted_;
    return wanted_;
  }

  const UpdateOptions& options_;
  const ProgressCallback& callback_;
  MemoryShares memory_;
  IndexDir dir_;
  Before before_;
  std::uint64_t build_ = 0;  // of the new build; 0 for an update in place
  std::uint64_t generation_ = 0;
  std::uint64_t reports_added_ = 0, reports_removed_ = 0;
  std::string database_;
  std::optional<XapianWriter> writer_;
  DocumentBuilder builder_;
  UpdateSummary summary_;
  UpdateProgress progress_;
  std::chrono::steady_clock::time_point last_told_{};
  bool wanted_ = true;
};

}  // namespace

UpdateSummary update_index(const UpdateOptions& options, const ProgressCallback& progress) {
  return Run(options, progress).run();
}

}  // namespace ibid
