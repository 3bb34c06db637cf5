// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/snippet.h"

#include <gtest/gtest.h>

#include "corpus/text/display_width.h"
#include "tests/support/korean_text.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using testing::is_boundary;

// One highlight for each occurrence of each of `words`; the words are the targets.
std::vector<Highlight> marked(const std::string& text, const std::vector<std::string>& words) {
  std::vector<Highlight> found;
  for (std::size_t w = 0; w < words.size(); ++w) {
    for (std::size_t at = 0; (at = text.find(words[w], at)) != std::string::npos; ++at) {
      found.push_back({{at, at + words[w].size()}, w});
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Highlight& a, const Highlight& b) { return a.range.begin < b.range.begin; });
  return found;
}

std::string snippet(const std::string& text, const std::vector<ByteRange>& sentences,
                    const std::vector<std::string>& words, std::size_t columns) {
  std::string shown;
  for (const ByteRange range :
       best_snippet(text, sentences, {marked(text, words), {}, {}}, columns)) {
    if (!shown.empty()) shown += " | ";
    shown += text.substr(range.begin, range.size());
  }
  return shown;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Snippet, IsTheWholeTextIfItFits) {
  const std::string english = "Russia signed a pact.";   // 21 columns
  const std::string korean = "러시아가 협정을 맺었다.";  // 23 columns
  EXPECT_EQ(snippet(english, {{0, english.size()}}, {"pact"}, 21), english);
  EXPECT_EQ(snippet(korean, {{0, korean.size()}}, {"협정"}, 23), korean);
  EXPECT_NE(snippet(english, {{0, english.size()}}, {"pact"}, 20), english);
  EXPECT_NE(snippet(korean, {{0, korean.size()}}, {"협정"}, 22), korean);
  EXPECT_EQ(snippet("", {}, {}, 10), "");
}

TEST(Snippet, ShowsTheStretchWithTheMostDistinctWords) {
  const std::string text = repeated("pact pact pact filler ", 20) +
                           "here the pact met the treaty at last " +
                           repeated("nothing to see ", 20);
  const std::string shown = snippet(text, {{0, text.size()}}, {"pact", "treaty"}, 60);
  EXPECT_NE(shown.find("treaty"), std::string::npos) << shown;
  EXPECT_NE(shown.find("pact"), std::string::npos) << shown;
  EXPECT_LE(display_width(shown), 60U);
}

TEST(Snippet, ShowsTheBestPartOfKoreanInItsWidth) {
  const std::string text = repeated("날씨가 맑고 바람이 분다. ", 30) +
                           "푸틴이 평양에서 국방 협정을 맺었다. " +
                           repeated("아무 일도 없었다. ", 30);
  const std::string shown = snippet(text, {{0, text.size()}}, {"푸틴", "협정"}, 50);
  EXPECT_NE(shown.find("푸틴"), std::string::npos) << shown;
  EXPECT_NE(shown.find("협정"), std::string::npos) << shown;
  EXPECT_LE(display_width(shown), 50U);  // a syllable takes two columns
  EXPECT_GE(display_width(shown), 30U);
}

TEST(Snippet, BeginsAtASentenceIfOneBeginsNearby) {
  const std::string before = repeated("Some filler text goes here. ", 20);
  const std::string sentence = "Russia and 북한 signed the pact in Pyongyang. ";
  const std::string text = before + sentence + repeated("More filler follows it. ", 20);
  const std::vector<ByteRange> sentences = {{0, before.size() - 1},
                                            {before.size(), before.size() + sentence.size() - 1},
                                            {before.size() + sentence.size(), text.size()}};
  EXPECT_TRUE(snippet(text, sentences, {"pact", "북한"}, 70).starts_with("Russia and"));
}

TEST(Snippet, BeginsAtTheFrontWithoutHighlights) {
  const std::string text = repeated("word ", 100);
  const auto ranges = best_snippet(text, {{0, text.size()}}, {{}, {}, {}}, 30);
  ASSERT_EQ(ranges.size(), 1U);
  EXPECT_EQ(ranges[0].begin, 0U);
  EXPECT_LE(ranges[0].end, 30U);
}

