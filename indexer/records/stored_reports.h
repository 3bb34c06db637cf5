// SPDX-License-Identifier: GPL-2.0-or-later
//
// The metadata side of a database: generation, report and file records, and what it says of files.
// Names Xapian: for the indexer and search internals only. May throw Xapian::Error; callers
// translate.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/records/passage_record.h"
#include "indexer/records/position_file.h"

namespace ibid {

std::uint64_t stored_generation(const Xapian::Database& database);
std::uint64_t stored_report_count(const Xapian::Database& database);
std::optional<ReportRecord> stored_report(const Xapian::Database& database, std::string_view id);
std::vector<std::string> stored_report_ids(const Xapian::Database& database);      // ascending
std::map<std::string, FileRecord> stored_files(const Xapian::Database& database);  // by report id

// The places of words of the database in `database_dir`; covers no document where the build has no
// such file. Throws Error{kIndex} where it is damaged.
std::shared_ptr<const PositionFile> open_places(const Xapian::Database& database,
                                             const std::string& database_dir);

}  // namespace ibid
