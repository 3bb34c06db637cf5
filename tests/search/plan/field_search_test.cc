// SPDX-License-Identifier: GPL-2.0-or-later
//
// Fields and filters over the samples, each compared with brute force.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/brute_force.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using namespace testing;  // the brute force reads like the query

Predicate dated(std::string first, std::string last) {
  return [=](const PassageView& v) { return first <= v.report->date && v.report->date <= last; };
}
Predicate of_kind(PassageKind kind) {
  return [=](const PassageView& v) { return v.passage->kind == kind; };
}
Predicate in_language(std::string language) {
  return [=](const PassageView& v) { return v.passage->language == language; };
}
Predicate of_report(std::string id) {
  return [=](const PassageView& v) { return v.report->id == id; };
}
Predicate cites(std::string source) {
  return [=](const PassageView& v) {
    return std::any_of(v.passage->citations.begin(), v.passage->citations.end(),
                       [&](const Citation& c) { return c.source == source; });
  };
}
Predicate lists(std::string source) {
  return [=](const PassageView& v) {
    return std::any_of(
        v.report->listed_sources.begin(), v.report->listed_sources.end(),
        [&](const ListedSource& s) { return s.id == source && s.sequence == v.passage->sequence; });
  };
}
const Predicate kSourceEntry = of_kind(PassageKind::kSource);
const Predicate kCitesSomething = [](const PassageView& v) {
  return !v.passage->citations.empty();
};
const Predicate kGlossary = of_kind(PassageKind::kGlossary);

struct FieldCase {
  std::string query;
  Predicate wanted;
};

class FieldSearch : public ::testing::Test {
 protected:
  void check(const std::vector<FieldCase>& cases) {
    for (const FieldCase& c : cases) {
      const auto expected = accepted(views_, c.wanted);
      EXPECT_THAT(expected, Not(IsEmpty())) << c.query << " would test nothing";
      EXPECT_EQ(samples_.found(c.query), expected) << c.query;
    }
  }
  SampleIndex samples_;
  std::vector<PassageView> views_ = views_of(samples_.reports());
};

TEST_F(FieldSearch, FiltersByDate) {
  check({
      {"date:2024", dated("2024-01-01", "2024-12-31")},
      {"date:2024-06", dated("2024-06-01", "2024-06-30")},
      {"date:2024-06-21", dated("2024-06-21", "2024-06-21")},
      {"date:2024.06.21", dated("2024-06-21", "2024-06-21")},
      {"date:2024-06..2024-07", dated("2024-06-01", "2024-07-31")},
      {"date:2024-07-15..2024-08-09", dated("2024-07-15", "2024-08-09")},
      {"date:2024-08..", dated("2024-08-01", "9999")},
      {"date:..2024-06-21", dated("0", "2024-06-21")},
      {"date:2024-06 date:2024-09",
       dated("2024-06-01", "2024-06-30") || dated("2024-09-01", "2024-09-30")},
      {"+조약 date:2024-06", holds("조약") && dated("2024-06-01", "2024-06-30")},
  });
}

TEST_F(FieldSearch, FiltersByKindLanguageAndReport) {
  check({
      {"kind:glossary", kGlossary},
      {"kind:용어집", kGlossary},
      {"kind:summary kind:conclusion",
       of_kind(PassageKind::kSummary) || of_kind(PassageKind::kConclusion)},
      {"kind:source", kSourceEntry},
      {"lang:ko", in_language("ko")},
      {"lang:한국어", in_language("ko")},
      {"lang:en kind:body", in_language("en") && of_kind(PassageKind::kBody)},
      {"-lang:en", !in_language("en")},
      {"lang:ko -kind:body", in_language("ko") && !of_kind(PassageKind::kBody)},
      {"report:climate-and-grid-2024-09-20", of_report("climate-and-grid-2024-09-20")},
      {"report:indo-pacific*", of_report("indo-pacific-air-defence-2024-07-15") ||
                                   of_report("indo-pacific-air-defence-ko-2024-07-16")},
      {"+putin lang:en report:north-korea-russia-treaty-2024-06-21",
       word({"putin"}) && in_language("en") && of_report("north-korea-russia-treaty-2024-06-21")},
      {"kind:glossary OR lang:ko", kGlossary || in_language("ko")},
  });
}

