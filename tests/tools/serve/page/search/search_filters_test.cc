// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/search/search_filters.h"

#include <gmock/gmock.h>

#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::IsEmpty;
using testing::SampleIndex;

std::string query_of(const HttpFields& fields) {
  const auto q = std::ranges::find(fields, "q", &HttpFields::value_type::first);
  return query_with(q == fields.end() ? "" : q->second, filters_of(fields));
}

TEST(SearchFilters, AreClausesOfTheQuery) {
  const struct {
    HttpFields fields;
    std::string query;
  } cases[] = {
      {{{"q", "pact"}}, "pact"},
      {{{"q", "pact"}, {"source", "연합뉴스"}}, "pact cites:\"연합뉴스\""},
      {{{"q", "pact"}, {"source", "a"}, {"source", "b"}}, "pact cites:\"a\" cites:\"b\""},
      {{{"q", "pact"}, {"source", "a"}, {"source", "a"}}, "pact cites:\"a\""},
      {{{"q", "pact"}, {"source", ""}}, "pact"},
      {{{"report", "r-1"}}, "report:\"r-1\""},
      {{{"q", "x"}, {"language", "ko"}, {"date", "2024-06"}}, "x date:2024-06 lang:\"ko\""},
      {{{"q", "x"}, {"from", "2024-01"}, {"to", ""}}, "x date:2024-01.."},
      {{{"q", "x"}, {"from", ""}, {"to", "2024-03"}}, "x date:..2024-03"},
      {{{"q", "x"}, {"source", "say \"no\""}}, "x cites:「say \"no\"」"},
      {{{"q", "x"}, {"source", "「a\"」"}}, "x cites:『「a\"」』"},
      {{{"q", "x"}, {"date", "2024 OR y"}}, "x date:\"2024 OR y\""},
      {{{"q", "x"}, {"section", "국방 협정"}}, "x section:\"=국방 협정\""},
      {{{"q", "x"}, {"publisher", "The Ledger"}, {"publisher", "한결경제"}},
       "x publisher:\"=The Ledger\" publisher:\"=한결경제\""},
      {{{"q", "x section:trade"}, {"section", "Trade"}}, "x section:trade section:\"=Trade\""},
      {{{"q", "x section:=Energy"}, {"section", "Trade"}}, "x section:\"=Trade\""},
      // Beside the same field in the query they would only be alternatives to it.
      {{{"q", "x date:2024"}, {"date", "2024-06"}}, "x date:2024-06"},
      {{{"q", "x +lang:en y"}, {"language", "ko"}}, "x  y lang:\"ko\""},
      {{{"q", "-lang:en x"}, {"language", "ko"}}, "-lang:en x lang:\"ko\""},
      {{{"q", "CITES:any"}, {"source", "a"}, {"source", "b"}}, "cites:\"a\" cites:\"b\""},
      {{{"q", "x date:never"}, {"date", "2024-06"}}, "x date:never date:2024-06"}};
  for (const auto& one : cases) EXPECT_EQ(query_of(one.fields), one.query);
}

TEST(SearchFilters, AreRemovedOneByOne) {
  const HttpFields fields = {{"q", "x"}, {"source", "a"}, {"source", "b"}, {"from", "2024"}};
  const std::vector<Filter> filters = filters_of(fields);
  ASSERT_EQ(filters.size(), 3U);
  EXPECT_EQ(without_filter(fields, filters[0]),
            (HttpFields{{"q", "x"}, {"source", "b"}, {"from", "2024"}}));
  EXPECT_EQ(without_filter(fields, filters[2]),
            (HttpFields{{"q", "x"}, {"source", "a"}, {"source", "b"}}));
}

TEST(SearchFilters, AreBounded) {
  HttpFields fields = {{"source", std::string(kMostFilterBytes + 1, 'a')}};
  EXPECT_THAT(filters_of(fields), IsEmpty());
  for (int i = 0; i < 1000; ++i) fields.emplace_back("source", std::to_string(i));
  EXPECT_EQ(filters_of(fields).size(), kMostFilters);
}

// Whatever its kind and value, a choice with a count finds so many passages.
TEST(SearchFilters, FindAsManyAsTheFacetCounts) {
  SampleIndex index;
  SearchOptions options;
  options.limit = 0;
  for (const FilterKind& kind : filter_kinds()) {
    if (kind.facet) options.facets.push_back(*kind.facet);
  }
  std::size_t tried = 0;
  for (const std::string query :
       {"russia 러시아", "cites:any", "lang:en trade", "treaty date:2024"}) {
    const SearchResult all = index.search(query, options);
    for (const auto& [facet, counts] : all.facets) {
      for (const FilterKind& kind : filter_kinds()) {
        if (kind.facet != facet) continue;
        for (const FacetCount& row : counts) {
          const std::string narrowed = query_with(query, {{&kind, row.value}});
          EXPECT_EQ(index.search(narrowed, options).matches, row.count) << narrowed;
          ++tried;
        }
      }
    }
  }
  EXPECT_GT(tried, 50U);
}

}  // namespace
}  // namespace ibid
