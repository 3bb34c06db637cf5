// SPDX-License-Identifier: GPL-2.0-or-later
//
// The passages of an index, read without the search library: id -> text, from the live database.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "indexer/folder/deleted_documents.h"
#include "indexer/folder/index_dir.h"
#include "indexer/records/passage_record.h"
#include "indexer/records/stored_reports.h"

namespace ibid::testing {

inline Xapian::Database live_database(const std::string& index) {
  const IndexDir dir(index);
  return Xapian::Database(dir.database(dir.usable_manifest().build));
}

inline std::map<std::string, std::string> stored_passages(const std::string& index) {
  const Xapian::Database database = live_database(index);
  const DeletedDocuments deleted(database);
  std::map<std::string, std::string> passages;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    if (deleted.next(*it) == *it) continue;
    const PassageRecord record = decode_passage(database.get_document(*it).get_data());
    passages[record.passage.id] = record.passage.text;
  }
  return passages;
}

inline std::vector<std::string> stored_ids(const std::string& index) {
  return stored_report_ids(live_database(index));
}

}  // namespace ibid::testing
