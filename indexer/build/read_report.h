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
#include "indexer/records/first_seen.h"
#include "indexer/records/passage_record.h"

namespace ibid {

// A file to be read.
struct PlannedFile {
  FileStamp stamp;
  std::string report_id;              // unique among all, also for a file not yet indexed
  const FileRecord* known = nullptr;  // lender: the map given to plan_update; null for a new file
  bool keep = false;                  // its report stays as it was indexed; the file is not read
  std::shared_ptr<const GivenFields> given = nullptr;  // by hand; null for nothing
  // Of a file that holds several documents, one of them, and the file it is in; else null.
  std::shared_ptr<const ExtractedFile> document = nullptr;
  FileIdentity identity = {};
  FieldMapping mapping = {};  // of its fields, if it is a feed
};

// How files are read.
struct ReadOptions {
  std::optional<Encoding> assumed = {};  // as in UnparsedReport
  // Makes documents of the files of other formats than text; an empty one refuses them.
  ReadDocuments read = {};
};

// The format of a file by its content. Throws Error{kInput} with `path` for one that is not read.
FileFormat format_of(const std::string& path, std::string_view bytes);

// The documents of a file of another format than text; at least one. Throws Error{kInput} with
// `path` and the reason, Error{kSystem}.
std::vector<ExtractedFile> read_documents(const std::string& path, std::string_view bytes,
                                          FileFormat format, const ReadOptions& options,
                                          const FieldMapping& mapping);

// The result of reading one file.
struct ReadReport {
  // One of the three, except with SameBytes::kLeave.
  std::optional<UnparsedReport> unparsed;
  std::optional<Report> report;
  std::string problem;  // why it cannot be read

  FileStamp stamp;
  std::uint64_t bytes = 0;  // read
  FirstSeen first_seen;     // of its passages; for a build
  // Set by a build, which parses `unparsed` into `report` and removes report->passages:
  PassageCounts counts;
  std::vector<std::pair<std::string, std::string>> metadata;
};

// What to do with a file whose bytes, and what is said of it, are the indexed ones. kLeave: only
// read them.
enum class SameBytes : std::uint8_t { kDecode, kLeave };

// Reads and decodes a file; after that, nothing in it can fail. Throws Error{kSystem}; an error in
// the file itself becomes its `problem`.
// Thread: safe if options.read is.
ReadReport read_one(const PlannedFile& file, const ReadOptions& options,
                    SameBytes same = SameBytes::kDecode);

}  // namespace ibid
