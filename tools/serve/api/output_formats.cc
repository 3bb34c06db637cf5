// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/api/output_formats.h"

#include <string>

#include "tools/serve/api/answer_form.h"

namespace ibid {
namespace {

std::unique_ptr<AuditRenderer> plain_csv() { return audit_csv(); }

constexpr AuditFormat kLines{audit_jsonl, kJsonLinesType, "ibid-audit.jsonl"};
constexpr AuditFormat kSarif{audit_sarif, "application/sarif+json", "ibid-audit.sarif"};
constexpr AuditFormat kJunit{audit_junit, "application/xml", "ibid-audit.xml"};
constexpr AuditFormat kHtml{audit_html, "text/html; charset=utf-8", "ibid-audit.html"};
constexpr AuditFormat kMarkdown{audit_markdown, "text/markdown; charset=utf-8", "ibid-audit.md"};
constexpr AuditFormat kCsv{plain_csv, "text/csv; charset=utf-8", "ibid-audit.csv"};

struct FileKind {
  const char* content_type;
  const char* extension;
};

FileKind kind_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::kCsv:
      return {"text/csv; charset=utf-8", ".csv"};
    case ExportFormat::kTsv:
      return {"text/tab-separated-values; charset=utf-8", ".tsv"};
    case ExportFormat::kCslJson:
      return {"application/vnd.citationstyles.csl+json", ".json"};
    case ExportFormat::kBibtex:
      return {"application/x-bibtex; charset=utf-8", ".bib"};
    case ExportFormat::kRis:
      return {"application/x-research-info-systems; charset=utf-8", ".ris"};
    case ExportFormat::kMarkdown:
      return {"text/markdown; charset=utf-8", ".md"};
    case ExportFormat::kWebAnnotation:
      return {"application/ld+json", ".jsonld"};
    case ExportFormat::kJsonLines:
    case ExportFormat::kText:
      break;
  }
  return {"text/plain; charset=utf-8", ".txt"};
}

}  // namespace

const AuditFormat& asked_audit_format(Parameters& parameters) {
  return *parameters.choice<const AuditFormat*>("format", &kLines,
                                                {{"json", &kLines},
                                                 {"jsonl", &kLines},
                                                 {"sarif", &kSarif},
                                                 {"junit", &kJunit},
                                                 {"html", &kHtml},
                                                 {"markdown", &kMarkdown},
                                                 {"csv", &kCsv}});
}

HttpResponse export_head(const HttpRequest& request, ExportFormat format, std::string_view file) {
  if (format == ExportFormat::kJsonLines) return lines_head(request);
  const FileKind kind = kind_of(format);
  if (format != ExportFormat::kText) {
    return file_response(kind.content_type, std::string(file) + kind.extension, "");
  }
  HttpResponse out;
  out.content_type = kind.content_type;
  return out;
}

}  // namespace ibid
