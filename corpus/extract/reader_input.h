// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a reader of a file format is given, and what all of them promise.
//
// A reader is a function  std::vector<ExtractedFile> read_…(const ReaderInput&).  It throws
// Error{kInput} with one clause in lower case, without the file's name and without a full stop: why
// the file cannot be read and what to do ("it is protected by a password; save it without one").
// It keeps nothing between calls, opens no file, fetches nothing, starts nothing, and bounds its
// time and memory by `limits` whatever the bytes say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/text/encoding.h"

namespace ibid {

struct ReaderLimits {
  std::uint64_t part_bytes = std::uint64_t{64} << 20;   // of one part as unpacked
  std::uint64_t file_bytes = std::uint64_t{256} << 20;  // of all parts as unpacked
  std::uint64_t text_bytes = std::uint64_t{128} << 20;  // of a document's text
  std::uint64_t ratio = 200;                            // unpacked to packed bytes, above 1 MiB
  std::uint32_t entries = 10'000;                       // of an archive or container
  std::uint32_t depth = 1'000;                          // of nested elements
};

// Which fields of a JSON object, or of a feed's entry, are what; from ibid.toml. A name may lead
// into objects: "meta.date". Empty: the usual names are tried.
struct FieldMapping {
  std::string items, id, title, date, text, url, author, publisher, language;
  bool html_text = false;  // `text` holds HTML even where it does not look like it
  bool operator==(const FieldMapping&) const = default;
};

struct ReaderInput {
  std::string_view bytes;  // of the file; lent
  FileFormat format = FileFormat::kText;
  std::optional<Encoding> assumed;  // of text whose encoding would have to be guessed
  FieldMapping mapping;
  ReaderLimits limits;
};

// What reads a file: in this process, or in one of its own (corpus/reader_process).
using ReadDocuments = std::function<std::vector<ExtractedFile>(const ReaderInput&)>;

// Appends to the text of a document and keeps its ranges in order. Every reader builds its
// documents with it, so that the rules of extracted_file.h are kept in one place.
class ExtractBuilder {
 public:
  ExtractBuilder(FileFormat format, AnchorGrade grade, std::string reader,
                 std::uint64_t most_text_bytes);

  // Returns the part's index.
  std::uint32_t add_part(SourcePart part);

  // Begins a block; the one before must have ended.
  void begin_block(ExtractedBlock::Kind kind, std::uint8_t level = 0, std::string label = {});
  bool in_block() const { return in_block_; }
  // Of the open block.
  ExtractedBlock& block();
  // Appends text that is there in the part: `source_length` bytes from `source_begin`; see
  // TextSpan for unequal lengths. `text` must be valid UTF-8. Throws Error{kInput} if the document
  // becomes too large. White space at the start of a block is dropped.
  void add(std::string_view text, std::uint32_t part, std::uint64_t source_begin,
           std::uint64_t source_length);
  // Appends text on a page.
  void add(std::string_view text, std::uint32_t page, const PageBox& box);
  // Appends text that is in no place: a space between words, a tab between cells, a LF.
  void add_unplaced(std::string_view text);
  // True if the open block ends in white space, or is empty.
  bool ends_in_space() const;
  // Takes white space off the block's end; without any text left, there is no block. Returns the
  // index of the block, or kNone.
  std::uint32_t end_block();

  // The offset at which the next text will be.
  std::uint64_t at() const;
  // At at(). The note's block may be set later, in file().marks; a mark that leads to no note is
  // dropped in the end.
  void add_mark(std::string label, std::uint32_t note = ExtractedBlock::kNone);
  // The link covers what was added since `begin` (a value of at()).
  void add_link(std::uint64_t begin, std::string url);
  void add_joint();  // at at()
  void leave_out(LeftOutText::Reason reason, std::string_view text, std::uint32_t part = 0);
  // The first value of a name stays. Folds white space; values without any text are not added.
  void add_field(std::string name, std::string_view value, std::string rule);
  void add_note(std::string note);

  // For what is added in place: marks that learn their note later, and so on.
  ExtractedFile& file() { return file_; }
  // Ends the open block, drops marks without a note and links that lost their text, and hands over
  // a sound document.
  ExtractedFile finish();

 private:
  void grow_by(std::string_view text);
  std::size_t white_space_dropped(std::string_view text) const;
  void cut_at(std::uint64_t end);

  ExtractedFile file_;
  std::uint64_t most_text_bytes_;
  std::uint64_t block_begin_ = 0;
  bool in_block_ = false;
  ExtractedBlock open_;
  std::uint64_t left_out_bytes_ = 0;
};

}  // namespace ibid
