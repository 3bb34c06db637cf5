// SPDX-License-Identifier: GPL-2.0-or-later
//
// What came into the index after a generation, and what came last.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "search/hits/render_jsonl.h"
#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "tests/support/test_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::report_with;
using testing::TestIndex;

// Generation 1: a; 2: b, and a third passage of a; 3: c.
class SinceAGeneration : public ::testing::Test {
 protected:
  void SetUp() override {
    write(1, "a.txt", {"A pact was signed.", "협정을 체결했다."});
    test_.write("b.txt", report_with("B", {"The pact 협정 holds."}));
    write(2, "a.txt", {"A pact was signed.", "협정을 체결했다.", "Another pact came."});
    write(3, "c.txt", {"새 협정 (a new pact)."});
  }
  void write(std::uint64_t generation, const std::string& name,
             const std::vector<std::string>& passages) {
    put(name, report_with(name, passages));
    UpdateOptions options = test_.options();
    options.commit_time = 1'766'000'000 + 60 * generation;
    ASSERT_EQ(update_index(options).generation, generation);
  }
  void put(const std::string& name, const std::string& text) {
    if (std::filesystem::exists(test_.report_path(name))) return test_.change(name, text);
    test_.write(name, text);
  }
  SearchResult search(const std::string& query, const SearchOptions& options) {
    OpenIndex index(test_.index());
    return Searcher(index).search(query, options);
  }
  std::vector<std::string> ids(const std::string& query, std::optional<std::uint64_t> since,
                               Sort sort = Sort::kReport) {
    SearchOptions options;
    options.since = since;
    options.sort = sort;
    const SearchResult result = search(query, options);
    EXPECT_EQ(result.matches, result.hits.size());
    std::vector<std::string> out;
    for (const Hit& hit : result.hits) out.push_back(hit.passage.id);
    return out;
  }
  TestIndex test_;
};

TEST_F(SinceAGeneration, OnlyLaterPassagesAreFoundAndCounted) {
  EXPECT_THAT(ids("pact", std::nullopt), ElementsAre("a#2.1", "a#4.1", "b#2.1", "c#2.1"));
  EXPECT_THAT(ids("pact", 0), ElementsAre("a#2.1", "a#4.1", "b#2.1", "c#2.1"));
  EXPECT_THAT(ids("pact", 1), ElementsAre("a#4.1", "b#2.1", "c#2.1"));
  EXPECT_THAT(ids("pact", 2), ElementsAre("c#2.1"));
  EXPECT_THAT(ids("pact", 3), IsEmpty());
}

// As after the index was deleted and made again: a script that goes on with its number must learn
// of it.
TEST_F(SinceAGeneration, AGenerationThatIsStillToComeIsSaid) {
  SearchOptions options;
  options.since = 3;
  EXPECT_THAT(search("pact", options).ignored, IsEmpty());
  options.since = 4;
  for (const char* query : {"pact", "협정"}) {
    EXPECT_THAT(search(query, options).ignored,
                ElementsAre("the index has generation 3 now, so nothing in it came after 4"));
  }
}

TEST_F(SinceAGeneration, KoreanAndMixedQueriesFindLikewise) {
  EXPECT_THAT(ids("협정", std::nullopt), ElementsAre("a#3.1", "b#2.1", "c#2.1"));
  EXPECT_THAT(ids("협정", 1), ElementsAre("b#2.1", "c#2.1"));
  EXPECT_THAT(ids("협정 pact", 2), ElementsAre("c#2.1"));
  EXPECT_THAT(ids("\"Another pact\" OR 체결", 1), ElementsAre("a#4.1"));
}

TEST_F(SinceAGeneration, TheScoresOfAllAreThoseWithoutIt) {
  SearchOptions options;
  const SearchResult all = search("pact", options);
  options.since = 1;
  for (const Hit& hit : search("pact", options).hits) {
    const auto same = std::ranges::find(all.hits, hit.passage.id,
                                        [](const Hit& other) { return other.passage.id; });
    ASSERT_NE(same, all.hits.end());
    EXPECT_DOUBLE_EQ(hit.score, same->score);
  }
}

TEST_F(SinceAGeneration, WhatCameLastIsFirst) {
  EXPECT_THAT(ids("pact OR 협정", std::nullopt, Sort::kFirstSeen),
              ElementsAre("c#2.1", "a#4.1", "b#2.1", "a#2.1", "a#3.1"));
}

TEST_F(SinceAGeneration, HitsSayWhenTheyCame) {
  SearchOptions options;
  options.since = 2;
  const SearchResult found = search("pact", options);
  ASSERT_EQ(found.hits.size(), 1U);
  EXPECT_EQ(found.hits[0].first_seen, 3U);
  EXPECT_EQ(found.hits[0].first_seen_at, 1'766'000'180U);
  EXPECT_THAT(search_json_lines(found, Explain::kNo),
              HasSubstr(R"("first_seen":{"generation":3,"time":"2025-12-17T19:36:20Z"})"));
  EXPECT_THAT(search_json_lines(search("pact", {}), Explain::kNo), Not(HasSubstr("first_seen")));
}

TEST_F(SinceAGeneration, FacetsCountOnlyThem) {
  SearchOptions options;
  options.since = 1;
  options.facets = {Facet::kReport};
  const SearchResult found = search("pact", options);
  std::uint64_t sum = 0;
  for (const FacetCount& row : found.facets.at(0).second) sum += row.count;
  EXPECT_EQ(sum, 3U);
}

}  // namespace
}  // namespace ibid
