// SPDX-License-Identifier: GPL-2.0-or-later
//
// A row a finding. What a finding was compared with is named by its permalinks, in one cell.
#include "search/audit/render_audit.h"
#include "search/render/csv.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

// Joins with "; ".
void join(std::string& out, const std::string& part) {
  if (!out.empty() && !part.empty()) out += "; ";
  out += part;
}

// Empty for a place that is not known.
std::string number(std::uint64_t n, bool known) { return known ? std::to_string(n) : ""; }

class AuditCsv final : public AuditRenderer {
 public:
  explicit AuditCsv(CsvStart start) : start_(start) {}

  std::string begin(const AuditHead& head) override {
    base_dir_ = head.base_dir;
    return std::string(csv_start(start_)) +
           csv_row({"report",  "title",   "rule",        "level",    "message",
                    "path",    "line",    "column",      "begin",    "end",
                    "section", "passage", "permalink",   "excerpt",  "sources",
                    "beside",  "remedy",  "fingerprint", "accepted", "place"});
  }

  std::string report(const ReportAudit& audit) override {
    std::string out;
    for (const Finding& finding : audit.findings) out += row(audit.report, finding);
    return out;
  }

  std::string end(const AuditTotals& /*totals*/) override { return {}; }

 private:
  std::string row(const ReportInfo& report, const Finding& finding) const {
    const FindingLocation& at = finding.location;
    std::string sources, beside;
    for (const std::string& source : at.context->sources) join(sources, source);
    for (const FindingLocation& other : finding.related) {
      join(beside, other.permalink.empty() ? other.report_id : other.permalink);
    }
    const bool lines = at.line != 0;
    const std::optional<ByteRange> bytes = file_bytes(at);
    return csv_row({report.id,
                    report.title,
                    finding.rule->id,
                    to_string(finding.level),
                    finding.message,
                    shown_path(at.path, base_dir_),
                    number(at.line, lines),
                    number(at.column, lines),
                    bytes ? std::to_string(bytes->begin) : "",
                    bytes ? std::to_string(bytes->end) : "",
                    section_path_text(at.context->section),
                    at.passage_id,
                    at.permalink,
                    at.excerpt,
                    sources,
                    beside,
                    finding.rule->remedy,
                    finding.fingerprint,
                    finding.accepted ? "true" : "false",
                    place_words(at)});
  }

  CsvStart start_;
  std::string base_dir_;
};

}  // namespace

std::unique_ptr<AuditRenderer> audit_csv(CsvStart start) {
  return std::make_unique<AuditCsv>(start);
}

}  // namespace ibid
