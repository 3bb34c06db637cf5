// SPDX-License-Identifier: GPL-2.0-or-later
//
// A passage as the index holds it, with its section and report. All answers consist of these.
// Plain values.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/report/report.h"

namespace ibid {

struct SectionTitle {
  std::string number;  // as written; empty for an unnumbered heading
  std::string title;
  std::string entity_type;
};

struct ReportInfo {
  std::string id, title, publisher, date, url, path, sha256;
  Encoding encoding = Encoding::kUtf8;  // of the file
  std::string author = {}, collection = {};
  std::vector<std::string> tags = {};
  // Its file is on another machine: whether it still is what was indexed is not known.
  bool elsewhere = false;
  // Of a file that is neither plain text nor Markdown; else null.
  std::shared_ptr<const ReportExtraction> extraction = {};
  // Loads what its reader made of the file from the index; null if there is none any more. Empty
  // without an extraction.
  std::function<std::shared_ptr<const ExtractedFile>()> load_text = {};
};

// What answers tell of a report.
ReportInfo report_info(const Report& report);

// What the source list of a report says of a source that it cites.
struct NamedSource {
  std::string source;  // as Citation::source
  std::string title, publisher, date, url;
};

struct StoredPassage {
  std::string id;  // "<report>#<locator>.<ordinal>"
  std::string permalink;
  std::uint32_t document = 0;  // its number in the index; 0 if not known
  PassageKind kind = PassageKind::kBody;
  std::string language;
  std::vector<SectionTitle> section;  // from the top-level section down; empty before any heading
  std::uint32_t ordinal = 1;
  std::uint32_t sequence = 0;  // 0-based in its report
  std::string text;
  // In the file; of a report with an extraction, in the extracted text: its places in the file are
  // in `origin`.
  ByteRange bytes;
  std::vector<TextSpan> spans;
  std::vector<ByteRange> sentences;  // of text
  std::vector<Citation> citations;
  std::vector<ByteRange> markup;     // of text: signs of Markdown, as Passage::markup
  std::vector<NamedSource> sources;  // of the citations, those with a title or publisher; each once
  ReportInfo report;
  PassageOrigin origin;  // of a report with an extraction
};

// "p. 7" of a page; of a part its name, "word/document.xml"; empty of plain text, Markdown and
// HTML.
std::string origin_words(const StoredPassage& passage);
// The same of these places in the file of a report.
std::string origin_words(const ReportExtraction& extraction, const std::vector<PartRange>& places);
// The same of a stretch of the passage, `bytes` of the extracted text; of HTML "bytes 120-240".
// Loads that text: if the index has lost it, the words are those of the passage.
std::string span_words(const StoredPassage& passage, ByteRange bytes);

// The one of `sources` that tells of `source`; nullptr if none does. Lender: `sources`.
const NamedSource* find_named(const std::vector<NamedSource>& sources, std::string_view source);

// Who says it, in words: "Global ESS shipments, SNE Research, 2024". Empty if `named` is null.
std::string told_of(const NamedSource* named);

// The same for a source of the passage, and behind that the id in brackets, of an address its host.
// A source of which the report says nothing is its id alone.
std::string source_words(const StoredPassage& passage, std::string_view source);

}  // namespace ibid
