// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passage and report <-> the bytes stored in the index, both ways in one file.
//
// A record is a sequence of fields without names, each a varint (LEB128) or a varint length and
// bytes, in the order in which passage_record.cc writes them, with a version and a checksum around
// them (record_bytes.h). The checksum is compared whenever a record is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/files/discover.h"
#include "corpus/parser/report_chunks.h"
#include "corpus/report/report.h"

namespace ibid {

// A passage, and the part of its report that a hit shows; other data is stored once a report.
struct PassageRecord {
  Passage passage;
  std::string report_id;
  std::vector<Section> section;  // from the top-level section down; `parent` and `bytes` not kept
};

std::string encode(const PassageRecord& record);
// Throws Error{kIndex} for bytes that encode() never made.
PassageRecord decode_passage(std::string_view bytes);
// What of a record a text is compared by. Keeps its memory from one record to the next.
struct ComparedText {
  std::string text;
  std::vector<ByteRange> sentences, markup;  // as of a Passage
  std::vector<std::uint64_t> joints;         // as PassageOrigin::joints
  std::string room;                          // memory to work in
};
// Replaces `out`. Throws as decode_passage(), except for what it passes over.
void decode_passage_text(std::string_view bytes, ComparedText& out);
// Only the passage id of a record.
std::string decode_passage_id(std::string_view bytes);

// A report without its passages, of which only the counts are stored.
std::string encode(const Report& report, const PassageCounts& counts);
struct ReportRecord {
  Report report;
  std::uint64_t passage_count = 0;
  std::uint64_t citation_count = 0;
};
ReportRecord decode_report(std::string_view bytes);

// What an update needs to know about a file to leave it alone.
struct FileRecord {
  FileStamp stamp;
  std::string sha256;
  // Of a file that is neither plain text nor Markdown, as in ExtractedFile; else empty.
  std::string reader = {}, item = {};
  std::string reader_before = {};  // as ReportExtraction::reader_before
};
// As FileRecord::reader.
std::string reader_of(const Report& report);
std::string encode(const FileRecord& record);
FileRecord decode_file(std::string_view bytes);

}  // namespace ibid
