// SPDX-License-Identifier: GPL-2.0-or-later
//
// The report model: plain values, filled by the parser, read by everything else.
//
// Ranges are half-open and count bytes of the file as it is on disk, or of Passage::text where the
// name says so; see byte_range.h. Of a report that a reader of another format than text made
// (Report::extraction), they count bytes of the extracted text instead; see report_file.h.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/report/report_file.h"
#include "corpus/text/byte_range.h"
#include "corpus/text/encoding.h"

namespace ibid {

class ReferenceList;  // corpus/parser/reference_list.h

// Stored in the index by number: new ones go to the end.
enum class PassageKind : std::uint8_t {
  kSummary,
  kBody,
  kConclusion,
  kGlossary,
  kSource,  // an entry of a source list
  kNote,    // a footnote or endnote that the file's format marks as one
};
inline constexpr PassageKind kLastPassageKind = PassageKind::kNote;
const char* to_string(PassageKind kind);  // "summary", "body", "conclusion", …, "note"

// One citation: a mark, or a part of one, that leads to a source: "A" in "(source: A; B)", "3" in
// "[1-3]" (written "1-3"), "^kea" in "[^kea]".
struct Citation {
  enum class Form : std::uint8_t {
    kId,         // a well-formed source id
    kMalformed,  // looks like a source id ("go-public-…") but breaks the grammar
    kOther,      // free words, as in "(출처: 연합뉴스)"
    kListed,     // an entry of a source list without id and address (source_identity.h)
    kMissing,    // a number or label that no entry of the report answers
    kUrl,        // an address: of an entry without id, of a link, or as written
  };
  // Identifies the source: the id, or the words, as written (trimmed); for kListed and kUrl as
  // source_identity.h says; for kMissing the number or label.
  std::string source;
  Form form = Form::kId;
  ByteRange bytes;             // of what names the source, in the file
  ByteRange text;              // likewise in Passage::text; empty where nothing in it names it
  std::uint32_t sentence = 1;  // 1-based, into Passage::sentences
  std::string locator;         // the place in the source, as written: "p. 4", "L12-L19"; or empty
};

struct Passage {
  std::string id;  // "<report id>#<section locator>.<ordinal>"
  PassageKind kind = PassageKind::kBody;
  std::string language;         // "en", "ko", or "und" if the letters do not say
  std::int32_t section = -1;    // index into Report::sections; -1 before the first heading
  std::uint32_t ordinal = 1;    // 1-based among the passages directly in that section
  std::uint32_t sequence = 0;   // 0-based among all passages of the report, in file order
  std::string text;             // valid UTF-8, without bullet mark; wrapped lines joined by a space
  ByteRange bytes;              // from its first to past its last byte in the file
  std::vector<TextSpan> spans;  // at least one
  std::vector<ByteRange> sentences;  // of text; ascending, no overlap, none empty, at least one
  std::vector<Citation> citations;   // in order of text
  std::vector<ByteRange> markup;     // of text: signs of Markdown; ascending, no overlap
  // Of the row of a table: its head, in words. It is found by them as by a heading. Not in records.
  std::string table_head;
  PassageOrigin origin;  // of a report with an extraction
  // Stretches of the text that lead to an address which is not in it. Not in records.
  std::vector<TextLink> links;
};

// Maps a range of `passage.text` to the file; see byte_range.h.
ByteRange file_range(const Passage& passage, ByteRange text_range);

// Sections are kept flat, in file order; the tree is in `parent`.
struct Section {
  // As written: "7", "7-2", "3.1.2"; of an extracted report also "제1장"; empty for a heading
  // without.
  std::string number;
  std::string locator;  // unique in the report, used in passage ids; never empty (see passage_id.h)
  std::string title;    // without number, bullet mark and entity type
  std::string entity_type;                // "person" for "9-2. Xi Jinping [person]"; else empty
  std::int32_t parent = -1;               // index into Report::sections, -1 for a top-level section
  PassageKind kind = PassageKind::kBody;  // of the passages in it
  ByteRange bytes;  // of the heading line's text in the file, bullet mark excluded
};

// A source as a report's source list describes it.
struct ListedSource {
  // As written, well-formed or not. Of an entry that names none: its identity, as
  // source_identity.h says.
  std::string id;
  std::string title;
  std::string publisher;
  std::string url;             // as written
  std::uint32_t sequence = 0;  // of the passage (kind source) that holds the entry
  std::string label;           // by which marks cite it: "3", "^kea"; or empty
  std::string author;          // as written
  std::string date;            // as Report::date
  std::string accessed;        // "2024-09-05"; or empty
  std::string locator;         // as Citation::locator
};

// Where a field of a report comes from.
struct FieldOrigin {
  std::string field;  // "title", "date", "publisher", "author", "url", "language", …
  std::string rule;   // in words: "front matter", "first heading", "given by hand in ibid.toml"
  ByteRange bytes;    // of the line in the file; empty if it is not from the file
};

// A line that is no passage: a form field, a notice, navigation.
struct FurnitureLine {
  std::string text;
  ByteRange bytes;          // in the file
  std::string reason = {};  // of an extracted report: "deleted", "page frame"; not in records
};

struct ContentsEntry {  // a line of the table of contents
  std::string number;
  std::string title;
  ByteRange bytes;  // in the file
};

struct Report {
  std::string id;  // from the file name; see passage_id.h
  std::string title;
  std::string publisher;
  std::string date;        // "2024-06-27", or "2024-06", "2024"; empty if the report names none
  std::string url;         // where it was published, http or https; empty if it does not say
  std::string language;    // "en", "ko", "mul" (much of both), or "und"
  std::string path;        // as indexed: absolute, lexically normal; bytes
  std::string sha256;      // 64 lower-case hex digits, of the file's bytes
  std::uint64_t size = 0;  // bytes of the file
  Encoding encoding = Encoding::kUtf8;         // of the file; text here is always UTF-8
  std::optional<ReportExtraction> extraction;  // of any format but plain text and Markdown
  // What the reader made of the file, for the index to store; null without an extraction.
  std::shared_ptr<const ExtractedFile> extracted;
  std::vector<ContentsEntry> contents;
  std::vector<Section> sections;
  std::vector<Passage> passages;
  std::vector<ListedSource> listed_sources;
  // What the marks of a chunk are looked up in, until it is finished (report_chunks.h).
  std::shared_ptr<const ReferenceList> references;
  std::string author;             // as written; empty if the report names none
  std::string collection;         // given by hand
  std::vector<std::string> tags;  // likewise; ascending
  std::vector<FieldOrigin> origins;
  std::vector<FurnitureLine> furniture;  // in file order
  // Oddities without other consequences, e.g. "3 bytes at offset 812 (line 9) are not UTF-8".
  std::vector<std::string> notes;
};

// The indices of the sections from the top-level one down to `section` itself; empty for -1.
std::vector<std::int32_t> section_path(const std::vector<Section>& sections, std::int32_t section);

}  // namespace ibid
