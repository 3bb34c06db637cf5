// SPDX-License-Identifier: GPL-2.0-or-later
//
// W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) as one JSON-LD document:
// an AnnotationPage. A passage is a bookmark in the report's file; a citation links the citing
// sentence to the source. Selectors are of the text of the file that is their source, so that a
// reader with the file alone finds the place. If the file is missing or has changed, only the
// quotation is given, as positions are unknown.
#include "corpus/error.h"
#include "corpus/text/code_points.h"
#include "search/export/cited_work.h"
#include "search/export/export_fields.h"
#include "search/export/render_export.h"
#include "search/passages/anchors.h"
#include "search/render/file_uri.h"
#include "search/render/passage_json.h"

namespace ibid {
namespace {

constexpr char kIdPrefix[] = "urn:ibid:";

std::string id_of(const ExportRow& row) {
  std::string id = kIdPrefix + percent_encode_path(row.passage->permalink);
  if (row.citation != nullptr) id += ":" + std::to_string(row.number);
  return id;
}

Json body_of(const Citation& citation) {
  if (is_web_address(citation.source)) return one_line(citation.source);
  return {{"type", "TextualBody"},
          {"value", citation.source},
          {"format", "text/plain"},
          {"purpose", "identifying"}};
}

class Annotations final : public ExportRenderer {
 public:
  explicit Annotations(ExportWhat what) : what_(what) {}

  std::string begin() override {
    return "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:ibid:annotations\","
           "\"type\":\"AnnotationPage\",\"items\":[";
  }

  void report(const ExportedReport& report, const WriteText& write) override {
    reader_ = AnchorReader(WhiteSpace::kWritten);  // one report's text at a time
    for_each_row(what_, report, [&](const ExportRow& row) {
      std::string line = dump_json_line(annotation(row));
      line.pop_back();
      write((first_ ? "\n" : ",\n") + line);
      first_ = false;
    });
  }

  std::string source(const SourceSummary& /*source*/) override { return {}; }  // never asked

  std::string end(const ExportTotals& /*totals*/) override { return "\n]}\n"; }

 private:
  Json annotation(const ExportRow& row) {
    Json out = {{"id", id_of(row)},
                {"type", "Annotation"},
                {"motivation", row.citation == nullptr ? "bookmarking" : "linking"}};
    if (row.citation != nullptr) out["body"] = body_of(*row.citation);
    out["target"] = target(row);
    return out;
  }

  Json target(const ExportRow& row) {
    const ReportInfo& report = row.report->report;
    Json source = {
        {"id", file_uri(report.path, "").uri}, {"type", "Text"}, {"format", "text/plain"}};
    if (!row.passage->language.empty() && row.passage->language != "und") {
      source["language"] = row.passage->language;
    }
    if (!report.url.empty()) source["via"] = one_line(report.url);
    return {
        {"type", "SpecificResource"}, {"source", std::move(source)}, {"selector", selector(row)}};
  }

  Json selector(const ExportRow& row) {
    const StoredPassage& passage = *row.passage;
    ByteRange text = {0, passage.text.size()};
    ByteRange bytes = passage.bytes;
    if (row.citation != nullptr) {
      text = cited_sentence(passage, *row.citation);
      bytes = file_range(passage.spans, text);
    }
    if (const auto selectors = reader_.selectors(row.report->report, bytes)) {
      return json_selectors(*selectors);
    }
    return Json::array({{{"type", "TextQuoteSelector"}, {"exact", slice(passage.text, text)}}});
  }

  ExportWhat what_;
  AnchorReader reader_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<ExportRenderer> export_web_annotation(ExportWhat what) {
  if (what == ExportWhat::kSources) {
    throw Error(ErrorKind::kUsage,
                "a source has no place in a report to annotate; --what citations has");
  }
  return std::make_unique<Annotations>(what);
}

}  // namespace ibid
