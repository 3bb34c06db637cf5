// SPDX-License-Identifier: GPL-2.0-or-later
//
// The audit of the shared report against counts made from its lines by other means: a bullet that
// is not a "5-1. …" heading is a passage, sections 2 to 7 are the body, "(source: a; b)" cites.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "search/audit/auditor.h"
#include "search/open/open_index.h"
#include "tests/support/sample_reports.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::UnorderedElementsAre;

struct Counted {
  std::uint64_t passages = 0, citations = 0;
  std::set<std::uint64_t> cited_lines, uncited_lines;  // of body passages, from 1
  std::set<std::string> sources;
};

Counted count_lines(const std::string& path) {
  const std::regex top("^([0-9]+)\\. .*"), heading("^  • [0-9]+-[0-9]+\\. .*"), bullet("^  • .*"),
      mark("\\(source: ([^)]*)\\)"), id("go-[a-z0-9-]+");
  Counted counted;
  std::ifstream in(path);
  int section = 0;
  std::uint64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    std::smatch found;
    if (std::regex_match(line, found, top)) section = std::stoi(found[1]);
    if (!std::regex_match(line, bullet) || std::regex_match(line, heading)) continue;
    if (section == 0) continue;  // the table of contents
    ++counted.passages;
    if (section < 2 || section > 7) continue;
    bool cites = false;
    for (std::sregex_iterator m(line.begin(), line.end(), mark), end; m != end; ++m) {
      const std::string inside = (*m)[1];
      for (std::sregex_iterator s(inside.begin(), inside.end(), id); s != end; ++s) {
        cites = true;
        ++counted.citations;
        counted.sources.insert((*s)[0]);
      }
    }
    (cites ? counted.cited_lines : counted.uncited_lines).insert(number);
  }
  return counted;
}

TEST(SharedReportAudit, AgreesWithALineByLineCount) {
  const auto folder = testing::shared_reports_folder();
  const std::string path = folder.value_or("") + "/geopolitical-shifts-2024-06-27.txt";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "needs ../shared/reports";
  const Counted counted = count_lines(path);
  EXPECT_EQ(counted.cited_lines.size(), 3U);  // 5-1, 5-2 and 5-3, by reading

  testing::TestIndex test;
  test.update({path});
  OpenIndex index(test.index());
  Auditor auditor(index);
  std::map<std::string, std::vector<FindingLocation>> locations;  // by rule
  const AuditTotals totals = auditor.run({}, [&](const ReportAudit& audit) {
    for (const Finding& finding : audit.findings) {
      locations[finding.rule->id].push_back(finding.location);
    }
    return Next::kGoOn;
  });
  EXPECT_EQ(totals.passages, counted.passages);
  EXPECT_EQ(totals.attribution.passages, counted.cited_lines.size() + counted.uncited_lines.size());
  EXPECT_EQ(totals.attribution.cited_passages, counted.cited_lines.size());
  EXPECT_EQ(totals.attribution.citations, counted.citations);
  EXPECT_EQ(totals.attribution.distinct_sources, counted.sources.size());
  EXPECT_EQ(locations["unlisted-source"].size(), counted.sources.size());  // the list is empty
  std::set<std::uint64_t> uncited;
  for (const FindingLocation& location : locations["uncited-passage"])
    uncited.insert(location.line);
  EXPECT_EQ(uncited, counted.uncited_lines);
  ASSERT_EQ(locations["empty-section"].size(), 1U);
  EXPECT_EQ(locations["empty-section"][0].excerpt, "10. Source Documents");

  // $240.1 billion in 3-1, $241 billion in 6-1, $240 billion in 6-2.
  std::vector<std::string> figures;
  for (const FindingLocation& location : locations["disagreeing-figures"])
    figures.push_back(location.passage_id);
  EXPECT_THAT(figures, UnorderedElementsAre("geopolitical-shifts-2024-06-27#6-1.1",
                                            "geopolitical-shifts-2024-06-27#6-2.1"));
}

}  // namespace
}  // namespace ibid
