// SPDX-License-Identifier: GPL-2.0-or-later
//
// JUnit XML in the form that CI servers agree on: what Jenkins' xUnit plugin (junit-10.xsd) takes,
// so cases have no file and line. Holds no time: the output for one state of the index is always
// the same.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "search/audit/metrics.h"
#include "search/audit/render_audit.h"
#include "search/render/escape_markup.h"
#include "search/render/wording.h"

namespace ibid {
namespace {

std::string attribute(const char* name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, escape_xml(value));
}

// Between tags a line end needs no escape.
std::string lines(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (at > 0) out += '\n';
    out += escape_xml(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

class AuditJunit final : public AuditRenderer {
 public:
  std::string begin(const AuditHead& head) override {
    head_ = head;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" +
           attribute("name", head.program + " audit") + ">\n";
  }

  std::string report(const ReportAudit& audit) override {
    std::string cases;
    std::set<std::string_view> found;
    std::size_t failures = 0, skipped = 0, clean = 0;
    for (const Finding& finding : audit.findings) {
      found.insert(finding.rule->id);
      if (finding.accepted) {
        ++skipped;
      } else if (finding.level >= head_.fail_on) {
        ++failures;
      }
      cases += finding_case(audit, finding);
    }
    for (const Rule& rule : audit_rules()) {
      if (!is_asked(rule) || found.contains(rule.id)) continue;
      ++clean;
      cases +=
          "    <testcase" + attribute("classname", audit.report.id) + attribute("name", rule.id);
      const std::string why = why_left_out(audit, rule);
      if (why.empty()) {
        cases += "/>\n";
        continue;
      }
      ++skipped;  // a rule that was not applied has not passed
      cases += ">\n      <skipped" + attribute("message", why) + "/>\n    </testcase>\n";
    }
    const std::string suite = attribute("name", audit.report.id) +
                              attribute("file", path_below(audit.report.path, head_.base_dir));
    return fmt::format("  <testsuite{} tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n",
                       suite, audit.findings.size() + clean, failures, skipped) +
           properties(audit) + cases + "  </testsuite>\n";
  }

  // A stopped run must not look like a complete one, nor reports that were not understood like
  // sound ones.
  std::string end(const AuditTotals& totals) override {
    std::string out;
    if (const std::string unaccused = unaccused_text(totals, head_.uncited); !unaccused.empty()) {
      const std::string name = attribute("name", head_.program + " audit");
      out += "  <testsuite" + name +
             " tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\">\n    <testcase" +
             attribute("classname", head_.program) + attribute("name", "citations recognised") +
             ">\n      <skipped" + attribute("message", unaccused) +
             "/>\n    </testcase>\n  </testsuite>\n";
    }
    if (!totals.complete) {
      const std::string name = attribute("name", head_.program + " audit");
      out += "  <testsuite" + name +
             " tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n    <testcase" +
             attribute("classname", head_.program) + attribute("name", "complete") +
             ">\n      <error" + attribute("type", "stopped") +
             attribute("message", "stopped before the last report") +
             "/>\n    </testcase>\n  </testsuite>\n";
    }
    return out + "</testsuites>\n";
  }

 private:
  bool is_asked(const Rule& rule) const {
    return head_.rules.empty() ||
           std::find(head_.rules.begin(), head_.rules.end(), rule.id) != head_.rules.end();
  }

  // Empty if the rule was applied.
  std::string why_left_out(const ReportAudit& audit, const Rule& rule) const {
    if (!audit.whole && is_of_report(rule)) return "only a part of the report matches the query";
    const bool accused = (audit.citations_recognised && !audit.cites_few) ||
                         head_.uncited == AuditOptions::Uncited::kAccused;
    if (accused || !accuses(rule)) return "";
    return audit.cites_few ? "few passages of this report cite a source"
                           : "no citations recognised in this report";
  }

  static std::string property(const char* name, std::string_view value) {
    return "      <property" + attribute("name", name) + attribute("value", value) + "/>\n";
  }

  static std::string properties(const ReportAudit& audit) {
    std::string out = "    <properties>\n" + property("title", audit.report.title) +
                      property("date", audit.report.date);
    const Attribution& a = audit.attribution;
    for (const Metric& metric : attribution_metrics()) {
      out += property(metric.key, fmt::format("{} of {} ({})", a.*metric.part, a.*metric.whole,
                                              percent_text(metric.share(a))));
    }
    return out + "    </properties>\n";
  }

  static std::string location_text(const FindingLocation& location) {
    std::string out = location.path;
    if (location.line != 0) out += fmt::format(":{}:{}", location.line, location.column);
    if (const auto bytes = file_bytes(location)) {
      out += fmt::format(" bytes {}-{}", bytes->begin, bytes->end);
    }
    if (const std::string place = place_words(location); !place.empty()) out += " " + place;
    if (!location.passage_id.empty()) out += " " + location.passage_id;
    if (!location.excerpt.empty()) out += "\n" + location.excerpt;
    return out + "\n";
  }

  // What people read about a finding, below its message.
  static std::string details(const Finding& finding) {
    std::string out = location_text(finding.location);
    for (const FindingLocation& other : finding.related) out += "beside " + location_text(other);
    return out + "to fix: " + finding.rule->remedy + "\nfingerprint: " + finding.fingerprint;
  }

  std::string finding_case(const ReportAudit& audit, const Finding& finding) const {
    const FindingLocation& location = finding.location;
    const std::string& at = location.passage_id.empty() ? location.report_id : location.passage_id;
    // The fingerprint distinguishes the findings of one rule in one passage.
    return "    <testcase" + attribute("classname", audit.report.id) +
           attribute("name", fmt::format("{} {} {}", finding.rule->id, at, finding.fingerprint)) +
           ">\n" + outcome(finding) + "    </testcase>\n";
  }

  std::string outcome(const Finding& finding) const {
    if (finding.accepted) {
      return "      <skipped" + attribute("message", "accepted: " + finding.message) + "/>\n";
    }
    const std::string level = to_string(finding.level);
    if (finding.level < head_.fail_on) {
      return "      <system-out>" +
             lines(level + ": " + finding.message + "\n" + details(finding)) + "</system-out>\n";
    }
    return "      <failure" + attribute("type", level) + attribute("message", finding.message) +
           ">" + lines(details(finding)) + "</failure>\n";
  }

  AuditHead head_;
};

}  // namespace

std::unique_ptr<AuditRenderer> audit_junit() { return std::make_unique<AuditJunit>(); }

}  // namespace ibid
