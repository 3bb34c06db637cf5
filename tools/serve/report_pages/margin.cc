// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/report_pages/margin.h"

#include <algorithm>
#include <utility>

#include "search/audit/auditor.h"
#include "search/audit/rules/comparing_rules.h"

namespace ibid {
namespace {

std::vector<std::string> own_rules() {
  std::vector<std::string> out;
  for (const Rule& rule : audit_rules()) {
    if (!compares_reports(rule)) out.emplace_back(rule.id);
  }
  return out;
}

}  // namespace

Margin::Margin(const PageVisit& visit, const std::string& report_id, MarginFindings which) {
  if (which == MarginFindings::kNone) return;
  AuditOptions options;
  options.query = "report:" + report_id;
  options.names = visit.names();
  if (which == MarginFindings::kOwn) options.rules = own_rules();
  Auditor(visit.index()).run(options, [&](const ReportAudit& audit) {
    findings_ = audit.findings;
    return Next::kGoOn;
  });
  for (const Finding& finding : findings_) {
    if (finding.location.passage_id.empty()) {
      of_report_.push_back(&finding);
    } else {
      by_passage_[finding.location.passage_id].push_back(&finding);
    }
  }
}

const std::vector<const Finding*>& Margin::of_passage(const std::string& passage_id) const {
  static const std::vector<const Finding*> kNone;
  const auto found = by_passage_.find(passage_id);
  return found == by_passage_.end() ? kNone : found->second;
}

std::vector<ByteRange> Margin::parts(const StoredPassage& passage) const {
  std::vector<ByteRange> out;
  for (const Finding* finding : of_passage(passage.id)) {
    const ByteRange part = finding->location.part;
    if (part.empty() || part.end > passage.text.size() || part.size() == passage.text.size()) {
      continue;
    }
    out.push_back(part);
  }
  std::sort(out.begin(), out.end(), [](const ByteRange& a, const ByteRange& b) {
    return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
  });
  std::vector<ByteRange> apart;
  for (const ByteRange& part : out) {
    if (!apart.empty() && part.begin < apart.back().end) {
      apart.back().end = std::max(apart.back().end, part.end);
    } else {
      apart.push_back(part);
    }
  }
  return apart;
}

void write_finding(HtmlWriter& html, const PageVisit& visit, const Finding& finding) {
  const std::string address =
      visit.address("/audit/report/" + finding.location.report_id) + "#" + finding.fingerprint;
  const std::string level = to_string(finding.level);
  html.open("a", {{"class", "finding " + level}, {"href", address}});
  html.element("span", {{"class", "badge"}}, finding.rule->id).text(" ");
  html.element("span", {visit.lang_of(finding.message)}, finding.message).close();
}

}  // namespace ibid
