// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/new_build.h"

#include <atomic>
#include <chrono>
#include <future>
#include <mutex>
#include <system_error>
#include <utility>

#include "corpus/error.h"
#include "indexer/build/bulk_loader.h"
#include "indexer/build/read_report.h"
#include "indexer/build/report_pool.h"
#include "indexer/names/alias_names.h"
#include "indexer/schema.h"
#include "indexer/system/memory_check.h"
#include "indexer/update/earlier_texts.h"
#include "indexer/update/kept_report.h"

namespace ibid {
namespace {

class DatabaseFromFiles {
 public:
  DatabaseFromFiles(const NewDatabase& database, const UpdatePlan& plan,
                    const ProgressCallback& report)
      : database_(database),
        plan_(plan),
        report_(report),
        earlier_(database.earlier, database.vanished),
        loader_(database.dir, database.memory, database.lists),
        pool_(
            loader_, database.memory, [this] { return next(); },
            [this](ReadReport& read) { settle(read); }) {
    progress_.phase = UpdateProgress::Phase::kIndexing;
    progress_.files_total = plan.to_read.size();
    progress_.bytes_total = bytes_of(plan.to_read);
  }

  BuildResult run() {
    const bool whole = make();
    return {whole   ? BuildOutcome::kWhole
            : lost_ ? BuildOutcome::kLost
                    : BuildOutcome::kStopped,
            std::move(counts_)};
  }

 private:
  bool make() {
    auto names = std::async(std::launch::async, [] {
      Analyzer analyzer;
      return alias_names(analyzer);
    });
    if (!watch() || !pool_.run([this] { return watch(); }) || !watch()) return false;
    progress_.phase = UpdateProgress::Phase::kCommitting;
    for (const auto& [key, value] : names.get()) loader_.set_metadata(key, value);
    loader_.set_metadata(schema::kMetaReports, std::to_string(reports_));
    loader_.set_metadata(schema::kMetaGeneration, std::to_string(database_.generation));
    for (const auto& [key, value] : earlier_.times()) loader_.set_metadata(key, value);
    loader_.set_metadata(generation_time_key(database_.generation),
                         std::to_string(commit_time(database_.commit_time)));
    std::atomic<bool> stop = false;
    auto finished = std::async(std::launch::async, [&] { return loader_.finish(identity_, stop); });
    do {
      if (!watch()) stop = true;
    } while (finished.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready);
    return finished.get();
  }

  std::optional<ReportPool::Task> next() {
    if (next_ == plan_.to_read.size()) return std::nullopt;
    const PlannedFile& file = plan_.to_read[next_++];
    const std::lock_guard lock(mutex_);
    progress_.current = file.stamp.path;
    return ReportPool::Task{[this, &file] { return read(file); }, file.stamp.size};
  }

  // A file that cannot be read is replaced by the report that was made from it.
  ReadReport read(const PlannedFile& file) const {
    ReadReport read;
    if (!file.keep) read = read_one(file, database_.reading);
    if (!read.unparsed && file.known != nullptr && !database_.keep_from.empty()) {
      read.report = kept_report(database_.keep_from, file.report_id);
      read.stamp = file.known->stamp;
      if (!read.report && file.keep) read.problem = "cannot read: its file was not found";
    }
    if (!read.unparsed && !read.report) return read;
    const std::string sha256 = read.unparsed ? read.unparsed->sha256() : read.report->sha256;
    const std::string reader = read.unparsed ? read.unparsed->reader() : reader_of(*read.report);
    const bool same =
        file.known != nullptr && file.known->sha256 == sha256 && file.known->reader == reader;
    read.first_seen = earlier_.first_seen({file.report_id, sha256, same, database_.generation});
    return read;
  }

  void settle(const ReadReport& read) {
    const FileRecord* known = plan_.to_read[settled_++].known;
    counts_.bytes += read.bytes;
    if (!read.problem.empty()) fail(read, known != nullptr);
    if (read.report) {
      const bool same = known != nullptr && known->sha256 == read.report->sha256 &&
                        known->stamp.given == read.stamp.given &&
                        known->reader == reader_of(*read.report);
      if (read.problem.empty()) count(read, known, same);
      const bool asked = database_.lost == NewDatabase::Lost::kDrop;  // to read all again
      if (!same || asked) note(read);
      counts_.passages += read.counts.passages;
      ++reports_;
      if ((!same || asked) && read.report->encoding != Encoding::kUtf8)
        ++counts_.encodings[read.report->encoding];
      identity_ += read.report->id + '\0' + read.report->sha256 + '\n';
    }
    const std::lock_guard lock(mutex_);
    ++progress_.files_done;
  }

  void fail(const ReadReport& read, bool indexed) {
    Problem problem{read.stamp.path, read.problem};
    if (indexed && !read.report) {
      if (database_.lost == NewDatabase::Lost::kStop) lost_ = true;
      problem.message += "; what was indexed of it cannot be kept either";
      ++counts_.removed;
    }
    counts_.problems.push_back(std::move(problem));
    ++counts_.failed;
  }

  void count(const ReadReport& read, const FileRecord* known, bool same) {
    if (known == nullptr) {
      ++counts_.added;
    } else if (!same) {
      ++counts_.updated;
    } else {
      ++counts_.unchanged;
      if (!(known->stamp == read.stamp)) ++counts_.touched;
    }
  }

  void note(const ReadReport& read) {
    for (const std::string& note : read.report->notes) {
      counts_.notes.push_back({read.stamp.path, note});
    }
    if (read.counts.passages == 0) {
      counts_.notes.push_back({read.stamp.path, "contains no passage"});
    }
  }

  bool watch() {
    if (lost_) return false;
    UpdateProgress progress;
    {
      const std::lock_guard lock(mutex_);
      progress = progress_;
    }
    progress.passages = pool_.passages();
    progress.bytes_done = pool_.bytes();
    return report_(progress);
  }

  const NewDatabase& database_;
  const UpdatePlan& plan_;
  const ProgressCallback& report_;
  mutable EarlierDatabase earlier_;
  BulkLoader loader_;
  ReportPool pool_;
  std::size_t next_ = 0, settled_ = 0;  // in plan_.to_read
  std::uint64_t reports_ = 0;
  UpdateCounts counts_;
  std::atomic<bool> lost_ = false;  // the file of an indexed report cannot be read
  std::string identity_;
  std::mutex mutex_;  // of progress_
  UpdateProgress progress_;
};

}  // namespace

BuildResult build_database(const NewDatabase& database, const UpdatePlan& plan,
                           const ProgressCallback& report) {
  constexpr std::size_t kLeast = 64 << 20;  // bytes: the least --memory, and tables of two threads
  expect_memory(kLeast);
  try {
    return DatabaseFromFiles(database, plan, report).run();
  } catch (const std::system_error& error) {
    throw Error(ErrorKind::kSystem, "cannot start a thread: " + error.code().message() +
                                        "; allow more memory and threads, or give --threads 1");
  }
}

}  // namespace ibid
