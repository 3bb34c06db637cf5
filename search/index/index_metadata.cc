// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/index_metadata.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "indexer/records/stored_reports.h"

namespace ibid {
namespace {

std::span<const Xapian::Database> databases(const IndexView& index) {
  return is_on_nodes(index) ? std::span<const Xapian::Database>(index.nodes)
                            : std::span<const Xapian::Database>(&index.database, 1);
}

}  // namespace

std::optional<ReportRecord> report_record(const IndexView& index, std::string_view report_id) {
  for (const Xapian::Database& database : databases(index)) {
    if (auto record = stored_report(database, report_id)) return record;
  }
  return std::nullopt;
}

std::shared_ptr<const ExtractedFile> report_text(const IndexView& index,
                                                 std::string_view report_id) {
  for (const Xapian::Database& database : databases(index)) {
    if (auto text = stored_text(database, report_id)) return text;
  }
  return nullptr;
}

std::vector<std::string> report_ids(const IndexView& index) {
  std::vector<std::string> ids;
  for (const Xapian::Database& database : databases(index)) {
    const std::vector<std::string> more = stored_report_ids(database);
    std::vector<std::string> all;
    std::set_union(ids.begin(), ids.end(), more.begin(), more.end(), std::back_inserter(all));
    ids = std::move(all);
  }
  return ids;
}

std::map<std::string, FileRecord> report_files(const IndexView& index) {
  std::map<std::string, FileRecord> files;
  for (const Xapian::Database& database : databases(index)) files.merge(stored_files(database));
  return files;
}

}  // namespace ibid
