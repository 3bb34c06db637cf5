// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words of texts with signs of Markdown. The signs are those in the table, in order.
#include <gmock/gmock.h>

#include "corpus/text/code_points.h"
#include "indexer/analysis/analyzer.h"

namespace ibid {
namespace {

using ::testing::ElementsAreArray;

struct Case {
  std::string text;
  std::vector<std::string> signs;
  std::vector<std::string> words;    // folded
  std::vector<std::string> written;  // their bytes
};

TEST(MarkedText, HasTheWordsThatAReaderSees) {
  const std::vector<Case> cases = {
      {"**Welfare:** rises", {"**", "**"}, {"welfare", "rises"}, {"Welfare", "rises"}},
      {"sur**plus** now", {"**", "**"}, {"surplus", "now"}, {"sur**plus", "now"}},
      {"[Reuters](https://r.example/oil) says",
       {"[", "](https://r.example/oil)"},
       {"reuters", "says"},
       {"Reuters", "says"}},
      {"**무역**은 늘었다", {"**", "**"}, {"무역은", "늘었다"}, {"무역**은", "늘었다"}},
      {"R&amp;D, fee&nbsp;is",
       {"&amp;", "&nbsp;"},
       {"r", "d", "fee", "is"},
       {"R", "D", "fee", "is"}},
      {"a|b", {"|"}, {"a", "b"}, {"a", "b"}},
      {"S**-**400", {"**", "**"}, {"s", "400"}, {"S", "400"}},
  };
  for (const Case& c : cases) {
    std::vector<ByteRange> markup;
    std::size_t at = 0;
    for (const std::string& sign : c.signs) {
      at = c.text.find(sign, at);
      markup.push_back({at, at + sign.size()});
      at += sign.size();
    }
    for (const bool known : {false, true}) {
      Analyzer analyzer;
      Analysis analysis;
      if (known) {
        analyzer.analyze_words(c.text, {}, markup, analysis);
      } else {
        analyzer.analyze(c.text, {}, markup, analysis);
      }
      std::vector<std::string> words, written;
      for (const Word& word : analysis.words) {
        words.emplace_back(analysis.surface(word));
        written.emplace_back(slice(c.text, {word.begin, word.end}));
      }
      EXPECT_THAT(words, ElementsAreArray(c.words)) << c.text;
      EXPECT_THAT(written, ElementsAreArray(c.written)) << c.text;
    }
  }
}

TEST(MarkedText, SkipsWhatIsToBeSkipped) {
  const std::string text = "*Oil* (source: **a**) rose";
  Analyzer analyzer;
  Analysis analysis;
  analyzer.analyze(text, {{6, 21}}, {{0, 1}, {4, 5}, {15, 17}, {18, 20}}, analysis);
  ASSERT_EQ(analysis.words.size(), 2U);
  EXPECT_EQ(analysis.surface(analysis.words[1]), "rose");
  EXPECT_EQ(analysis.words[1].position, 2U);
  EXPECT_EQ(analysis.words[1].begin, 22U);
}

}  // namespace
}  // namespace ibid
