// SPDX-License-Identifier: GPL-2.0-or-later
//
// An audit as text, piece by piece as it proceeds. One format per file. Prints nothing; all text
// from outside is escaped for its medium.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/audit/auditor.h"
#include "search/audit/rules/finding.h"
#include "search/render/csv.h"
#include "search/render/text_page.h"

namespace ibid {

// What an audit was asked for, for the head of its output.
struct AuditHead {
  std::string query;               // empty: the whole index, or
  std::vector<std::string> paths;  // these files and folders
  std::string index_dir;
  std::string program;   // "ibid"
  std::string version;   // "0.3.0"
  std::string base_dir;  // absolute; files below it are named relative to it
  FindingLevel fail_on = FindingLevel::kWarning;  // findings below this level fail nothing
  std::vector<std::string> rules;                 // ids; empty: all
  AuditOptions::Uncited uncited = AuditOptions::Uncited::kNoted;
};

class AuditRenderer {
 public:
  using Write = std::function<void(std::string_view)>;

  virtual ~AuditRenderer() = default;
  // Each returns the next part of the output; in this order, `report` any number of times.
  virtual std::string begin(const AuditHead& head) = 0;
  virtual std::string report(const ReportAudit& audit) = 0;
  virtual std::string end(const AuditTotals& totals) = 0;

  // `report`, in pieces: a report with many findings may be a hundred megabytes.
  virtual void report_to(const ReportAudit& audit, const Write& write) { write(report(audit)); }
};

enum class Sections : std::uint8_t { kNo, kYes };  // whether each section's metrics are shown
std::unique_ptr<AuditRenderer> audit_text(const TextLayout& layout, Sections sections);
std::unique_ptr<AuditRenderer> audit_jsonl();
// SARIF 2.1.0 (OASIS), one run.
std::unique_ptr<AuditRenderer> audit_sarif();
// JUnit XML as CI servers read it: a suite per report, a case per finding or rule without findings.
std::unique_ptr<AuditRenderer> audit_junit();
// One HTML page that needs nothing else, scripts and network included.
std::unique_ptr<AuditRenderer> audit_html();

// A document of GitHub-flavoured Markdown, to paste into a ticket or a review.
std::unique_ptr<AuditRenderer> audit_markdown();
// A row a finding, for spreadsheets: RFC 4180, safe to open.
std::unique_ptr<AuditRenderer> audit_csv(CsvStart start = CsvStart::kHeader);

// "no citations recognised in 2 of 5 reports, and few in 1: nothing in them is called uncited";
// empty for none.
std::string unaccused_text(const AuditTotals& totals, AuditOptions::Uncited uncited);

// "of 2 of 5 reports only a part matches: rules on a report as a whole were left out for them";
// empty if all match as a whole.
std::string in_part_text(const AuditTotals& totals);

// The table of rules.
std::string rules_text(const TextLayout& layout);
std::string rules_json_lines();

}  // namespace ibid
