// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/xapian_writer.h"

#include "indexer/folder/deleted_documents.h"
#include "indexer/folder/xapian_error.h"
#include "indexer/schema.h"
#include "indexer/system/durable_files.h"

namespace ibid {
namespace {

// The memory of a posting in Xapian 1.4's inverter until it flushes: a map node and its key, which
// passages share for all postings of a term except the first. Measured.
constexpr std::uint64_t kBytesPerPosting = 96;
constexpr std::uint64_t kBytesPerDocument = 512;

std::string report_term(std::string_view report_id) {
  return schema::kReportId + std::string(report_id);
}

}  // namespace

XapianWriter::XapianWriter(const std::string& database_dir, OpenMode mode,
                           std::uint64_t memory_bytes)
    : memory_bytes_(memory_bytes),
      dir_(database_dir),
      mode_(mode),
      what_("cannot write to the index " + database_dir),
      last_synced_(mode == OpenMode::kCreate) {  // a power cut leaves nothing of a new database
  translating_xapian_errors(what_, [&] {
    const int flags = mode == OpenMode::kCreate ? Xapian::DB_CREATE : Xapian::DB_OPEN;
    database_ = Xapian::WritableDatabase(database_dir, flags | Xapian::DB_BACKEND_GLASS);
  });
}

// Xapian's own destructor would commit pending changes without their counts.
XapianWriter::~XapianWriter() { drop_pending(); }

// Xapian spares the blocks of the last commit, and overwrites those of the one before. It renames
// the version file of a commit without syncing the folder: unless that is done first, a power cut
// could bring back a version file whose blocks are gone. The last commit may be that of a run that
// was killed.
void XapianWriter::begin_change() {
  if (last_synced_) return;
  sync_folder(dir_);
  last_synced_ = true;
}

// Changes of one report become part of the index together: inside a transaction Xapian commits
// nothing.
void XapianWriter::begin_report(std::string_view report_id) {
  begin_change();
  translating_xapian_errors(what_, [&] {
    database_.begin_transaction(false);
    in_report_ = true;
    remove_documents(database_, report_term(report_id));
  });
}

void XapianWriter::add(const IndexDocument& document) {
  translating_xapian_errors(what_, [&] {
    database_.add_document(to_xapian(document));
    if (pending_ > memory_bytes_) write_out();
  });
}

void XapianWriter::end_report(const std::vector<std::pair<std::string, std::string>>& metadata) {
  translating_xapian_errors(what_, [&] {
    for (const auto& [key, value] : metadata) {
      database_.set_metadata(key, value);
      pending_ += key.size() + value.size();
    }
    database_.commit_transaction();
    in_report_ = false;
  });
}

void XapianWriter::drop_pending() noexcept {
  try {
    if (!in_report_) database_.begin_transaction(false);
    database_.cancel_transaction();
  } catch (...) {
    // The database is broken and commits nothing any more.
  }
  in_report_ = false;
  pending_ = 0;
}

void XapianWriter::remove_report(std::string_view report_id,
                                 const std::vector<std::string>& metadata_keys) {
  begin_report(report_id);
  std::vector<std::pair<std::string, std::string>> emptied;
  for (const std::string& key : metadata_keys) emptied.emplace_back(key, "");
  end_report(emptied);
  pending_ += kBytesPerDocument;
}

void XapianWriter::set_metadata(std::string_view key, std::string_view value) {
  begin_change();
  translating_xapian_errors(what_,
                            [&] { database_.set_metadata(std::string(key), std::string(value)); });
}

void XapianWriter::commit() {
  translating_xapian_errors(what_, [&] { database_.commit(); });
  last_synced_ = mode_ == OpenMode::kCreate;
  pending_ = 0;
}

// For a report larger than the memory: Xapian writes pending data to its tables, in blocks that
// belong to no revision before the commit. Reading a list makes it write that list.
void XapianWriter::write_out() {
  database_.allterms_begin();
  database_.valuestream_begin(schema::kSlotPlaces);
  pending_ = 0;
}

Xapian::Document XapianWriter::to_xapian(const IndexDocument& source) {
  Xapian::Document document;
  document.set_data(source.data);
  for (const std::vector<TermEntry>* terms : {&source.text_terms, &source.exact_terms}) {
    for (const TermEntry& entry : *terms) {
      document.add_term(std::string(entry.term), entry.wdf);
      pending_ += kBytesPerPosting + entry.term.size();
    }
  }
  for (const auto& [slot, value] : source.values) {
    document.add_value(slot, value);
    pending_ += value.size();
  }
  if (!source.positions.empty()) document.add_value(schema::kSlotPlaces, source.positions);
  pending_ += kBytesPerDocument + source.data.size() + source.positions.size();
  return document;
}

void compact_database(const std::string& from, const std::string& to) {
  translating_xapian_errors("cannot compact the new index", [&] {
    Xapian::Database(from).compact(to, Xapian::DBCOMPACT_NO_RENUMBER);
  });
}

}  // namespace ibid
