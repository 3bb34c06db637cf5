// SPDX-License-Identifier: GPL-2.0-or-later
//
// Turns decoded or extracted text into a Report. Reads the English and Korean report forms and
// documents without any form. Never fails: text that fits no form becomes passages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/dates/find_date.h"
#include "corpus/extract/extracted_file.h"
#include "corpus/parser/report_chunks.h"
#include "corpus/report/report.h"
#include "corpus/text/decode.h"
#include "corpus/text/text_marks.h"

namespace ibid {

// A text, and what is known of its lines: of Markdown, or of a file of another format, whose text
// it is then. Lent.
struct ParsedText {
  ParsedText(const DecodedText& text, const TextMarks* signs = nullptr,
             const ExtractedFile* file = nullptr)
      : decoded(text), markdown(signs), extracted(file) {}
  const DecodedText& decoded;
  const TextMarks* markdown;
  const ExtractedFile* extracted;
};

// `report_id` becomes Report::id. `file_stem` is the title if the text has none, and the last
// resort for the date. Fills everything except path, sha256 and size.
// Thread: safe.
Report parse_report(ParsedText text, std::string_view report_id, std::string_view file_stem);

// As parse_report(), but passes the passages to `take` in chunks of about `chunk_bytes` of text, in
// order and on the calling thread; exceptions of `take` pass through. Returns everything except the
// passages and what conclude() fills in.
Report parse_in_chunks(ParsedText text, std::string_view report_id, std::string_view file_stem,
                       std::uint64_t chunk_bytes, const TakeChunk& take);

}  // namespace ibid
