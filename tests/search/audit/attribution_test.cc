// SPDX-License-Identifier: GPL-2.0-or-later
//
// Metrics of attribution against counts made here, from the reports as the parser reads them.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "search/audit/auditor.h"
#include "search/open/open_index.h"
#include "tests/support/sample_index.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

struct Counted {
  std::uint64_t passages = 0, cited = 0, citations = 0;
  std::map<std::string, std::uint64_t> citing;  // source -> body passages

  void add(const Report& report) {
    for (const Passage& passage : report.passages) {
      if (passage.kind != PassageKind::kBody) continue;
      ++passages;
      cited += passage.citations.empty() ? 0 : 1;
      citations += passage.citations.size();
      std::set<std::string> sources;
      for (const Citation& citation : passage.citations) sources.insert(citation.source);
      for (const std::string& source : sources) ++citing[source];
    }
  }

  std::uint64_t largest() const {
    std::uint64_t out = 0;
    for (const auto& [source, count] : citing) out = std::max(out, count);
    return out;
  }
};

void expect_equal(const Attribution& attribution, const Counted& counted) {
  EXPECT_EQ(attribution.passages, counted.passages);
  EXPECT_EQ(attribution.cited_passages, counted.cited);
  EXPECT_EQ(attribution.citations, counted.citations);
  EXPECT_EQ(attribution.distinct_sources, counted.citing.size());
  EXPECT_EQ(attribution.largest_source, counted.largest());
  if (counted.largest() > 0) {
    EXPECT_EQ(counted.citing.at(attribution.largest_source_id), counted.largest());
  }
}

TEST(Attribution, OfReportsAndIndexIsWhatTheReportsHold) {
  testing::SampleIndex samples;
  std::map<std::string, Counted> by_report;
  Counted all;
  for (const Report& report : samples.reports()) {
    by_report[report.id].add(report);
    all.add(report);
  }
  Auditor auditor(samples.open());
  const AuditTotals totals = auditor.run({}, [&](const ReportAudit& audit) {
    SCOPED_TRACE(audit.report.id);
    expect_equal(audit.attribution, by_report.at(audit.report.id));
    std::uint64_t in_sections = 0;
    for (const SectionAttribution& part : audit.sections) in_sections += part.attribution.passages;
    EXPECT_LE(in_sections, audit.attribution.passages);
    by_report.erase(audit.report.id);
    return Next::kGoOn;
  });
  EXPECT_TRUE(by_report.empty());
  EXPECT_TRUE(totals.complete);
  expect_equal(totals.attribution, all);
}

// A source that summaries and glossaries cite often is not the main source of the body.
TEST(Attribution, CountsSourcesOfBodyPassagesOnly) {
  testing::TestIndex index;
  const std::string often = "(source: go-public-web-eng-1-0-0)";
  const std::string body = "(source: go-public-web-kor-2-0-0)";
  index.write("a-2024-06-27.txt", "Pact\n\n1. Summary\n\n  • One " + often + ".\n\n  • Two " +
                                      often + ".\n\n2. 협정\n\n  • 셋 " + body + ".\n");
  index.update_all();
  OpenIndex opened(index.index());
  Auditor auditor(opened);
  const AuditTotals totals = auditor.run({}, [](const ReportAudit&) { return Next::kGoOn; });
  EXPECT_EQ(totals.passages, 3U);
  EXPECT_EQ(totals.attribution.distinct_sources, 1U);
  EXPECT_EQ(totals.attribution.largest_source, 1U);
  EXPECT_EQ(totals.attribution.largest_source_id, "go-public-web-kor-2-0-0");
}

TEST(Attribution, SaysWhereItWasStopped) {
  testing::SampleIndex samples;
  ASSERT_GT(samples.reports().size(), 1U);
  Auditor auditor(samples.open());
  const AuditTotals totals = auditor.run({}, [](const ReportAudit&) { return Next::kStop; });
  EXPECT_FALSE(totals.complete);
  EXPECT_EQ(totals.reports, 1U);
}

}  // namespace
}  // namespace ibid
