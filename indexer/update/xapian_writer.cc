// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/xapian_writer.h"

#include <fcntl.h>

#include <filesystem>
#include <system_error>

#include "indexer/folder/block_sums.h"
#include "indexer/folder/deleted_documents.h"
#include "indexer/folder/xapian_error.h"
#include "indexer/glass/version_file.h"
#include "indexer/schema.h"
#include "indexer/system/durable_files.h"
#include "indexer/update/node_values.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

// The memory of a posting in Xapian 1.4's inverter until it flushes: a map node and its key, which
// passages share for all postings of a term except the first. Measured.
constexpr std::uint64_t kBytesPerPosting = 96;
constexpr std::uint64_t kBytesPerDocument = 512;
constexpr std::uint64_t kBytesPerPlace = 8;

std::string report_term(std::string_view report_id) {
  return schema::kReportId + std::string(report_id);
}

}  // namespace

// The workshop, which is removed last, is a leftover after a crash, and the next writer removes it.
// On a file system without symbolic links Xapian works in the database itself. Then a reader may
// come between its commit and the sums, and waits; after a crash between the two the index is
// refused.
class XapianWriter::Workshop {
 public:
  explicit Workshop(std::string database_dir)
      : database_dir_(std::move(database_dir)),
        folder_(database_dir_ + schema::kUnfinishedSuffix),
        committed_(glass::read_version_file(database_dir_)) {
    // Xapian spares the blocks of the last commit, and overwrites those of the one before. A run
    // that was killed may have renamed the last version file without a sync of the folder: a power
    // cut could then bring back the one before, whose blocks are gone.
    sync_folder(database_dir_);
    remove();
    std::error_code error;
    fs::create_directory(folder_, error);
    if (error) fail_system("cannot make the folder " + folder_, error.value());
    if (link_tables()) {
      const std::string path = folder_ + "/" + glass::kVersionFile;
      write_all(open_file(path, O_WRONLY | O_CREAT | O_TRUNC, 0666), path, committed_);
    } else {
      remove();
      folder_ = database_dir_;
    }
  }
  ~Workshop() { remove(); }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  const std::string& folder() const { return folder_; }

  // Publishes what Xapian has committed in folder().
  void publish() {
    const std::string version_file = glass::read_version_file(folder_);
    if (version_file == committed_) return;
    commit_with_sums(database_dir_, committed_, version_file);
    committed_ = version_file;
  }

 private:
  // Also of tables that do not exist yet: Xapian makes them where the link points.
  bool link_tables() const {
    const fs::path database = fs::path("..") / fs::path(database_dir_).filename();
    for (const char* table : glass::kTableFiles) {
      std::error_code error;
      fs::create_symlink(database / table, fs::path(folder_) / table, error);
      if (error) return false;
    }
    return true;
  }

  void remove() const {
    std::error_code ignored;
    if (folder_ != database_dir_) fs::remove_all(folder_, ignored);
  }

  const std::string database_dir_;
  std::string folder_;
  std::string committed_;  // the version file of the database
};

XapianWriter::XapianWriter(const std::string& database_dir, OpenMode mode,
                           std::uint64_t memory_bytes, MadeFor made_for)
    : memory_bytes_(memory_bytes),
      made_for_(made_for),
      what_("cannot write to the index " + database_dir) {
  if (mode == OpenMode::kUpdate) workshop_ = std::make_unique<Workshop>(database_dir);
  translating_xapian_errors(what_, [&] {
    const int flags = mode == OpenMode::kCreate ? Xapian::DB_CREATE : Xapian::DB_OPEN;
    database_ = Xapian::WritableDatabase(workshop_ ? workshop_->folder() : database_dir,
                                         flags | Xapian::DB_BACKEND_GLASS);
  });
}

// Xapian's own destructor would commit pending changes without their counts.
XapianWriter::~XapianWriter() { drop_pending(); }

std::optional<FirstSeen> XapianWriter::first_seen(const ReportToCome& report) {
  std::optional<FirstSeen> out;
  translating_xapian_errors(what_, [&] { out = first_seen_in(database_, report); });
  return out;
}

// Changes of one report become part of the index together: inside a transaction Xapian commits
// nothing.
void XapianWriter::begin_report(std::string_view report_id) {
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
  translating_xapian_errors(what_,
                            [&] { database_.set_metadata(std::string(key), std::string(value)); });
}

void XapianWriter::commit() {
  translating_xapian_errors(what_, [&] { database_.commit(); });
  if (workshop_) workshop_->publish();
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
  if (made_for_ == MadeFor::kNodes) {
    add_node_values(source, document);
    pending_ += source.places.size() * kBytesPerPlace;
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
