// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/hits/highlight.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/support/korean_text.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using testing::decomposed_hangul;
using ::testing::ElementsAre;
using testing::highlighted;
using testing::is_boundary;
using ::testing::IsEmpty;
using testing::SampleIndex;
using testing::TextIndex;

struct HighlightCase {
  std::string text;
  std::string query;
  std::vector<std::string> parts;
};

// All texts are in one index, so that it knows every query word.
void check(const std::vector<HighlightCase>& cases) {
  std::vector<std::string> texts;
  for (const HighlightCase& c : cases) texts.push_back(c.text);
  TextIndex index(texts);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    EXPECT_EQ(highlighted(index.hit(cases[i].query, static_cast<int>(i))), cases[i].parts)
        << cases[i].query << " in \"" << cases[i].text << "\"";
  }
}

TEST(Highlights, MarkEnglishWords) {
  check({
      {"Russia signed a pact with the DPRK.", "pact", {"pact"}},
      {"Russia signed a pact with the DPRK.", "pacts sign", {"signed", "pact"}},
      {"The pact, the whole pact.", "the pact", {"pact", "pact"}},
      {"China's plan and China’s fear of CHINA", "China's", {"China's", "China’s", "CHINA"}},
      {"the Zürich talks", "zurich", {"Zürich"}},
      {"the #DefundTheCBC march", "defund", {"Defund"}},
      {"a long-range missile", "range", {"range"}},
      {"The U.S. tariff", "US tariff", {"U.S.", "tariff"}},
      {"sold for $240.1 billion", "240.1", {"240.1"}},
      {"over 11,000 containers", "11000 containers", {"11,000", "containers"}},
  });
}

TEST(Highlights, MarkKoreanNounsWithoutTheirParticles) {
  check({
      {"어제 푸틴은 평양에 갔다.", "푸틴이", {"푸틴"}},
      {"어제 푸틴은 평양에 갔다.", "푸틴", {"푸틴"}},
      {"어제 푸틴은 평양에서 만났다.", "푸틴을 평양", {"푸틴", "평양"}},
      {"양국은 국방협정을 맺었다.", "협정", {"협정"}},
      {"양국은 국방협정을 맺었다.", "협정이", {"협정"}},
      {"양국은 국방협정을 맺었다.", "국방 협정", {"국방협정"}},
      {"러시아와 북한, 북러 협력", "러시아", {"러시아"}},
      {decomposed_hangul("어제 푸틴은 평양에 갔다."), "푸틴이", {decomposed_hangul("푸틴")}},
      {decomposed_hangul("양국은 국방협정을 맺었다."), "협정", {decomposed_hangul("협정")}},
      {"어제 푸틴은 평양에 갔다.", decomposed_hangul("푸틴이"), {"푸틴"}},
  });
}

TEST(Highlights, MarkDesignatorsAndMixedText) {
  check({
      {"인도가 S-400을 도입했다.", "S-400", {"S-400"}},
      {"인도가 S-400을 도입했다.", "S400 인도는", {"인도", "S-400"}},
      {"India bought the S400 system.", "s-400", {"S400"}},
      {"India bought the S 400 system.", "S-400", {"S 400"}},
      {"Putin은 푸틴 대통령이다.", "putin 푸틴", {"Putin", "푸틴"}},
      {"북한의 KN-23이 떨어졌다.", "KN23", {"KN-23"}},
      {"NATO가 F-16s를 보냈다.", "nato f-16", {"NATO", "F-16"}},
  });
}

TEST(Highlights, MarkPhrasesOnlyWhereTheyOccur) {
  check({
      {"no limits: the 'no limits' pact has limits, no?",
       "\"no limits\"",
       {"no limits", "no limits"}},
      {"their ‘no limits’ partnership, without limits", "'no limits'", {"no limits"}},
      {"limits, no limits", "\"no limits\"", {"no limits"}},
      {"The defense pact and another pact", "\"defense pact\"", {"defense pact"}},
      {"The defense pact and another treaty",
       "\"defense pact\" treaty",
       {"defense pact", "treaty"}},
  });
  TextIndex korean({"국방 장관이 국방 협정을 말했고 협정 국방도 말했다."});
  const auto parts = highlighted(korean.hit("\"국방 협정\"", 0));
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_TRUE(parts[0].starts_with("국방 협정")) << parts[0];
}

TEST(Highlights, LeaveOutWhatIsExcludedOrOnlyFiltered) {
  check({
      {"A pact on trade.", "pact -china", {"pact"}},
      {"A pact on oil.", "pact AND NOT (china OR treaty)", {"pact"}},
      {"Text of a treaty.", "treaty -part title:text", {"treaty"}},
      {"러시아의 석유", "석유 lang:ko", {"석유"}},
      {"A body of text", "text kind:body", {"text"}},
  });
  TextIndex index({"China and a pact", "Only a pact"});
  EXPECT_THAT(highlighted(index.hit("pact OR NOT china", 0)), ElementsAre("pact"));
}

TEST(Highlights, MarkWildcardsAndNeighbours) {
  check({
      {"Weapons and weaponry", "weapon*", {"Weapons", "weaponry"}},
      {"the S-400 and S-300", "S-4??", {"S-400"}},
      {"Russia met North Korea", "russia NEAR/3 korea", {"Russia", "Korea"}},
  });
}

TEST(Highlights, DoNotReachIntoCitationMarks) {
  TextIndex index({"The web of pacts (source: go-public-web-eng-1-0-0) on the web."});
  const Hit hit = index.hit("web", 0);
  const std::size_t mark = hit.passage.text.find('('), end = hit.passage.text.find(')');
  EXPECT_EQ(hit.highlights.size(), 2U);
  for (const ByteRange range : hit.highlights) EXPECT_TRUE(range.end <= mark || range.begin > end);
}

TEST(Highlights, LieInTheTextOnCharacterEdgesForAllSamples) {
  SampleIndex samples;
  for (const std::string query :
       {"S-400 India 인도", "푸틴이 평양에서", "\"North Korea\" treaty", "+러시아 -중국",
        "weapon* 무기*", "2023 $240.1 11,000", "russia NEAR/5 china", "협정", "the of and",
        "China's", "U.S.", "cites:none", "전략적 동반자 관계"}) {
    const SearchResult result = samples.search(query);
    EXPECT_FALSE(result.hits.empty()) << query;
    for (const Hit& hit : result.hits) {
      std::uint64_t end = 0;
      for (const ByteRange range : hit.highlights) {
        ASSERT_LT(range.begin, range.end) << query << " " << hit.passage.id;
        ASSERT_LE(end, range.begin) << query << " " << hit.passage.id;
        ASSERT_LE(range.end, hit.passage.text.size());
        ASSERT_TRUE(is_boundary(hit.passage.text, range.begin) &&
                    is_boundary(hit.passage.text, range.end));
        end = range.end;
      }
    }
  }
}

TEST(Highlights, MergeWhereTheyOverlap) {
  const std::vector<Highlight> some = {
      {{0, 5}, 0}, {{2, 4}, 1}, {{5, 7}, 0}, {{9, 12}, 2}, {{10, 14}, 1}};
  EXPECT_THAT(merged_ranges(some), ElementsAre(ByteRange{0, 7}, ByteRange{9, 14}));
  EXPECT_THAT(merged_ranges({}), IsEmpty());
}

}  // namespace
}  // namespace ibid
