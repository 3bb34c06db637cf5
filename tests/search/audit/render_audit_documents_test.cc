// SPDX-License-Identifier: GPL-2.0-or-later
//
// Audits as Markdown and CSV, against golden files and by their own rules.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "search/audit/render_audit.h"
#include "tests/support/audit_sample.h"
#include "tests/support/golden_file.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string markdown_of(const std::vector<ReportAudit>& audits, const AuditTotals& totals) {
  return rendered(*audit_markdown(), audit_head(), audits, totals);
}

TEST(RenderAuditMarkdown, IsWhatItWas) {
  testing::expect_golden(markdown_of({english_audit(), korean_audit()}, audit_totals()),
                         "audit/markdown");
}

TEST(RenderAuditMarkdown, CountsWhatWasAcceptedAndShowsNoneOfIt) {
  const std::string out = markdown_of({english_audit()}, audit_totals());
  EXPECT_THAT(out, HasSubstr("\n1 accepted.\n"));
  EXPECT_THAT(out, Not(HasSubstr("go-public-web is no source id")));
}

TEST(RenderAuditMarkdown, SaysThatItWasStopped) {
  AuditTotals totals = audit_totals();
  EXPECT_THAT(markdown_of({}, totals), Not(HasSubstr("Stopped")));
  totals.complete = false;
  totals.last_generation = 4;
  const std::string out = markdown_of({}, totals);
  EXPECT_THAT(out, HasSubstr("Stopped before the last report."));
  EXPECT_THAT(out, HasSubstr("from generation 3 to 4."));
}

TEST(RenderAuditCsv, IsWhatItWas) {
  testing::expect_golden(rendered(*audit_csv(), audit_head(), {english_audit(), korean_audit()}),
                         "audit/csv");
}

TEST(RenderAuditCsv, HasARowAFindingAlsoOfAccepted) {
  const std::string out = rendered(*audit_csv(), audit_head(), {english_audit(), korean_audit()});
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'),
            static_cast<std::ptrdiff_t>(1 + english_audit().findings.size() +
                                        korean_audit().findings.size()));
  EXPECT_THAT(out, StartsWith("report,title,rule,level,message,path,line,"));
  // A stale file has bytes and no lines; a finding on the whole report has neither.
  EXPECT_THAT(out, HasSubstr("/home/kim/조약-2024.txt,,,10,72,2 조약의 내용,"));
  EXPECT_THAT(out, HasSubstr("reports/pact 2024.txt,,,,,,,"));
}

TEST(RenderAuditCsv, BeginsWithAMarkIfAsked) {
  const std::string marked = audit_csv(CsvStart::kByteOrderMark)->begin(audit_head());
  EXPECT_EQ(marked, "\xEF\xBB\xBF" + audit_csv()->begin(audit_head()));
}

TEST(RenderAuditCsv, GivesASpreadsheetNoFormula) {
  ReportAudit audit = korean_audit();
  audit.findings[0].location.excerpt = "=HYPERLINK(\"https://e.example\")";
  EXPECT_THAT(rendered(*audit_csv(), audit_head(), {audit}),
              HasSubstr(",\"'=HYPERLINK(\"\"https://e.example\"\")\","));
}

}  // namespace
}  // namespace ibid
