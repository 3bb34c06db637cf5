// SPDX-License-Identifier: GPL-2.0-or-later
//
// section:"=…" and publisher:"=…": a whole name, as facets count it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using testing::ids_of;
using ::testing::IsEmpty;
using testing::SampleIndex;
using testing::search_in;
using testing::TestIndex;

std::string report_in(const std::string& section, const std::string& text,
                      const std::string& source) {
  // A source of its own.
  const std::string id = "go-public-web-eng-" + std::to_string(text.size()) + "-0-0";
  return "Report\n\n1. " + section + "\n\n  • " + text + " (source: " + id +
         ")\n\n2. Harbour 항만\n\n  • Cranes stood idle.\n\n"
         "3. Source Documents\n\n  • " +
         source + " (" + id + ")\n";
}

class WholeNames : public ::testing::Test {
 protected:
  void SetUp() override {
    test_.write("a.txt", report_in("Trade", "Exports of tin rose.", "Tin - The Ledger"));
    test_.write("b.txt", report_in("Trade policy", "Exports of lead fell.", "Lead - Ledger Daily"));
    test_.write("c.txt", report_in("국방 협정", "수출 exports는 줄었다.", "납 - 한결경제"));
    test_.update_all();
  }
  std::vector<std::string> ids(const std::string& query) const {
    SearchOptions all = SampleIndex::everything();
    all.sort = Sort::kReport;
    return ids_of(search_in(test_.index(), query, all));
  }
  std::vector<std::string> notices(const std::string& query) const {
    return search_in(test_.index(), query).ignored;
  }
  TestIndex test_;
};

TEST_F(WholeNames, OfASectionAreNotWordsOfIt) {
  EXPECT_THAT(ids("section:trade"), ElementsAre("a#1.1", "b#1.1"));
  EXPECT_THAT(ids("section:=Trade"), ElementsAre("a#1.1"));
  EXPECT_THAT(ids("section:\"=Trade policy\""), ElementsAre("b#1.1"));
  EXPECT_THAT(ids("section:\"=국방 협정\""), ElementsAre("c#1.1"));
  EXPECT_THAT(ids("section:\"=Harbour 항만\""), ElementsAre("a#2.1", "b#2.1", "c#2.1"));
}

TEST_F(WholeNames, LeaveTheOtherWordsNeeded) {
  EXPECT_THAT(ids("cranes section:trade"), ElementsAre("a#1.1", "b#1.1"));  // words of a heading
  EXPECT_THAT(ids("cranes section:=Trade"), IsEmpty());
  EXPECT_THAT(ids("tin cranes section:=Trade"), ElementsAre("a#1.1"));
  EXPECT_THAT(ids("수출 section:\"=국방 협정\""), ElementsAre("c#1.1"));
  EXPECT_THAT(ids("exports 수출 publisher:\"=The Ledger\""), ElementsAre("a#1.1"));
  EXPECT_THAT(ids("exports -section:=Trade"), ElementsAre("b#1.1", "c#1.1"));
}

TEST_F(WholeNames, OfOneFieldAreAlternativesAndGoWithWords) {
  EXPECT_THAT(ids("exports section:=Trade section:\"=국방 협정\""), ElementsAre("a#1.1", "c#1.1"));
  EXPECT_THAT(ids("section:policy section:\"=Trade policy\""), ElementsAre("b#1.1"));
  EXPECT_THAT(ids("section:policy section:=Trade"), IsEmpty());
}

TEST_F(WholeNames, OfAPublisherAreNotWordsOfIt) {
  EXPECT_THAT(ids("publisher:ledger exports"), ElementsAre("a#1.1", "b#1.1"));
  EXPECT_THAT(ids("publisher:\"=the ledger\""), ElementsAre("a#1.1"));
  EXPECT_THAT(ids("publisher:=ledger"), IsEmpty());
  EXPECT_THAT(ids("publisher:=한결경제"), ElementsAre("c#1.1"));
}

TEST_F(WholeNames, AreFoundInAnyCaseUnlessOneIsExact) {
  EXPECT_THAT(ids("section:=TRADE"), ElementsAre("a#1.1"));
  test_.write("d.txt", report_in("TRADE", "Exports of zinc rose.", "Zinc - The Ledger"));
  test_.update_all();
  EXPECT_THAT(ids("section:=TRADE"), ElementsAre("d#1.1"));
  EXPECT_THAT(ids("section:=trade"), ElementsAre("a#1.1", "d#1.1"));
}

TEST_F(WholeNames, ThatAreNotThereAreSaid) {
  EXPECT_THAT(
      notices("section:=Trode"),
      ElementsAre("the index holds no top-level section titled Trode; did you mean Trade or Trade "
                  "policy?"));
  EXPECT_THAT(notices("publisher:\"=더 레저\""),
              ElementsAre("the index holds no passage that cites a source published by 더 레저"));
}

TEST_F(WholeNames, OfPublishersAreCountedOnceAPassage) {
  SearchOptions options;
  options.facets = {Facet::kPublisher};
  const SearchResult result = search_in(test_.index(), "exports", options);
  ASSERT_EQ(result.facets.size(), 1U);
  std::vector<std::string> rows;
  for (const FacetCount& row : result.facets[0].second) {
    rows.push_back(row.value + " " + std::to_string(row.count));
  }
  EXPECT_THAT(rows, ElementsAre("Ledger Daily 1", "The Ledger 1", "한결경제 1"));
}

}  // namespace
}  // namespace ibid
