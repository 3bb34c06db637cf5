// SPDX-License-Identifier: GPL-2.0-or-later
//
// The fields of a row: their names, their order, and where their values come from. Names the JSON
// library: renderers only.
#pragma once

#include <string>
#include <vector>

#include "search/export/export_record.h"
#include "search/render/json_lines.h"

namespace ibid {

// What a row is made of; which members are set depends on what is exported. Owns nothing.
struct ExportRow {
  const ExportedReport* report = nullptr;  // of passages and citations
  const StoredPassage* passage = nullptr;  // likewise
  const Citation* citation = nullptr;      // of citations
  std::size_t number = 0;                  // of the citation in its passage, from 1
  const SourceSummary* source = nullptr;   // of sources
};

struct ExportField {
  const char* name;
  Json (*value)(const ExportRow& row);  // a string, a count, or an array of strings
};

// The fields named, or all that `what` has. Throws Error{kUsage} for a name it does not have.
std::vector<const ExportField*> fields_of(ExportWhat what, const std::vector<std::string>& names);

// A value on one line: strings of an array are joined by "; ".
std::string cell_text(const Json& value);

// Calls `take(row)` for each row that the report becomes.
template <typename Take>
void for_each_row(ExportWhat what, const ExportedReport& report, Take&& take) {
  for (const StoredPassage& passage : report.passages) {
    ExportRow row;
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

// The sentence that a citation stands in; empty where the index does not say.
ByteRange cited_sentence(const StoredPassage& passage, const Citation& citation);

}  // namespace ibid
