// SPDX-License-Identifier: GPL-2.0-or-later
//
// The fields of a row: their names, their order, and how their values are read. Names the JSON
// library: renderers only.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "search/export/cited_place.h"
#include "search/export/export_record.h"
#include "search/render/json_lines.h"

namespace ibid {

// The data of a row; which members are set depends on what is exported. Owns nothing.
struct ExportRow {
  const ExportedReport* report = nullptr;   // of passages and citations
  const StoredPassage* passage = nullptr;   // likewise
  const Citation* citation = nullptr;       // of citations
  std::size_t number = 0;                   // of the citation in its passage, from 1
  const SourceSummary* source = nullptr;    // of sources
  const ExtractedFile* document = nullptr;  // of citations of a report with an extraction
};

struct ExportField {
  const char* name;
  Json (*value)(const ExportRow& row);  // a string, a count, null, or an array of strings
};

// The named fields, or all fields of `what`. Throws Error{kUsage} for a name it does not have.
std::vector<const ExportField*> fields_of(ExportWhat what, const std::vector<std::string>& names);

// A value on one line; joins the strings of an array with "; ". Null is empty.
std::string cell_text(const Json& value);

// Calls `take(row)` for each row of the report.
template <typename Take>
void for_each_row(ExportWhat what, const ExportedReport& report, Take&& take) {
  // Read once for all citations: passages know where they are without it.
  std::shared_ptr<const ExtractedFile> document;
  if (what == ExportWhat::kCitations && report.report.load_text) {
    document = report.report.load_text();
  }
  for (const StoredPassage& passage : report.passages) {
    ExportRow row;
    row.document = document.get();
    row.report = &report;
    row.passage = &passage;
    if (what == ExportWhat::kPassages) {
      take(row);
      continue;
    }
    for (const Citation& citation : passage.citations) {
      row.citation = &citation;
      ++row.number;
      take(row);
    }
  }
}

// The sentence that holds a citation, or the part around the citation if it has more than
// kMostSentenceBytes, for a sentence may have thousands; empty if the index does not say.
inline constexpr std::uint64_t kMostSentenceBytes = 1000;
ByteRange cited_sentence(const StoredPassage& passage, const Citation& citation);

// Where the row is in its report: of a citation, the sentence that cites.
CitedPlace place_of(const ExportRow& row);

}  // namespace ibid
