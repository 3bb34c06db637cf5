// SPDX-License-Identifier: GPL-2.0-or-later
//
// One file -> its report, decoded, or why there is none. Library-internal.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/extract/reader_input.h"
#include "corpus/files/discover.h"
#include "corpus/files/reader.h"
#include "corpus/parser/report_chunks.h"
#include "corpus/report/given_fields.h"
#include "corpus/report/report.h"
#include "corpus/text/encoding.h"
#include "indexer/records/passage_record.h"

namespace ibid {

// A file to be read.
struct PlannedFile {
  FileStamp stamp;
  std::string report_id;              // unique among all, also for a file not yet indexed
  const FileRecord* known = nullptr;  // lender: the map given to plan_update; null for a new file
  bool keep = false;                  // its report stays as it was indexed; the file is not read
  std::shared_ptr<const GivenFields> given = nullptr;  // by hand; null for nothing
  FieldMapping mapping = {};                           // of a feed's entries, by hand
};

// The result of reading one file.
struct ReadReport {
  // One of the three, except with SameBytes::kLeave.
  std::optional<UnparsedReport> unparsed;
  std::optional<Report> report;
  std::string problem;  // why it cannot be read

  FileStamp stamp;
  std::uint64_t bytes = 0;  // read
  // Set by a build, which parses `unparsed` into `report` and removes report->passages:
  PassageCounts counts;
  std::vector<std::pair<std::string, std::string>> metadata;
};

// What to do with a file whose bytes, and what is said of it, are the indexed ones. kLeave: only
// read them.
enum class SameBytes : std::uint8_t { kDecode, kLeave };

// Reads and decodes a file; after that, nothing in it can fail. `assumed`: as in UnparsedReport.
// Throws Error{kSystem}; an error in the file itself becomes its `problem`.
// Thread: safe.
ReadReport read_one(const PlannedFile& file, std::optional<Encoding> assumed,
                    SameBytes same = SameBytes::kDecode);

}  // namespace ibid
