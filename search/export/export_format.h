// SPDX-License-Identifier: GPL-2.0-or-later
//
// The formats of an export by name, whoever asks for one.
#pragma once

#include <cstdint>
#include <memory>

#include "search/export/render_export.h"

namespace ibid {

enum class ExportFormat : std::uint8_t {
  kJsonLines,
  kCsv,
  kTsv,
  kCslJson,
  kBibtex,
  kRis,
  kMarkdown,
  kWebAnnotation,
  kText
};

bool is_bibliography(ExportFormat format);  // a list of works
bool is_prose(ExportFormat format);         // takes a style
bool has_rows(ExportFormat format);         // takes fields

struct ExportShape {
  ExportFormat format = ExportFormat::kText;
  CitationStyle style = CitationStyle::kNote;  // of prose
  Fields fields;                               // of rows; empty: all
  CsvShape csv;                                // of kCsv
};

// Throws Error{kUsage} for an unknown field. A bibliography of citations is one of passages: who
// takes a format from users refuses it.
std::unique_ptr<ExportRenderer> export_renderer(ExportWhat what, const ExportShape& shape);

}  // namespace ibid
