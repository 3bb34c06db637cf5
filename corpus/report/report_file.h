// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is known of a report whose file is neither plain text nor Markdown: how its text was made,
// and where its passages are in the file. Plain values.
//
// The text of such a report is what a reader of its format made of the file
// (corpus/extract/extracted_file.h); the index stores it. All ranges of the report model that are
// said to be bytes of the file are then bytes of that text. The file's own places are here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/text/byte_range.h"

namespace ibid {

struct ReportExtraction {
  FileFormat format = FileFormat::kText;
  AnchorGrade grade = AnchorGrade::kByte;
  std::string reader = {};  // as ExtractedFile::reader
  // The reader that made another text of the same bytes of the file before; empty if none is known.
  std::string reader_before = {};
  std::string text_sha256 = {};  // of the extracted text, 64 hex digits
  std::string item = {};         // as ExtractedFile::item
  std::vector<SourcePart> parts = {};
  std::uint64_t left_out = 0;  // pieces of text that the file holds and the report does not
  bool operator==(const ReportExtraction&) const = default;
};

// A stretch of a part of the file.
struct PartRange {
  std::uint32_t part = 0;  // index into ReportExtraction::parts
  ByteRange bytes;         // kByte: of the file; kPart: of the unpacked part; kPage: empty
  bool operator==(const PartRange&) const = default;
};

// The mark of a note in a passage.
struct PassageNote {
  std::uint64_t at = 0;    // offset in Passage::text
  std::string label;       // as the printed page shows it
  std::uint32_t note = 0;  // which note of the file, as PassageOrigin::note
  bool operator==(const PassageNote&) const = default;
};

struct PassageOrigin {
  // What the printed page shows before the text: "가.", "1)"; of a note its mark. No part of the
  // text, nor of its hash.
  std::string label;
  // Where the text is, in reading order; what is next to each other is one.
  std::vector<PartRange> places;
  std::vector<PassageNote> notes;  // ascending
  std::uint32_t note = 0;  // of a note that a mark leads to: its number in the file, from 1; else 0
  std::string note_of;     // likewise: the id of the passage that has the mark
  // Offsets in Passage::text at which a line of the page ends and nobody knows whether a space
  // belongs there; ascending.
  std::vector<std::uint64_t> joints;
  bool operator==(const PassageOrigin&) const = default;
  bool empty() const { return *this == PassageOrigin(); }
};

// "p. 7", "pp. 7-8" of a report of pages: the printed number, and the page's number in the file if
// they differ ("p. 79 (page 1)"); empty for other grades.
std::string page_words(const ReportExtraction& extraction, const PassageOrigin& origin);

}  // namespace ibid
