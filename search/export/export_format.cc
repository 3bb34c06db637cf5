// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/export/export_format.h"

namespace ibid {

bool is_bibliography(ExportFormat format) {
  return format == ExportFormat::kCslJson || format == ExportFormat::kBibtex ||
         format == ExportFormat::kRis;
}

bool is_prose(ExportFormat format) {
  return format == ExportFormat::kMarkdown || format == ExportFormat::kText;
}

bool has_rows(ExportFormat format) {
  return format == ExportFormat::kJsonLines || format == ExportFormat::kCsv ||
         format == ExportFormat::kTsv;
}

std::unique_ptr<ExportRenderer> export_renderer(ExportWhat what, const ExportShape& shape) {
  switch (shape.format) {
    case ExportFormat::kJsonLines:
      return export_jsonl(what, shape.fields);
    case ExportFormat::kCsv:
      return export_csv(what, shape.fields, shape.csv);
    case ExportFormat::kTsv:
      return export_tsv(what, shape.fields);
    case ExportFormat::kCslJson:
      return export_csl_json();
    case ExportFormat::kBibtex:
      return export_bibtex();
    case ExportFormat::kRis:
      return export_ris();
    case ExportFormat::kMarkdown:
      return export_markdown(what, shape.style);
    case ExportFormat::kWebAnnotation:
      return export_web_annotation(what);
    case ExportFormat::kText:
      break;
  }
  return export_text(what, shape.style);
}

}  // namespace ibid
