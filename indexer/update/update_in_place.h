// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files that changed, written through Xapian's own API into the database that is there. A new
// database is filled by it, too, where the bulk loader cannot be had. Library-internal.
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
#include "corpus/text/encoding.h"
#include "indexer/build/memory_shares.h"
#include "indexer/build/read_report.h"
#include "indexer/documents/document_builder.h"
#include "indexer/records/passage_record.h"
#include "indexer/update/paced_progress.h"
#include "indexer/update/update_plan.h"
#include "indexer/update/update_progress.h"
#include "indexer/update/xapian_writer.h"

namespace ibid {

struct ChangedDatabase {
  std::string dir;
  OpenMode mode = OpenMode::kUpdate;
  const std::map<std::string, FileRecord>& files;  // of its reports, by id; outlive the update
  std::uint64_t generation = 0;                    // before its first commit
  MemoryShares memory;
  std::optional<Encoding> encoding;  // as in UpdateOptions
};

// Thread: one object, one thread. Throws Error{kIndex, kSystem}; the database is then as at its
// last commit. So it is where this ends without finish().
class UpdateInPlace {
 public:
  // Opens the database when there is something to write. `progress` outlives this.
  UpdateInPlace(ChangedDatabase database, PacedProgress& progress)
      : database_(std::move(database)), progress_(progress) {}

  void set_metadata(std::string_view key, std::string_view value) {
    writer().set_metadata(key, value);
  }
  // Removes what is gone and writes what is new or changed, report by report; commits when too much
  // is pending. False: the caller wanted it to stop, before the end of the plan.
  bool apply(const UpdatePlan& plan);
  // Commits what is pending, if anything is, and closes the database.
  void finish();

  // What was done, committed or not.
  UpdateCounts take_counts() { return std::move(counts_); }

 private:
  XapianWriter& writer();
  void remove_vanished(const UpdatePlan& plan);
  bool read_and_write(const PlannedFile& file);
  std::optional<Report> write(const UnparsedReport& text, const PlannedFile& file,
                              PassageCounts& counts);
  void count(const PlannedFile& file, const Report& report, const PassageCounts& counts);
  void touch(const PlannedFile& file);
  void commit();

  ChangedDatabase database_;
  PacedProgress& progress_;
  std::optional<XapianWriter> writer_;
  DocumentBuilder builder_;
  UpdateCounts counts_;
  std::set<std::string> vanished_hashes_;  // of files whose reports were removed
  std::uint64_t reports_added_ = 0, reports_removed_ = 0;
};

}  // namespace ibid
