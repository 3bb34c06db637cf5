// SPDX-License-Identifier: GPL-2.0-or-later
//
// Hand-made audits for the tests of the renderers: an English report, a Korean one, a hostile one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/audit/render_audit.h"
#include "search/audit/rules/finding.h"

namespace ibid {

inline AuditHead audit_head() {
  AuditHead head;
  head.index_dir = "/srv/index";
  head.program = "ibid";
  head.version = "0.0.0";
  head.base_dir = "/srv";
  return head;
}

inline Finding finding_of(const char* rule, std::string message, FindingLocation location) {
  Finding finding;
  finding.rule = find_rule(rule);
  finding.level = finding.rule->level;
  finding.message = std::move(message);
  finding.location = std::move(location);
  finding.fingerprint = "0123456789abcdef";
  return finding;
}

inline FindingLocation english_location(std::string_view locator, ByteRange bytes,
                                        std::string excerpt) {
  FindingLocation location;
  location.report_id = "pact-2024";
  location.path = "/srv/reports/pact 2024.txt";
  location.passage_id = "pact-2024#" + std::string(locator);
  location.permalink = location.passage_id + "@3f9a12c40b77";
  location.bytes = bytes;
  location.excerpt = std::move(excerpt);
  location.context = std::make_shared<const FindingContext>(
      FindingContext{{{"2", "The Pact & its <terms>", ""}, {"2-1", "What it says", ""}},
                     "Two navies signed. " + location.excerpt + " Then they left.",
                     {"The pact, read slowly, Ledger, 2024 [go-public-web-eng-28…]", "Reuters"}});
  location.part = {19, 19 + location.excerpt.size()};
  return location;
}

inline FindingLocation korean_location(ByteRange bytes, std::string excerpt) {
  FindingLocation location;
  location.report_id = "조약-2024";
  location.path = "/home/kim/조약-2024.txt";
  location.passage_id = "조약-2024#2.1";
  location.permalink = "조약-2024#2.1@0123456789ab";
  location.bytes = bytes;
  location.excerpt = std::move(excerpt);
  location.context = std::make_shared<const FindingContext>(
      FindingContext{{{"2", "조약의 내용", ""}}, location.excerpt, {}});
  location.part = {0, location.excerpt.size()};
  return location;
}

inline void set_line(FindingLocation& location, std::uint64_t line, std::uint64_t column) {
  location.line = location.end_line = line;
  location.column = column;
  location.end_column = column + location.excerpt.size();  // of ASCII text
  location.written = location.excerpt;
}

inline Attribution english_attribution() {
  Attribution a;
  a.passages = 8;
  a.cited_passages = 3;
  a.sentences = 40;
  a.cited_sentences = 3;
  a.figures = 5;
  a.citations = 4;
  a.sound_citations = 4;
  a.passage_sources = 4;
  a.distinct_sources = 2;
  a.largest_source = 2;
  a.largest_source_id = "go-public-web-eng-2877220144866105163-0-0";
  return a;
}

// Every kind of finding: two in one sentence, one beside passages here and elsewhere, one on a
// heading, one on the report, one that is accepted.
inline ReportAudit english_audit() {
  ReportAudit audit;
  audit.report = {"pact-2024",
                  "Harbour Pact: \"What\" Two Navies Signed",
                  "goover",
                  "2024-06-27",
                  "",
                  "/srv/reports/pact 2024.txt",
                  std::string(64, 'a')};
  audit.attribution = english_attribution();
  audit.sections = {{{"2", "The Pact & its <terms>", ""}, english_attribution()},
                    {{"3", "Reactions", ""}, {}}};
  FindingLocation sentence =
      english_location("2-1.1", {120, 165}, "On May 16 he spoke of a \"no limits\" bond.");
  set_line(sentence, 9, 5);
  audit.findings.push_back(
      finding_of(rule::kUncitedDate, "a sentence with a date cites no source", sentence));
  audit.findings.push_back(finding_of(
      rule::kUncitedQuotation, "the sentence that quotes \"no limits\" cites no source", sentence));
  audit.findings.back().fingerprint = "1111111111111111";
  FindingLocation trade = english_location("2-1.1", {166, 200}, "Trade was $240 billion.");
  set_line(trade, 9, 51);
  trade.written = "Trade was\n    $240 billion.";  // broken over two lines
  trade.end_line = 10;
  trade.end_column = 18;
  Finding figures =
      finding_of(rule::kDisagreeingFigures, "$240 billion here, $241 billion there", trade);
  FindingLocation here = english_location("3.1", {400, 424}, "Trade was $241 billion.");
  set_line(here, 20, 3);
  figures.related = {here, korean_location({10, 50}, "교역액은 2,401억 달러였다.")};
  figures.fingerprint = "2222222222222222";
  audit.findings.push_back(figures);
  FindingLocation heading = english_location("", {600, 620}, "5. Source Documents");
  heading.passage_id.clear();
  heading.permalink.clear();
  set_line(heading, 30, 1);
  audit.findings.push_back(finding_of(rule::kEmptySection, "the section is empty", heading));
  audit.findings.back().fingerprint = "3333333333333333";
  FindingLocation report;
  report.report_id = "pact-2024";
  report.path = audit.report.path;
  audit.findings.push_back(
      finding_of(rule::kReadingNote, "3 bytes at offset 812 are not UTF-8", report));
  audit.findings.back().fingerprint = "4444444444444444";
  audit.findings.push_back(finding_of(rule::kMalformedSourceId, "go-public-web is no source id",
                                      english_location("4.1", {700, 713}, "go-public-web")));
  audit.findings.back().fingerprint = "5555555555555555";
  audit.findings.back().accepted = true;
  return audit;
}

// A stale file: no lines.
inline ReportAudit korean_audit() {
  ReportAudit audit;
  audit.report = {"조약-2024",         "북러 조약", "", "2024-06", "", "/home/kim/조약-2024.txt",
                  std::string(64, 'b')};
  audit.stale = true;
  audit.findings.push_back(
      finding_of(rule::kUncitedPassage, "cites no source",
                 korean_location({10, 72}, "푸틴이 평양에서 조약에 서명했다.")));
  audit.findings.back().fingerprint = "6666666666666666";
  audit.findings.push_back(finding_of(rule::kMalformedSourceId, "go-public은 바른 번호가 아니다",
                                      korean_location({60, 69}, "go-public")));
  audit.findings.back().fingerprint = "7777777777777777";
  return audit;
}

inline AuditTotals audit_totals() {
  AuditTotals totals;
  totals.index = {3, 45, 2};
  totals.last_generation = 3;
  totals.reports = 2;
  totals.passages = 45;
  totals.attribution = english_attribution();
  totals.by_rule = {{rule::kUncitedDate, 1},        {rule::kUncitedQuotation, 1},
                    {rule::kDisagreeingFigures, 1}, {rule::kEmptySection, 1},
                    {rule::kReadingNote, 1},        {rule::kUncitedPassage, 1},
                    {rule::kMalformedSourceId, 1}};
  totals.errors = 1;
  totals.warnings = 5;
  totals.notes = 1;
  totals.accepted = 1;
  return totals;
}

// Every byte value, then markup, bidirectional controls, noncharacters, placeholders and links.
inline std::string hostile_text() {
  std::string out;
  for (int byte = 0; byte < 256; ++byte) out += static_cast<char>(byte);
  return out + "</script><script>alert(1)</script>]]>--><a href='x'>\"&amp;" +
         "\u202E\u2066\u200F\u2028\uFFFE\uFFFF {0} {{1}} [x](1) [y](http://evil) ${x} 한국";
}

inline ReportAudit hostile_audit() {
  const std::string evil = hostile_text();
  ReportAudit audit;
  audit.report = {evil, evil, evil, evil, evil, "/srv/" + evil, evil};
  audit.attribution = english_attribution();
  audit.attribution.largest_source_id = evil;
  audit.sections = {{{evil, evil, evil}, english_attribution()}};
  FindingLocation location;
  location.report_id = location.passage_id = location.permalink = location.excerpt = evil;
  location.path = "/srv/" + evil;
  location.bytes = {1, 300};
  location.line = location.column = location.end_line = 1;
  location.end_column = 200;
  audit.findings.push_back(finding_of(rule::kUncitedFigure, evil, location));
  FindingLocation elsewhere = location;
  elsewhere.path = "/else/" + evil;
  audit.findings.back().related = {elsewhere};
  audit.findings.push_back(finding_of(rule::kUncitedDate, evil, location));
  audit.findings.back().accepted = true;
  audit.findings.push_back(finding_of(rule::kReadingNote, evil, location));
  return audit;
}

inline std::string rendered(AuditRenderer& renderer, const AuditHead& head,
                            const std::vector<ReportAudit>& audits,
                            const AuditTotals& totals = audit_totals()) {
  std::string out = renderer.begin(head);
  for (const ReportAudit& audit : audits) out += renderer.report(audit);
  return out + renderer.end(totals);
}

}  // namespace ibid
