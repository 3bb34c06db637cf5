// SPDX-License-Identifier: GPL-2.0-or-later
//
// Changes a database through Xapian's own API, report by report. Library-internal.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/documents/index_document.h"
#include "indexer/folder/index_dir.h"
#include "indexer/records/first_seen.h"
#include "indexer/update/earlier_texts.h"

namespace ibid {

enum class OpenMode { kCreate, kUpdate };

// Thread: one object, one thread. Throws Error{kIndex, kSystem}.
class XapianWriter {
 public:
  // `database_dir`: a glass database; kCreate makes it (it must not exist), kUpdate needs its sums
  // (block_sums.h). `memory_bytes`: how much may be pending within a report before it is written
  // out, which no reader sees.
  XapianWriter(const std::string& database_dir, OpenMode mode, std::uint64_t memory_bytes,
               MadeFor made_for = MadeFor::kHere);
  ~XapianWriter();  // as drop_pending()
  XapianWriter(const XapianWriter&) = delete;
  XapianWriter& operator=(const XapianWriter&) = delete;

  // first_seen_in() of what the database has now, with pending changes.
  std::optional<FirstSeen> first_seen(const ReportToCome& report);

  // begin_report, any number of add, then end_report: the documents replace all of `report_id`,
  // completely or not at all, even after a crash and however large the report is.
  void begin_report(std::string_view report_id);
  void add(const IndexDocument& document);
  void end_report(const std::vector<std::pair<std::string, std::string>>& metadata);

  // Drops all changes since the last commit, of the current report and of whole ones.
  void drop_pending() noexcept;

  void remove_report(std::string_view report_id, const std::vector<std::string>& metadata_keys);
  void set_metadata(std::string_view key, std::string_view value);

  // An estimate of the bytes of memory that a commit would free.
  std::uint64_t pending_bytes() const { return pending_; }

  // Makes all changes visible to readers, at once. With kUpdate they then outlast a power cut, and
  // have checksums.
  void commit();

 private:
  // A folder with links to the tables of the database, and a version file of its own: what Xapian
  // commits there becomes the database's state only when its blocks have been summed.
  class Workshop;

  void write_out();
  Xapian::Document to_xapian(const IndexDocument& source);

  std::unique_ptr<Workshop> workshop_;  // none with kCreate
  Xapian::WritableDatabase database_;
  std::uint64_t memory_bytes_;
  MadeFor made_for_;
  std::string what_;  // for errors: what failed
  bool in_report_ = false;
  std::uint64_t pending_ = 0;
};

// Copies `from`, closed and whole, to `to` with every block full: a database filled document by
// document is about twice as large as necessary. Throws Error{kIndex, kSystem}.
void compact_database(const std::string& from, const std::string& to);

}  // namespace ibid
