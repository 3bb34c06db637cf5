// SPDX-License-Identifier: GPL-2.0-or-later
//
// W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) as one JSON-LD document:
// an AnnotationPage. A passage is a bookmark in the report's file; a citation links the citing
// sentence to the source. Selectors are of the text of the file that is their source, so that a
// reader with the file alone finds the place. If the file is missing or has changed, only the
// quotation is given, as positions are unknown.
#include <memory>
#include <utility>

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

const char* media_type(const ReportInfo& report) {
  switch (report.extraction ? report.extraction->format : FileFormat::kText) {
    case FileFormat::kText:
    case FileFormat::kMarkdown:
      break;
    case FileFormat::kHtml:
      return "text/html";
    case FileFormat::kJson:
    case FileFormat::kJsonLines:  // has no registered name of its own
      return "application/json";
    case FileFormat::kRss:
      return "application/rss+xml";
    case FileFormat::kAtom:
      return "application/atom+xml";
    case FileFormat::kDocx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case FileFormat::kHwpx:
      return "application/hwp+zip";
    case FileFormat::kOdt:
      return "application/vnd.oasis.opendocument.text";
    case FileFormat::kEpub:
      return "application/epub+zip";
    case FileFormat::kHwp:
      return "application/x-hwp";
    case FileFormat::kPdf:
      return "application/pdf";
    case FileFormat::kEml:
      return "message/rfc822";
  }
  return "text/plain";
}

bool has_own_anchor(const ReportInfo& report) {
  return report.extraction && report.extraction->grade != AnchorGrade::kByte;
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
    document_ = has_own_anchor(report.report) && report.report.load_text ? report.report.load_text()
                                                                         : nullptr;
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
        {"id", file_uri(report.path, "").uri}, {"type", "Text"}, {"format", media_type(report)}};
    if (!row.passage->language.empty() && row.passage->language != "und") {
      source["language"] = row.passage->language;
    }
    if (!report.url.empty()) source["via"] = one_line(report.url);
    Json out = {{"type", "SpecificResource"}, {"source", std::move(source)}};
    add_selector(out, row);
    return out;
  }

  void add_selector(Json& out, const ExportRow& row) {
    const StoredPassage& passage = *row.passage;
    ByteRange text = {0, passage.text.size()};
    ByteRange bytes = passage.bytes;
    if (row.citation != nullptr) {
      text = cited_sentence(passage, *row.citation);
      bytes = file_range(passage.spans, text);
    }
    const ReportInfo& report = row.report->report;
    if (const auto selectors = reader_.selectors(report, bytes)) {
      out["selector"] = json_selectors(*selectors);
      // No selector leads into a part of an archive or to a line of a page: ours say that.
      if (has_own_anchor(report)) add_json_span(out, report, document_.get(), bytes);
      return;
    }
    out["selector"] =
        Json::array({{{"type", "TextQuoteSelector"}, {"exact", slice(passage.text, text)}}});
  }

  ExportWhat what_;
  AnchorReader reader_;
  std::shared_ptr<const ExtractedFile> document_;  // of a report of parts or pages
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
