// SPDX-License-Identifier: GPL-2.0-or-later
//
// An export as text, piece by piece as it proceeds. One format per file; docs/export.md is the
// contract. Prints nothing; all text from outside is escaped for its medium.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/export/citation_style.h"
#include "search/export/export_record.h"
#include "search/render/csv.h"

namespace ibid {

using WriteText = std::function<void(std::string_view)>;

class ExportRenderer {
 public:
  virtual ~ExportRenderer() = default;
  // Each gives the next part of the output; begin() first, end() last, the others any number of
  // times between them.
  virtual std::string begin() { return {}; }
  // Calls `write` for each row: a report may have more than memory holds.
  virtual void report(const ExportedReport& report, const WriteText& write) = 0;
  virtual std::string source(const SourceSummary& source) = 0;
  virtual std::string end(const ExportTotals& /*totals*/) { return {}; }
};

using Fields = std::vector<std::string>;  // names; empty: all

struct CsvShape {
  CsvCells cells = CsvCells::kPlain;
  CsvStart start = CsvStart::kHeader;
};

// Rows. These throw Error{kUsage} for an unknown field.
std::unique_ptr<ExportRenderer> export_csv(ExportWhat what, const Fields& fields, CsvShape shape);
std::unique_ptr<ExportRenderer> export_tsv(ExportWhat what, const Fields& fields);
// With fields, objects of only these; without, lines as in docs/output-format.md.
std::unique_ptr<ExportRenderer> export_jsonl(ExportWhat what, const Fields& fields);

// Bibliographies: an item per report, with the locators of its passages, or an item per source.
std::unique_ptr<ExportRenderer> export_csl_json();
std::unique_ptr<ExportRenderer> export_bibtex();
std::unique_ptr<ExportRenderer> export_ris();

// Prose: a citation for each passage, source or citation.
std::unique_ptr<ExportRenderer> export_markdown(ExportWhat what, CitationStyle style);
std::unique_ptr<ExportRenderer> export_text(ExportWhat what, CitationStyle style);

// W3C Web Annotation Data Model as JSON-LD; of passages or citations. Reads the reports' files.
std::unique_ptr<ExportRenderer> export_web_annotation(ExportWhat what);

}  // namespace ibid
