// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON lines; docs/output-format.md has their grammar.
#include "search/export/export_fields.h"
#include "search/export/render_export.h"
#include "search/render/passage_json.h"
#include "search/sources/render_sources.h"

namespace ibid {
namespace {

// Version 1 had the text of the whole passage in each of its citations.
constexpr int kCitationSchemaVersion = 3;

Json passage_line(const ExportRow& row) {
  Json line = json_line_head("passage");
  line["passage"] = json_passage(*row.passage);
  line["report"] = json_report(row.report->report);
  add_json_place(line, *row.passage);
  line["citations"] = json_citations(*row.passage);
  return line;
}

Json citation_line(const ExportRow& row) {
  const ByteRange sentence = cited_sentence(*row.passage, *row.citation);
  Json line = json_line_head("citation");
  line["schema_version"] = kCitationSchemaVersion;
  line["source"] = row.citation->source;
  line["form"] = form_name(row.citation->form);
  const ReportInfo& report = row.passage->report;
  add_json_span(line, report, row.document, row.citation->bytes);
  line["sentence"] = {
      {"number", row.citation->sentence},
      {"text", row.passage->text.substr(sentence.begin, sentence.size())},
  };
  add_json_span(line["sentence"], report, row.document, file_range(row.passage->spans, sentence));
  line["passage"] = json_passage_name(*row.passage);
  line["report"] = json_report(row.report->report);
  return line;
}

// Each record in full, and a last line that says whether the export is complete.
class Lines final : public ExportRenderer {
 public:
  explicit Lines(ExportWhat what) : what_(what) {}

  void report(const ExportedReport& report, const WriteText& write) override {
    for_each_row(what_, report, [&](const ExportRow& row) {
      write(
          dump_json_line(what_ == ExportWhat::kPassages ? passage_line(row) : citation_line(row)));
    });
  }

  std::string source(const SourceSummary& source) override { return source_json_line(source); }

  std::string end(const ExportTotals& totals) override {
    Json line = json_line_head("end");
    line["index"] = {{"generation", totals.index.generation},
                     {"last_generation", totals.last_generation},
                     {"passages", totals.index.passages}};
    line["complete"] = totals.complete;
    line["records"] = totals.records;
    return dump_json_line(line);
  }

 private:
  ExportWhat what_;
};

// Only the fields asked for.
class FieldLines final : public ExportRenderer {
 public:
  FieldLines(ExportWhat what, const Fields& fields)
      : what_(what), fields_(fields_of(what, fields)) {}

  void report(const ExportedReport& report, const WriteText& write) override {
    for_each_row(what_, report, [&](const ExportRow& row) { write(line(row)); });
  }

  std::string source(const SourceSummary& source) override {
    ExportRow row;
    row.source = &source;
    return line(row);
  }

 private:
  std::string line(const ExportRow& row) const {
    Json out = Json::object();
    for (const ExportField* field : fields_) out[field->name] = field->value(row);
    return dump_json_line(out);
  }

  ExportWhat what_;
  std::vector<const ExportField*> fields_;
};

}  // namespace

std::unique_ptr<ExportRenderer> export_jsonl(ExportWhat what, const Fields& fields) {
  if (fields.empty()) return std::make_unique<Lines>(what);
  return std::make_unique<FieldLines>(what, fields);
}

}  // namespace ibid
