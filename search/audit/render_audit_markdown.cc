// SPDX-License-Identifier: GPL-2.0-or-later
//
// The findings as a list below each report's title; what was accepted is only counted. The totals
// come last, because the document is written as the audit proceeds.
#include <fmt/core.h>

#include "search/audit/metrics.h"
#include "search/audit/render_audit.h"
#include "search/render/escape_markdown.h"
#include "search/render/passage_lines.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

// "passages with a source 3 of 8 (38 %)", for each figure that there is.
std::string shares(const Attribution& a) {
  std::string out;
  for (const Metric& metric : attribution_metrics()) {
    if (a.*metric.whole == 0) continue;
    out += fmt::format("{}{} {} of {} ({})", out.empty() ? "" : ", ", metric.name, a.*metric.part,
                       a.*metric.whole, percent_text(metric.share(a)));
  }
  return out.empty() ? "" : escape_markdown(out) + ".\n\n";
}

std::string levels(const AuditTotals& totals) {
  std::string out = fmt::format("{}, {}, {}", counted(totals.errors, "error"),
                                counted(totals.warnings, "warning"), counted(totals.notes, "note"));
  if (totals.accepted > 0) out += fmt::format(", {} accepted", totals.accepted);
  return out;
}

class AuditMarkdown final : public AuditRenderer {
 public:
  std::string begin(const AuditHead& head) override {
    head_ = head;
    std::string what = "All reports of an index";
    if (!head.query.empty()) what = "Passages that match " + markdown_code(head.query);
    if (!head.paths.empty()) {
      what = "Reports of";
      for (const std::string& path : head.paths) what += " " + file_name(path);
    }
    return fmt::format(
        "# Audit of attribution\n\n{}, by {} {}. Nothing here judges whether a source supports a "
        "sentence.\n\n",
        what, head.program, head.version);
  }

  std::string report(const ReportAudit& audit) override {
    const ReportInfo& report = audit.report;
    std::string out = "## " + escape_markdown(report.title.empty() ? report.id : report.title) +
                      "\n\n" +
                      dotted({escape_markdown(report.date), escape_markdown(report.author),
                              escape_markdown(report.publisher), markdown_code(report.id),
                              file_name(report.path)}) +
                      "\n\n" + shares(audit.attribution);
    std::uint64_t accepted = 0;
    for (const Finding& finding : audit.findings) {
      if (finding.accepted) {
        ++accepted;
      } else {
        out += item(finding);
      }
    }
    if (accepted > 0) out += fmt::format("{} accepted.\n\n", accepted);
    return out;
  }

  std::string end(const AuditTotals& totals) override {
    std::string out = fmt::format("## In all\n\n{}, {}: {}.\n\n", counted(totals.reports, "report"),
                                  counted(totals.passages, "passage"), levels(totals)) +
                      shares(totals.attribution);
    for (const std::string& text : {in_part_text(totals), unaccused_text(totals, head_.uncited)}) {
      if (!text.empty()) out += escape_markdown(text) + ".\n\n";
    }
    if (!totals.complete) out += "Stopped before the last report.\n\n";
    if (totals.last_generation != totals.index.generation) {
      out += fmt::format("The index changed meanwhile, from generation {} to {}.\n\n",
                         totals.index.generation, totals.last_generation);
    }
    if (totals.by_rule.empty()) return out;
    out += "| rule | findings | to fix |\n|---|---|---|\n";
    for (const auto& [rule, count] : totals.by_rule) {
      const Rule* found = find_rule(rule);
      out += fmt::format("| {} | {} | {} |\n", markdown_code(rule), count,
                         found == nullptr ? "" : escape_markdown(found->remedy));
    }
    return out;
  }

 private:
  std::string file_name(const std::string& path) const {
    return markdown_code(path_below(path, head_.base_dir));
  }

  // `reports/a.txt:9:5`, 2 Trade › 2-1 Figures
  std::string place(const FindingLocation& location) const {
    std::string file(path_below(location.path, head_.base_dir));
    if (location.line != 0) file += fmt::format(":{}:{}", location.line, location.column);
    std::string out = markdown_code(file);
    if (const std::string words = place_words(location); !words.empty()) {
      out += ", " + escape_markdown(words);
    }
    const std::string section = section_path_text(location.context->section);
    if (!section.empty()) out += ", " + escape_markdown(section);
    return out;
  }

  static std::string quoted(const FindingLocation& location) {
    return location.excerpt.empty() ? "" : "  > " + escape_markdown(location.excerpt) + "\n\n";
  }

  std::string item(const Finding& finding) const {
    const FindingLocation& at = finding.location;
    std::string out =
        fmt::format("- **{}** {}: {}  \n  {}\n\n", to_string(finding.level),
                    markdown_code(finding.rule->id), escape_markdown(finding.message), place(at)) +
        quoted(at);
    std::string sources;
    for (const std::string& source : at.context->sources) {
      sources += (sources.empty() ? "" : "; ") + escape_markdown(source);
    }
    if (!sources.empty()) out += "  the passage cites " + sources + "\n\n";
    for (const FindingLocation& other : finding.related) {
      out += "  beside " + place(other) + "\n\n" + quoted(other);
    }
    return out;
  }

  AuditHead head_;
};

}  // namespace

std::unique_ptr<AuditRenderer> audit_markdown() { return std::make_unique<AuditMarkdown>(); }

}  // namespace ibid
