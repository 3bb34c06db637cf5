// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/operands/export_formats.h"

#include "corpus/error.h"
#include "search/render/wording.h"

namespace ibid {
std::string why_not_exported(std::string_view id, Exporter::Found found) {
  const std::string shown = quoted_excerpt(id);
  if (found == Exporter::Found::kUnknown) return "the index holds no passage " + shown;
  return shown + " now has another text; ibid resolve says where the cited one is";
}

void ExportFormatOptions::add_format(CLI::App& app) {
  format_option_ = add_choice<ExportFormat>(app, "--format", format,
                                            {{"jsonl", ExportFormat::kJsonLines},
                                             {"csv", ExportFormat::kCsv},
                                             {"tsv", ExportFormat::kTsv},
                                             {"csl-json", ExportFormat::kCslJson},
                                             {"bibtex", ExportFormat::kBibtex},
                                             {"ris", ExportFormat::kRis},
                                             {"markdown", ExportFormat::kMarkdown},
                                             {"webannotation", ExportFormat::kWebAnnotation},
                                             {"text", ExportFormat::kText}},
                                            "output format; docs/export.md describes each")
                       ->group("Output");
}

void ExportFormatOptions::add_style(CLI::App& app) {
  style_option_ = add_choice<CitationStyle>(app, "--style", style,
                                            {{"note", CitationStyle::kNote},
                                             {"apa", CitationStyle::kApa},
                                             {"chicago", CitationStyle::kChicago}},
                                            "citation style of text and markdown (default: note)")
                      ->group("Output");
}

void ExportFormatOptions::add_fields(CLI::App& app) {
  app.add_option("--fields", fields, "only these fields, in this order; for jsonl, csv and tsv")
      ->type_name("NAME,...")
      ->delimiter(',')
      ->group("Output");
  app.add_flag("--formula-safe", formula_safe,
               "in csv, put an apostrophe before what a spreadsheet would take for a formula")
      ->group("Output");
  byte_order_mark.add(app);
}

void ExportFormatOptions::check(ExportWhat what) const {
  if (!fields.empty() && !has_rows(format)) {
    throw Error(ErrorKind::kUsage, "--fields goes with jsonl, csv and tsv only");
  }
  if (formula_safe && format != ExportFormat::kCsv) {
    throw Error(ErrorKind::kUsage, "--formula-safe goes with csv only");
  }
  byte_order_mark.check(format == ExportFormat::kCsv ? ByteOrderMarkOption::Csv::kYes
                                                     : ByteOrderMarkOption::Csv::kNo);
  if (style_option_->count() > 0 && !is_prose(format)) {
    throw Error(ErrorKind::kUsage, "--style goes with text and markdown only");
  }
  if (what == ExportWhat::kCitations && is_bibliography(format)) {
    throw Error(ErrorKind::kUsage,
                "a bibliography lists works: --what sources lists those that are cited, --what "
                "passages the reports that cite them");
  }
}

std::unique_ptr<ExportRenderer> ExportFormatOptions::renderer(ExportWhat what) const {
  check(what);
  return export_renderer(
      what, {format,
             style,
             fields,
             {formula_safe ? CsvCells::kFormulaSafe : CsvCells::kPlain, byte_order_mark.start()}});
}

std::string stale_note(std::string_view report_id) {
  return fmt::format(
      "the file of {} has changed since it was indexed, or is gone; this is what was indexed: run "
      "`ibid index`",
      report_id);
}

}  // namespace ibid
