// SPDX-License-Identifier: GPL-2.0-or-later
//
// The metadata of a database: generation, records of reports and files, and its file of positions.
// May throw Xapian::Error; callers translate.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "indexer/records/passage_record.h"
#include "indexer/records/position_file.h"

namespace ibid {

std::uint64_t stored_generation(const Xapian::Database& database);
// When a generation was committed, seconds since 1970; 0: not known.
std::uint64_t stored_time(const Xapian::Database& database, std::uint64_t generation);
std::uint64_t stored_report_count(const Xapian::Database& database);
std::optional<ReportRecord> stored_report(const Xapian::Database& database, std::string_view id);
// What its reader made of the file of report `id`; null for plain text and Markdown.
std::shared_ptr<const ExtractedFile> stored_text(const Xapian::Database& database,
                                                 std::string_view id);
std::vector<std::string> stored_report_ids(const Xapian::Database& database);      // ascending
std::map<std::string, FileRecord> stored_files(const Xapian::Database& database);  // by report id

// The positions of words of the database in `database_dir`; covers no document if the build has no
// such file. Throws Error{kIndex} if it is damaged.
std::shared_ptr<const PositionFile> open_places(const Xapian::Database& database,
                                                const std::string& database_dir);

}  // namespace ibid
