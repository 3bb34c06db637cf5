// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads a file on disk into a Report: plain text and Markdown here, files of other formats from
// what their reader has made of them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/extract/extracted_file.h"
#include "corpus/parser/report_chunks.h"
#include "corpus/parser/report_parser.h"
#include "corpus/report/given_fields.h"
#include "corpus/report/report.h"
#include "corpus/text/decode.h"
#include "corpus/text/encoding.h"
#include "corpus/text/text_marks.h"

namespace ibid {

// Returns the bytes of a regular file. Throws Error{kInput} with `path` and the reason (missing, no
// rights, a folder, a device, larger than kMaxFileBytes).
inline constexpr std::uint64_t kMaxFileBytes = std::uint64_t{2} << 30;  // 2 GiB
std::string read_file(const std::string& path);

struct FileIdentity {
  std::string sha256;      // 64 lower-case hex digits, of its bytes
  std::uint64_t size = 0;  // bytes
};

// The decoded content of a file: about as large as the file if that is well-formed UTF-8; with
// Markdown, and the more of it, up to a few times as large.
class UnparsedReport {
 public:
  // `bytes`: the content of `path`, plain text, or Markdown if its name ends in .md or .markdown.
  // `assumed`: the encoding to use if tell_encoding() would have to guess. Throws Error{kInput} if
  // the content is not text.
  UnparsedReport(const std::string& path, std::string bytes, std::string_view report_id,
                 std::optional<Encoding> assumed = {});

  // A document of a file of another format, whose SHA-256 and size are given. `document` is sound
  // (why_unsound()).
  UnparsedReport(const std::string& path, std::shared_ptr<const ExtractedFile> document,
                 std::string_view report_id, const FileIdentity& file);

  // What is said of the report by hand: parse() puts it into the report and each chunk.
  void correct(std::shared_ptr<const GivenFields> given) { given_ = std::move(given); }

  // The reader that made another text of the same bytes before; for ReportExtraction.
  void note_reader_before(std::string reader) { reader_before_ = std::move(reader); }

  const std::string& sha256() const { return sha256_; }  // as in Report
  std::string reader() const;  // as in ExtractedFile; empty for plain text and Markdown

  // Like parse_in_chunks(), with path, sha256 and size.
  // Thread: safe.
  Report parse(std::uint64_t chunk_bytes, const TakeChunk& take) const;
  // explain_head(), without what is said by hand.
  // Thread: safe.
  std::vector<FieldOrigin> explain() const;

  // Parses the whole report.
  Report parse() const;

 private:
  Report with_file(Report report) const;
  void apply_given_to(Report& report) const;
  ParsedText text() const;

  std::string path_, stem_, report_id_, sha256_, reader_before_;
  std::uint64_t size_;
  DecodedText decoded_;
  std::optional<TextMarks> marked_;
  std::shared_ptr<const ExtractedFile> document_;  // null for plain text and Markdown
  std::shared_ptr<const GivenFields> given_;       // may be null
};

// Parses `bytes` as UnparsedReport does. Fills every member of Report.
// Thread: safe.
Report read_report(const std::string& path, std::string bytes, std::string_view report_id,
                   std::optional<Encoding> assumed = {});

}  // namespace ibid
