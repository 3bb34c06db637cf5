// SPDX-License-Identifier: GPL-2.0-or-later
//
// One file -> its report, decoded, or why it has none. Library-internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/files/discover.h"
#include "corpus/files/reader.h"
#include "corpus/parser/report_chunks.h"
#include "corpus/report/report.h"
#include "corpus/text/encoding.h"
#include "indexer/records/passage_record.h"

namespace ibid {

// A file that is to be read.
struct PlannedFile {
  FileStamp stamp;
  std::string report_id;              // for a file not yet indexed, made unique among all
  const FileRecord* known = nullptr;  // lender: the map given to plan_update; null for a new file
};

// What came of one file.
struct ReadReport {
  // One of the three, but for SameBytes::kLeave.
  std::optional<UnparsedReport> unparsed;
  std::optional<Report> report;
  std::string problem;  // why it cannot be read

  FileStamp stamp;
  std::uint64_t bytes = 0;  // read
  // Set by a build, which makes `report` of `unparsed` and takes report->passages away:
  PassageCounts counts;
  std::vector<std::pair<std::string, std::string>> metadata;
};

// What is done with a file that has the bytes it is known by: kLeave: no more than read them.
enum class SameBytes : std::uint8_t { kDecode, kLeave };

// Reads and decodes a file, after which nothing in it can fail. `assumed`: as of UnparsedReport.
// Throws Error{kSystem}; what is wrong with the file is its `problem`.
// Thread: safe.
ReadReport read_one(const PlannedFile& file, std::optional<Encoding> assumed,
                    SameBytes same = SameBytes::kDecode);

}  // namespace ibid
