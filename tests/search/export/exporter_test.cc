// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages and sources asked for by name; render_export_test has the formats.
#include "search/export/exporter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "search/open/open_index.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::report_with;
using testing::TestIndex;

constexpr char kCited[] = "go-public-web-eng-11111-0-0";

class NamedExport : public ::testing::Test {
 protected:
  NamedExport() {
    test_.write("a.txt", report_with("A", {"One (source: " + std::string(kCited) + ").", "Two."}));
    test_.write("항구.txt", report_with("항구", {"하나 (출처: 연합뉴스)."}));
    test_.update_all();
  }

  Exporter::NamedPassages passages(const std::vector<std::string>& names) {
    std::vector<PassageRef> refs;
    for (const std::string& name : names) refs.push_back(*parse_passage_ref(name));
    OpenIndex index(test_.index());
    return Exporter(index).passages(refs);
  }

  Exporter::NamedSources sources(const std::vector<std::string>& names) {
    OpenIndex index(test_.index());
    return Exporter(index).sources(names);
  }

  TestIndex test_;
};

// "a: a#3.1 a#2.1"
std::vector<std::string> summary(const Exporter::NamedPassages& named) {
  std::vector<std::string> out;
  for (const ExportedReport& report : named.reports) {
    std::string& line = out.emplace_back(report.report.id + ":");
    for (const StoredPassage& passage : report.passages) line += " " + passage.id;
  }
  return out;
}

TEST_F(NamedExport, PutsPassagesOfOneReportTogetherInTheOrderNamed) {
  const auto named = passages({"a#3.1", "항구#2.1", "a#2.1", "a#3.1"});
  EXPECT_THAT(summary(named), ElementsAre("a: a#3.1 a#2.1", "항구: 항구#2.1"));
  EXPECT_EQ(named.reports[0].language, "en");
  EXPECT_EQ(named.reports[1].language, "ko");
  EXPECT_EQ(named.totals.records, 3U);
  EXPECT_TRUE(named.totals.complete);
  EXPECT_EQ(named.totals.index.reports, 2U);
}

TEST_F(NamedExport, SaysOfEachNameWhetherThatPassageIsThere) {
  using Found = Exporter::Found;
  const auto named =
      passages({"a#9.9", permalink("a#3.1", "Two."), permalink("a#3.1", "Another."), "none#2.1"});
  EXPECT_THAT(named.found,
              ElementsAre(Found::kUnknown, Found::kYes, Found::kChanged, Found::kUnknown));
  EXPECT_THAT(summary(named), ElementsAre("a: a#3.1"));
  EXPECT_FALSE(named.totals.complete);
  EXPECT_THAT(passages({"a#9.9"}).reports, IsEmpty());
}

TEST_F(NamedExport, HoldsTheKnownSources) {
  const auto named = sources({"연합뉴스", "unheard of", kCited, kCited});
  EXPECT_THAT(named.known, ElementsAre(true, false, true, true));
  std::vector<std::string> ids;
  for (const SourceSummary& source : named.list.sources) ids.push_back(source.source);
  EXPECT_THAT(ids, ElementsAre(kCited, "연합뉴스"));
  EXPECT_THAT(sources({"연합"}).list.sources, IsEmpty());
}

}  // namespace
}  // namespace ibid
