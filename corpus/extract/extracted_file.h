// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a reader of a file format hands over: the text of a document, what its stretches are, and
// where each of them is in the file. Pure values; a format's reader fills them, the parser makes
// passages of them (corpus/parser), and the index stores them (extracted_record.h).
//
// The text is what a reader of the printed page sees, in reading order: valid UTF-8, as written (no
// normalisation), its blocks in order with one LF between them. A LF within a block is a line break
// that the file asks for. Ranges named "text" count bytes of it, all half-open. They are never
// bytes of the file: those are in the anchors, and only as exactly as the grade says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/text/byte_range.h"

namespace ibid {

// Stored in the index by number: new ones go to the end.
enum class FileFormat : std::uint8_t {
  kText,
  kMarkdown,
  kHtml,
  kJson,       // one document, or an array of them
  kJsonLines,  // a document a line
  kRss,
  kAtom,
  kDocx,
  kHwpx,
  kOdt,
  kEpub,
  kHwp,  // HWP 5
  kPdf,
  kEml,
};
inline constexpr FileFormat kLastFormat = FileFormat::kEml;
const char* to_string(FileFormat format);  // "text", "html", "json-lines", "docx", …

// How exactly an anchor names its place.
enum class AnchorGrade : std::uint8_t {
  kByte,  // bytes of the file itself
  kPart,  // bytes of an unpacked (and decrypted, decoded) part of the file
  kPage,  // a box on a page
};
const char* to_string(AnchorGrade grade);  // "byte", "part", "page"

// What the anchors point into: the file itself (one part without a name), a part of an archive, a
// stream, a page.
struct SourcePart {
  // "word/document.xml", "BodyText/Section0"; of a page: its printed number ("79", "iv") if the
  // file names one that differs from its place in the file, else empty.
  std::string name;
  std::string sha256;      // of the unpacked bytes, 64 hex digits; empty for a page or the file
  std::uint64_t size = 0;  // unpacked bytes; 0 for a page
  double width = 0, height = 0;  // of a page, in points (1/72 inch); else 0
  bool operator==(const SourcePart&) const = default;
};

// In points from the left and upper edge of the page, as it is shown.
struct PageBox {
  float left = 0, top = 0, width = 0, height = 0;
  bool operator==(const PageBox&) const = default;
};

// A stretch of text and where it is. Ascending and without overlap in the text; what no anchor
// covers (the LF between blocks, a space that joins lines) is in no place of its own.
struct SourceAnchor {
  // kByte, kPart: text_begin and length are of the text, file_begin and file_length of the part.
  // Equal lengths advance together; else see TextSpan: a row of characters, each with as many bytes
  // as the others ("&amp;" is 1 and 5, Hangul in CP949 3 and 2, in UTF-16 3 and 2). kPage:
  // file_begin and file_length are 0.
  TextSpan span;
  std::uint32_t part = 0;  // index into ExtractedFile::parts
  PageBox box;             // kPage only; of a word or a line
  bool operator==(const SourceAnchor&) const = default;
};

struct ExtractedBlock {
  enum class Kind : std::uint8_t {
    kParagraph,
    kHeading,
    kItem,       // of a list
    kRow,        // of a table: its cells, a tab between them; a LF in a cell is a space
    kQuotation,  // set off from the text
    kCode,
    kCaption,
    kBox,   // a text box, beside or above the text
    kNote,  // a footnote or endnote; it is below the text that its mark is in
  };
  Kind kind = Kind::kParagraph;
  std::uint8_t level = 0;  // of a heading: 1, 2, …; of an item: how many lists it is in, from 1
  ByteRange text;          // not empty; without white space at either end
  // What is before the text on the printed page but not in the text of the file: "가.", "1.b.III",
  // "제1장", "●" (signs of Wingdings and private use as what they look like); of a note its mark
  // ("1", "i", "*"). Without white space at either end; no part of the text.
  std::string label;
  std::uint32_t header = kNone;  // of a row: the block that is the head of its columns
  static constexpr std::uint32_t kNone = UINT32_MAX;
  bool operator==(const ExtractedBlock&) const = default;
};
inline constexpr auto kLastBlockKind = ExtractedBlock::Kind::kNote;

// The mark of a note: it is between two characters of the text, and is none of them.
struct NoteMark {
  std::uint64_t at = 0;    // offset in the text; after the word or stop that it belongs to
  std::string label;       // as the printed page shows it
  std::uint32_t note = 0;  // index into blocks, of kind kNote; the note's first block
  bool operator==(const NoteMark&) const = default;
};

// A stretch of text that leads to an address: http or https, as written in the file, resolved
// against the document's base if it is relative and the base is known.
struct TextLink {
  ByteRange text;  // not empty; links without text are left out
  std::string url;
  bool operator==(const TextLink&) const = default;
};

// What the file holds but the printed page does not show as text of the document.
struct LeftOutText {
  enum class Reason : std::uint8_t {
    kDeleted,     // a tracked deletion
    kHidden,      // hidden text, display:none, white on nothing …
    kComment,     // comments of reviewers, hidden notes
    kCopy,        // a second form of what is already there: a fallback, a preview
    kPageFrame,   // running heads and feet, page numbers, watermarks
    kNavigation,  // menus, banners, links around an article
    kDecoy,       // a notice in place of the document
    kUnreadable,  // glyphs without a meaning; the text says how many
  };
  Reason reason = Reason::kHidden;
  std::string text;        // its lines, LF between; cut at kMostLeftOutBytes
  std::uint64_t at = 0;    // offset in ExtractedFile::text at which it would stand
  std::uint32_t part = 0;  // as SourceAnchor::part
  bool operator==(const LeftOutText&) const = default;
};
inline constexpr auto kLastLeftOutReason = LeftOutText::Reason::kUnreadable;
const char* to_string(LeftOutText::Reason reason);      // "deleted", "hidden", "page frame", …
inline constexpr std::size_t kMostLeftOutBytes = 4096;  // of one of them
inline constexpr std::size_t kMostLeftOutOfFile = 512 * 1024;  // of all; more is counted only

// What the file says of the document in fields made for it: "title", "date", "publisher",
// "author", "url", "language" (names of FieldOrigin::field); at most one value each.
struct ExtractedField {
  std::string name;
  std::string value;  // date: "2024-06-27", "2024-06" or "2024"
  std::string rule;  // where it stood, in words: "og:title", "docProps/core.xml", "JSON field date"
  bool operator==(const ExtractedField&) const = default;
};

// One document of a file.
struct ExtractedFile {
  FileFormat format = FileFormat::kText;
  AnchorGrade grade = AnchorGrade::kByte;
  // Rules of this program and libraries that made the text: "ibid-pdf/1 poppler 22.12.0". Another
  // reader may make another text of the same file.
  std::string reader;
  // Names the document among those of its file: the id of a feed's entry, else "1", "2", …; empty
  // if the file holds one document.
  std::string item;
  std::string text;
  std::vector<ExtractedBlock> blocks;  // ascending and without overlap in the text
  std::vector<SourcePart> parts;       // at least one; of a PDF all pages in order
  std::vector<SourceAnchor> anchors;
  std::vector<NoteMark> marks;  // ascending by `at`
  std::vector<TextLink> links;  // ascending, no overlap
  // Offsets in the text where a line of the page ends within a block and nobody can tell whether a
  // space belongs there: the text has what is likelier, the space, if any, right behind the offset.
  std::vector<std::uint64_t> joints;  // ascending
  std::vector<LeftOutText> left_out;  // ascending by `at`
  std::uint64_t left_out_count = 0;   // of all, also those that are not in left_out
  std::vector<ExtractedField> fields;
  // Oddities that a user should know of, a sentence each, lower case, no full stop: "page 3: 54
  // glyphs without a meaning".
  std::vector<std::string> notes;
  bool operator==(const ExtractedFile&) const = default;
};

// What is wrong with `file` as a whole (a range outside the text or over the edge of a character,
// an order that is not kept, an index that leads nowhere), in words; empty if nothing is. A
// reader's output is checked by it before anything believes it.
std::string why_unsound(const ExtractedFile& file);

}  // namespace ibid
