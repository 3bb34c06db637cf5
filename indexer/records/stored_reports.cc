// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/records/stored_reports.h"

#include <cstdlib>
#include <cstring>

#include "corpus/error.h"
#include "corpus/extract/extracted_record.h"
#include "indexer/records/first_seen.h"
#include "indexer/records/record_bytes.h"
#include "indexer/schema.h"

namespace ibid {

namespace {

std::uint64_t stored_number(const Xapian::Database& database, const char* key) {
  return std::strtoull(database.get_metadata(key).c_str(), nullptr, 10);
}

}  // namespace

std::uint64_t stored_generation(const Xapian::Database& database) {
  return stored_number(database, schema::kMetaGeneration);
}

std::uint64_t stored_time(const Xapian::Database& database, std::uint64_t generation) {
  return stored_number(database, generation_time_key(generation).c_str());
}

std::uint64_t stored_report_count(const Xapian::Database& database) {
  return stored_number(database, schema::kMetaReports);
}

std::optional<ReportRecord> stored_report(const Xapian::Database& database, std::string_view id) {
  const std::string bytes = database.get_metadata(schema::kMetaReport + std::string(id));
  if (bytes.empty()) return std::nullopt;
  return decode_report(bytes);
}

std::shared_ptr<const ExtractedFile> stored_text(const Xapian::Database& database,
                                                 std::string_view id) {
  const std::string bytes = database.get_metadata(schema::kMetaText + std::string(id));
  if (bytes.empty()) return nullptr;
  std::string room;
  const std::string_view fields = open_record(bytes, room);
  try {
    return std::make_shared<const ExtractedFile>(decode_extracted(fields));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kInput) throw;
    RecordReader::fail();
  }
}

std::vector<std::string> stored_report_ids(const Xapian::Database& database) {
  std::vector<std::string> ids;
  const auto end = database.metadata_keys_end(schema::kMetaFile);
  for (auto key = database.metadata_keys_begin(schema::kMetaFile); key != end; ++key) {
    ids.push_back((*key).substr(std::strlen(schema::kMetaFile)));
  }
  return ids;
}

std::map<std::string, FileRecord> stored_files(const Xapian::Database& database) {
  std::map<std::string, FileRecord> files;
  for (const std::string& id : stored_report_ids(database)) {
    files.emplace(id, decode_file(database.get_metadata(schema::kMetaFile + id)));
  }
  return files;
}

std::shared_ptr<const PositionFile> open_places(const Xapian::Database& database,
                                                const std::string& database_dir) {
  const std::uint64_t documents = stored_number(database, schema::kMetaPlaces);
  if (documents == 0) return std::make_shared<PositionFile>();
  return std::make_shared<PositionFile>(database_dir + "/" + schema::kPlacesFile,
                                        static_cast<std::uint32_t>(documents));
}

}  // namespace ibid
