// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes changed files through Xapian's own API into an existing database. It also fills a new
// database if the bulk loader cannot. Library-internal.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/files/reader.h"
#include "corpus/report/report.h"
#include "indexer/build/memory_shares.h"
#include "indexer/build/read_report.h"
#include "indexer/documents/document_builder.h"
#include "indexer/folder/index_dir.h"
#include "indexer/plan/update_plan.h"
#include "indexer/records/passage_record.h"
#include "indexer/update/earlier_texts.h"
#include "indexer/update/paced_progress.h"
#include "indexer/update/update_progress.h"
#include "indexer/update/xapian_writer.h"

namespace ibid {

struct ChangedDatabase {
  std::string dir;
  OpenMode mode = OpenMode::kUpdate;
  MadeFor made_for = MadeFor::kHere;               // with kCreate
  const std::map<std::string, FileRecord>& files;  // of its reports, by id; outlive the update
  std::uint64_t generation = 0;                    // before its first commit
  MemoryShares memory;
  ReadOptions reading = {};
  std::string keep_from = {};          // as in NewDatabase
  EarlierDatabase* earlier = nullptr;  // likewise; null: the database itself
  std::uint64_t commit_time = 0;       // seconds since 1970; 0: the clock's
};

// Thread: one object, one thread. Throws Error{kIndex, kSystem}. The database is as at its last
// commit after an error, and if this is destroyed without finish().
class UpdateInPlace {
 public:
  // Opens the database only when there is something to write. `progress` outlives this.
  UpdateInPlace(ChangedDatabase database, PacedProgress& progress)
      : database_(std::move(database)), progress_(progress) {
    if (database_.made_for == MadeFor::kNodes) builder_.keep_places();
  }

  void set_metadata(std::string_view key, std::string_view value) {
    writer().set_metadata(key, value);
  }
  // Removes the reports of deleted files and writes new and changed ones, report by report; commits
  // when too much is pending. Returns false if the caller stopped it before the end of the plan.
  bool apply(const UpdatePlan& plan);
  // Commits pending changes, if any, and closes the database.
  void finish();

  // Counts all that was done, committed or not.
  UpdateCounts take_counts() { return std::move(counts_); }

 private:
  XapianWriter& writer();
  void remove_vanished(const UpdatePlan& plan);
  void note_vanished(const std::string& id, const std::string& sha256);
  FirstSeen first_seen(const PlannedFile& file, const std::string& sha256,
                       const std::string& reader);
  bool read_and_write(const PlannedFile& file);
  bool read_file_and_write(const PlannedFile& file);
  std::optional<Report> write(const UnparsedReport& text, const PlannedFile& file,
                              PassageCounts& counts);
  void count(const PlannedFile& file, const Report& report, const PassageCounts& counts);
  bool keep(const PlannedFile& file);
  void touch(const PlannedFile& file);
  void commit();

  ChangedDatabase database_;
  PacedProgress& progress_;
  std::optional<XapianWriter> writer_;
  DocumentBuilder builder_;
  UpdateCounts counts_;
  std::multiset<std::string> vanished_hashes_;  // of files whose reports were removed
  // Of such reports, by their ids and by the same.
  std::map<std::string, std::shared_ptr<const EarlierTexts>> vanished_ids_, vanished_bytes_;
  std::uint64_t reports_added_ = 0, reports_removed_ = 0;
};

}  // namespace ibid