TEST(Snippet, KeepsASingleWordWiderThanItsRoom) {
  const std::string letters(500, 'x');
  EXPECT_EQ(snippet(letters, {{0, 500}}, {}, 40), letters);
  const std::string text = "before " + letters + " after";
  const std::string shown = snippet(text, {{0, text.size()}}, {letters}, 40);
  EXPECT_NE(shown.find(letters), std::string::npos);
}

TEST(Snippet, ShowsAHighlightThatFollowsLongWords) {
  const std::string text = repeated("international cooperation notwithstanding ", 10) +
                           "the pact " + repeated("internationally ", 10);
  const std::string shown = snippet(text, {{0, text.size()}}, {"pact"}, 30);
  EXPECT_NE(shown.find("pact"), std::string::npos) << shown;
  std::string long_word;
  for (int i = 0; i < 8; ++i) long_word += "국제협력";
  const std::string korean =
      repeated(long_word + " ", 6) + "협정을 맺었다. " + repeated(long_word + " ", 6);
  EXPECT_NE(snippet(korean, {{0, korean.size()}}, {"협정"}, 70).find("협정"), std::string::npos);
}

TEST(Snippet, LiesOnWordEdgesAndInItsRoomForAllSamples) {
  testing::SampleIndex samples;
  for (const std::size_t columns : {std::size_t{20}, std::size_t{80}, std::size_t{400}}) {
    SearchOptions options = testing::SampleIndex::everything();
    options.snippet_columns = columns;
    for (const char* query : {"S-400 India 인도", "푸틴이 조약에 서명", "trade", "cites:none"}) {
      for (const Hit& hit : samples.search(query, options).hits) {
        const std::string& text = hit.passage.text;
        ASSERT_FALSE(hit.snippet.empty());
        std::size_t width = 0;
        for (const ByteRange range : hit.snippet) {
          ASSERT_LE(range.end, text.size());
          ASSERT_TRUE(is_boundary(text, range.begin) && is_boundary(text, range.end));
          ASSERT_TRUE(range.begin == 0 || text[range.begin - 1] == ' ') << hit.passage.id;
          ASSERT_TRUE(range.end == text.size() || text[range.end] == ' ') << hit.passage.id;
          width += display_width(text.substr(range.begin, range.size()));
        }
        const std::string first = text.substr(hit.snippet[0].begin, hit.snippet[0].size());
        EXPECT_TRUE(width <= columns || first.find(' ') == std::string::npos) << hit.passage.id;
        EXPECT_TRUE(display_width(text) > columns || first == text);
      }
    }
  }
}

// Of two stretches with one word each, the one with the rarer word; of two with the same, the one
// where they stand closest.
TEST(Snippet, PrefersRareWordsAndWhereTheyStandClosest) {
  const std::string filler = repeated("nothing to see ", 12);
  const std::string text = "the pact first " + filler + "a lighthouse then " + filler +
                           "pact again " + filler + "조약 끝에";
  const std::vector<Highlight> found = marked(text, {"pact", "lighthouse", "조약"});
  const auto shown = [&](const std::vector<double>& weights, ByteRange near) {
    const ByteRange range =
        best_snippet(text, {{0, text.size()}}, {found, weights, near}, 30).front();
    return text.substr(range.begin, range.size());
  };
  EXPECT_NE(shown({1, 3, 1}, {}).find("lighthouse"), std::string::npos);
  EXPECT_NE(shown({1, 1, 3}, {}).find("조약"), std::string::npos);
  EXPECT_NE(shown({3, 1, 1}, {}).find("the pact first"), std::string::npos);
  const std::size_t again = text.find("pact again");
  EXPECT_NE(shown({3, 1, 1}, {again, again + 4}).find("pact again"), std::string::npos);
}

}  // namespace
}  // namespace ibid
