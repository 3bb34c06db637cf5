// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder/index_info.h"

#include <xapian.h>

#include <filesystem>

#include "indexer/folder/database_info.h"
#include "indexer/folder/deleted_documents.h"
#include "indexer/records/stored_reports.h"
#include "indexer/schema.h"

namespace fs = std::filesystem;

namespace ibid {
namespace {

// The number of passages for each value of the terms with `prefix`.
std::map<std::string, std::uint64_t> passages_by(const Xapian::Database& database,
                                                 const std::string& prefix) {
  std::map<std::string, std::uint64_t> counts;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    counts[(*term).substr(prefix.size())] = term.get_termfreq();
  }
  return counts;
}

std::uint64_t disk_bytes(const std::string& directory) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(directory, error)) {
    if (entry.is_regular_file(error)) bytes += entry.file_size(error);
  }
  return bytes;
}

}  // namespace

IndexInfo database_info(const Xapian::Database& database, const IndexDir& dir,
                        const Manifest& manifest) {
  IndexInfo info;
  info.directory = dir.path();
  info.format_version = manifest.format_version;
  info.analyzer = manifest.analyzer;
  info.created_by = manifest.created_by;
  info.roots = manifest.roots;
  info.metadata = manifest.metadata;
  info.storage = std::string("xapian glass ") + Xapian::version_string();
  info.generation = stored_generation(database);
  info.committed = stored_time(database, info.generation);
  info.passages = passage_count(database);
  info.undated_passages = info.passages - database.get_value_freq(schema::kSlotFirstSeen);
  info.passages_by_language = passages_by(database, schema::kLanguage);
  info.passages_by_kind = passages_by(database, schema::kKind);
  const std::string cites(1, schema::kCites);
  info.sources = passages_by(database, cites).size();
  for (const std::string& id : stored_report_ids(database)) {
    const auto record = stored_report(database, id);
    if (!record) continue;
    ++info.reports;
    info.citations += record->citation_count;
    const std::string& date = record->report.date;
    if (date.empty()) continue;
    if (info.first_date.empty() || date < info.first_date) info.first_date = date;
    if (date > info.last_date) info.last_date = date;
  }
  info.disk_bytes = disk_bytes(dir.database(manifest.build));
  return info;
}

}  // namespace ibid
