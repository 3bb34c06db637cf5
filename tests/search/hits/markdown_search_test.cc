// SPDX-License-Identifier: GPL-2.0-or-later
//
// By which words a passage of a Markdown report is found, and what of it is highlighted.
#include <gmock/gmock.h>

#include "corpus/text/code_points.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::search_in;
using testing::TestIndex;

class MarkdownSearch : public ::testing::Test {
 protected:
  MarkdownSearch() {
    test_.write("a.md",
                "# Port\n\n## Findings\n\n"
                "**Welfare:** a sur**plus** of **14** billion won, says "
                "[Reuters](https://www.wire.example/archive/cargo).\n\n"
                "- **무역**은 `GDP`보다 [통계청](https://kostat.example/board) 발표대로 늘었다.\n\n"
                "| 항구 | Tonnage |\n|------|---------|\n| 부산 | 35 |\n| 인천 | 36 |\n");
    test_.update_all();
  }
  // The texts of the passages found, with the highlighted words in « ».
  std::vector<std::string> found(const std::string& query) {
    std::vector<std::string> texts;
    for (const Hit& hit : search_in(test_.index(), query).hits) {
      std::string text;
      std::size_t at = 0;
      for (const ByteRange range : hit.highlights) {
        text += hit.passage.text.substr(at, range.begin - at);
        text += "«" + std::string(slice(hit.passage.text, range)) + "»";
        at = range.end;
      }
      texts.push_back(text + hit.passage.text.substr(at));
    }
    return texts;
  }
  TestIndex test_;
};

TEST_F(MarkdownSearch, FindsTheWordsThatAReaderSees) {
  for (const char* query : {"welfare", "surplus", "reuters", "\"surplus of 14 billion\"",
                            "14 billion won", "\"says reuters\""}) {
    const auto texts = found(query);
    ASSERT_EQ(texts.size(), 1U) << query;
    EXPECT_NE(texts[0].find('\xC2'), std::string::npos) << query << " is not highlighted";
  }
  EXPECT_TRUE(found("surplus")[0].starts_with("**Welfare:** a «sur**plus»** of"));
  EXPECT_EQ(found("amount:14bn").size(), 1U);
  for (const char* query : {"무역", "GDP", "\"무역은 GDP보다\"", "통계청"}) {
    EXPECT_EQ(found(query).size(), 1U) << query;
  }
}

TEST_F(MarkdownSearch, FindsNoWordsOfSigns) {
  for (const char* query : {"archive", "cargo", "\"wire.example\"", "board", "plus"}) {
    EXPECT_THAT(found(query), IsEmpty()) << query;
  }
}

TEST_F(MarkdownSearch, FindsARowByTheWordsOfItsTablesHead) {
  EXPECT_EQ(found("tonnage").size(), 3U);
  EXPECT_THAT(found("section:tonnage AND 부산"), ElementsAre("«부산» | 35"));
  EXPECT_THAT(found("section:항구 AND 인천"), ElementsAre("«인천» | 36"));
  EXPECT_EQ(found("tonnage 부산").front(), "«부산» | 35");
}

}  // namespace
}  // namespace ibid
