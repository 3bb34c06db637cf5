// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is given of reports by hand, as fields and facets.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using testing::ids_of;
using ::testing::IsEmpty;
using testing::report_with;
using testing::SampleIndex;
using testing::search_in;
using testing::TestIndex;

class GivenSearch : public ::testing::Test {
 protected:
  void SetUp() override {
    test_.write("a.txt", report_with("A", {"A harbour pact."}));
    test_.write("b.txt", report_with("B", {"A harbour treaty."}));
    test_.write("c.txt", report_with("C", {"A harbour fee."}));
    test_.write("ibid.toml",
                "[[report]]\nmatch = ['a', 'b']\ncollection = 'South  Asia'\n"
                "[[report]]\nmatch = 'a'\ntags = ['Sea', '바다']\n"
                "[[report]]\nmatch = 'c'\ntags = ['Season']\n");
    test_.update_all();
  }
  std::vector<std::string> ids(const std::string& query) const {
    SearchOptions all = SampleIndex::everything();
    all.sort = Sort::kReport;
    return ids_of(search_in(test_.index(), query, all));
  }
  TestIndex test_;
};

TEST_F(GivenSearch, FindsCollectionsAndTagsInAnyCase) {
  EXPECT_THAT(ids("collection:\"south asia\""), ElementsAre("a#2.1", "b#2.1"));
  EXPECT_THAT(ids("collection:\"SOUTH ASIA\" treaty"), ElementsAre("b#2.1"));
  EXPECT_THAT(ids("collection:south*"), ElementsAre("a#2.1", "b#2.1"));
  EXPECT_THAT(ids("collection:south"), IsEmpty());
  EXPECT_THAT(ids("tag:sea"), ElementsAre("a#2.1"));
  EXPECT_THAT(ids("tag:ＳＥＡ"), ElementsAre("a#2.1"));
  EXPECT_THAT(ids("tag:sea*"), ElementsAre("a#2.1", "c#2.1"));
  EXPECT_THAT(ids("tag:바다"), ElementsAre("a#2.1"));
  EXPECT_THAT(ids("harbour -tag:바다"), ElementsAre("b#2.1", "c#2.1"));
  EXPECT_THAT(ids("title:a"), ElementsAre("a#2.1"));
}

TEST_F(GivenSearch, NamesTheNearestWhereThereIsNone) {
  EXPECT_THAT(search_in(test_.index(), "tag:seasson").ignored,
              ElementsAre("the index holds no report with the tag seasson; did you mean season?"));
  EXPECT_THAT(search_in(test_.index(), "collection:유럽").ignored,
              ElementsAre("the index holds no report in the collection 유럽"));
}

TEST_F(GivenSearch, CountsThemAsGiven) {
  SearchOptions options;
  options.facets = {Facet::kCollection, Facet::kTag};
  const SearchResult result = search_in(test_.index(), "harbour", options);
  ASSERT_EQ(result.facets.size(), 2);
  ASSERT_EQ(result.facets[0].second.size(), 1);
  EXPECT_EQ(result.facets[0].second.front().value, "South  Asia");
  EXPECT_EQ(result.facets[0].second.front().count, 2);
  ASSERT_EQ(result.facets[1].second.size(), 3);
  EXPECT_EQ(result.facets[1].second.front().value, "Sea");
  EXPECT_EQ(result.hits.front().passage.report.collection,
            result.hits.front().passage.report.id == "c" ? "" : "South  Asia");
}

}  // namespace
}  // namespace ibid
