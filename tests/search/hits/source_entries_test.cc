// SPDX-License-Identifier: GPL-2.0-or-later
//
// Entries of source lists come after passages, on every page, whatever they score.
#include <gmock/gmock.h>

#include "search/hits/searcher.h"
#include "search/open/open_index.h"
#include "tests/support/test_index.h"

namespace ibid::testing {
namespace {

class SourceEntriesLast : public ::testing::Test {
 protected:
  SourceEntriesLast() {
    for (const char* name : {"a.txt", "b.txt", "c.txt"}) {
      test_.write(
          name,
          "Ferries\n\nGOOVER DAILY REPORT June 1, 2024\ngoover\n\n1. Fares\n\n  • The crew "
          "of the ferry asked in the long and cold spring for higher wages (source: "
          "go-public-web-eng-12-0-0).\n\n  • 선장은 여객선 운임이 오래 그대로였고 승객은 늘었다고 "
          "말했다.\n\n2. Source Documents\n\n  • Ferry wages (go-public-web-eng-12-0-0)\n  • "
          "여객선 운임 (go-public-web-kor-13-0-0)\n");
    }
    test_.update_all();
  }

  std::vector<PassageKind> kinds(std::string_view query, SearchOptions options = {}) {
    OpenIndex index(test_.index());
    std::vector<PassageKind> out;
    for (const Hit& hit : Searcher(index).search(query, options).hits) {
      out.push_back(hit.passage.kind);
    }
    return out;
  }

  TestIndex test_;
};

TEST_F(SourceEntriesLast, InEveryKindOfQuery) {
  const std::vector<PassageKind> passages_first = {PassageKind::kBody,   PassageKind::kBody,
                                                   PassageKind::kBody,   PassageKind::kSource,
                                                   PassageKind::kSource, PassageKind::kSource};
  for (const char* query : {"ferry wages", "여객선 운임", "ferry AND wages", "운임이 여객선",
                            "ferry wages lang:en", "\"ferry\""}) {
    EXPECT_EQ(kinds(query), passages_first) << query;
    SearchOptions with_facets;
    with_facets.facets = {Facet::kReport};
    EXPECT_EQ(kinds(query, with_facets), passages_first) << query;
    // Page by page.
    std::vector<PassageKind> paged;
    for (std::uint64_t offset = 0; offset < 8; ++offset) {
      SearchOptions one;
      one.limit = 1;
      one.offset = offset;
      for (const PassageKind kind : kinds(query, one)) paged.push_back(kind);
    }
    EXPECT_EQ(paged, passages_first) << query;
  }
}

TEST_F(SourceEntriesLast, UnlessOnlyTheyAreAskedFor) {
  EXPECT_EQ(kinds("ferry kind:source").size(), 3U);
  SearchOptions none;
  none.limit = 0;
  EXPECT_TRUE(kinds("ferry", none).empty());
}

}  // namespace
}  // namespace ibid::testing