TEST_F(FieldSearch, FiltersBySource) {
  const std::string source = "go-public-web-eng-4182937450192837461-0-0";  // in two reports
  check({
      {"cites:" + source, cites(source)},
      {"source:" + source, cites(source) || lists(source)},
      {"cites:any", kCitesSomething},
      {"cites:none", !kCitesSomething && !kSourceEntry},
      {"cites:none kind:body lang:ko",
       !kCitesSomething && of_kind(PassageKind::kBody) && in_language("ko")},
      {"+S-400 cites:none", phrase({"s", "400"}) && !kCitesSomething && !kSourceEntry},
      {"-cites:any", !kCitesSomething},
  });
}

TEST_F(FieldSearch, SearchesHeadingsAndTitles) {
  const auto entity = [](std::string word) {
    return kGlossary && Predicate([=](const PassageView& v) {
             return v.headings.size() > 1 && v.headings.back().find(word) != std::string::npos;
           });
  };
  check({
      {"section:patriot", heading_word("patriot")},
      {"entity:THAAD", entity("thaad")},
      {"entity:S-400", entity("s-400")},
      {"title:treaty",
       [](const PassageView& v) { return v.report->id.starts_with("north-korea-russia"); }},
  });
}

TEST(FieldSearchOfTexts, KeepsPhrasesWithinOneHeading) {
  const TestIndex test;
  test.write(
      "a.txt",
      "Alpha Omega\n\nGOOVER DAILY REPORT June 27, 2024\ngoover\n\n1. 국방 협정\n\n  • 1-1. 푸틴의 "
      "평양 방문\n\n"
      "  • Some text about weather.\n\n2. Trade\n\n  • 2-1. Oil and gas\n\n  • Other text.\n");
  test.update_all();
  OpenIndex index(test.index());
  Searcher searcher(index);
  const auto ids = [&](const std::string& query) { return ids_of(searcher.search(query, {})); };
  EXPECT_THAT(ids("section:\"국방 협정\""), ElementsAre("a#1-1.1"));
  EXPECT_THAT(ids("section:협정을"), ElementsAre("a#1-1.1"));
  EXPECT_THAT(ids("section:\"협정 푸틴의\""), IsEmpty());
  EXPECT_THAT(ids("section:(oil OR 평양)"), ::testing::UnorderedElementsAre("a#1-1.1", "a#2-1.1"));
  EXPECT_THAT(ids("title:alpha"), ::testing::UnorderedElementsAre("a#1-1.1", "a#2-1.1"));
  EXPECT_THAT(ids("title:weather"), IsEmpty());
  EXPECT_THAT(ids("+alpha"), IsEmpty());  // a title is not text of the passage
}

TEST(FieldSearchOfTexts, ExcludesReportsWithoutDateFromEveryDate) {
  const TestIndex test;
  test.write("dated.txt", report_with("Dated", {"A pact."}));
  test.write("dateless.txt",
             "Dateless\n\nA pact stands in this paragraph, which nobody dated at all.\n");
  test.update_all();
  OpenIndex index(test.index());
  Searcher searcher(index);
  for (const char* query : {"+pact date:2024", "+pact date:..2030", "+pact date:2000.."}) {
    const SearchResult result = searcher.search(query, {});
    ASSERT_EQ(result.hits.size(), 1U) << query;
    EXPECT_EQ(result.hits[0].passage.report.id, "dated") << query;
  }
  EXPECT_EQ(searcher.search("+pact", {}).hits.size(), 2U);
  EXPECT_EQ(searcher.search("+pact -date:2024", {}).hits.size(), 1U);
}

}  // namespace
}  // namespace ibid
