// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names as units: which passages a name finds in the other language and in its own, and which not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::SampleIndex;
using testing::TextIndex;

TEST(NameSearch, TakesNamesOfSeveralWordsWhole) {
  TextIndex index({
      "유엔은 총회를 열었다.",         // 0
      "김정은은 공장을 둘러봤다.",     // 1
      "한국은행은 금리를 내렸다.",     // 2
      "일본은행은 금리를 올렸다.",     // 3
      "The Bank of Korea cut rates.",  // 4
      "북한과 남한의 선수가 만났다.",  // 5
      "세계은행이 돈을 빌려줬다.",     // 6
      "Envoys met there.",             // 7
  });
  expect_found(index, {{"Kim Jong Un", {1}},
                       {"Kim Jong-un", {1}},
                       {"kim jong un", {1}},
                       {"KIM JONG UN", {1}},
                       {"Choe Ryong Un", {}},
                       {"Bank of Japan", {3, 4}},
                       {"Bank of Korea", {2, 4}},
                       {"한국은행", {2, 3, 4, 6}},  // the other banks have syllables in common
                       {"World Bank", {4, 6}},
                       {"North Korea", {4, 5}}});
  EXPECT_THAT(index.hit("한국은행", 4).aliases.size(), 1U);
}

TEST(NameSearch, CountsANameTypedInBothLanguagesOnce) {
  TextIndex index({"Walt Disney founded the company.", "Disney indicated that parks may close.",
                   "디즈니가 공원을 닫는다."});
  EXPECT_FALSE(index.hit("디즈니", 0).aliases.empty());
  EXPECT_TRUE(index.hit("디즈니 Disney indicated", 0).aliases.empty());
  EXPECT_TRUE(index.hit("디즈니 Disney indicated", 2).aliases.empty());
}

TEST(NameSearch, TakesTwoLettersForANameInCapitalsOnly) {
  TextIndex index({"유엔이 나섰다.", "유럽연합이 나섰다.", "미국이 나섰다."});
  expect_found(index, {{"UN", {0}},
                       {"Un", {0}},  // all of the query
                       {"The UN met", {0}},
                       {"Said Un met", {}},
                       {"said un met", {}},
                       {"JONG UN MET", {}},
                       {"UN, EU, US", {0, 1, 2}},
                       {"EU 법", {1}},
                       {"told us", {}}});
}

// The name alone or with particles, never a verb or adjective made of the same syllables.
TEST(NameSearch, LeavesOutOtherWordsThanTheName) {
  TextIndex index({
      "인도적 지원을 보냈다.",         // 0
      "범인을 인도했다.",              // 1
      "인도에서는 비가 왔다.",         // 2
      "인도인이 늘었다.",              // 3
      "오만하게 굴었다.",              // 4
      "오만과 협정을 맺었다.",         // 5
      "가나의 코코아가 올랐다.",       // 6
      "India sent aid.",               // 7
      "통가되지 않은 안이다.",         // 8
      "수단으로 삼았다. 수단적이다.",  // 9
      "옷을 가봉하던 손이다.",         // 10
  });
  expect_found(index, {{"India", {2, 3, 7}},
                       {"Oman", {5}},
                       {"Ghana", {6}},
                       {"Tonga", {}},
                       {"Sudan", {9}},
                       {"Gabon", {}}});
  const auto with_india = [&](const char* query) {
    std::vector<int> found;
    for (const int passage : index.found(query)) {
      if (!index.hit(query, passage).aliases.empty()) found.push_back(passage);
    }
    return found;
  };
  EXPECT_THAT(with_india("인도의 날씨"), ElementsAre(7));
  EXPECT_THAT(with_india("인도적 지원"), ElementsAre());
  EXPECT_THAT(with_india("인도한 범인"), ElementsAre());
}

TEST(NameSearch, PutsAFormThatIsOnlyTheNameFirst) {
  TextIndex index({"인도를 걷는 사람이 많다.", "인도인 노동자가 아주 많다.", "Rain.", "비."});
  const SearchResult result = index.search("India");
  ASSERT_EQ(result.hits.size(), 2U);
  EXPECT_EQ(index.found("India"), (std::vector<int>{0, 1}));
  EXPECT_GT(index.hit("India", 1).score, index.hit("India", 0).score);
}

TEST(NameSearch, FindsOtherNamesInTheSameLanguage) {
  TextIndex index({
      "The DPRK fired.",           // 0
      "대한민국은 답했다.",        // 1
      "日 총리가 물러났다.",       // 2
      "국제통화기금이 경고했다.",  // 3
      "The IMF warned.",           // 4
      "North Korea waits.",        // 5
      "Russian ships sail.",       // 6
      "Russia waits.",             // 7
  });
  expect_found(index, {{"North Korea", {0, 5}},
                       {"일본", {2}},
                       {"Japan", {2}},
                       {"International Monetary Fund", {3, 4}},
                       {"Russia", {7}}});
  TextIndex korean({"대한민국은 답했다.", "비가 왔다."});
  expect_found(korean, {{"한국", {0}}, {"남한", {0}}});
  EXPECT_GT(index.hit("North Korea", 5).score, index.hit("North Korea", 0).score);
  SearchOptions literal = SampleIndex::everything();
  literal.names.aliases = Aliases::kNo;
  EXPECT_EQ(index.search("North Korea", literal).hits.size(), 1U);
}

TEST(NameSearch, KnowsBodiesCompaniesPeopleAndPlaces) {
  TextIndex index({
      "푸틴이 방문했다.",
      "시진핑은 답했다.",
      "삼성전자가 샀다.",
      "엔비디아의 칩이다.",
      "공정위가 조사한다.",
      "안보리가 모였다.",
      "부산에 비가 왔다.",
      "국회는 쉰다.",
  });
  expect_found(index, {{"Putin", {0}},
                       {"Xi Jinping", {1}},
                       {"Samsung Electronics", {2}},
                       {"NVIDIA", {3}},
                       {"Fair Trade Commission", {4}},
                       {"Security Council", {5}},
                       {"Busan", {6}},
                       {"National Assembly", {7}}});
}

// 한국은행 is the Bank of Korea; what has only one of the words is not.
TEST(NameSearch, RanksANameOfTheOtherLanguageAheadOfItsParts) {
  TextIndex index({
      "A bank in the north of Korea closed.",  // 0
      "한국은행은 금리를 내렸다.",             // 1
      "Banks in Japan cut rates.",             // 2
      "Korea won the match.",                  // 3
      "A rule of change was agreed.",          // 4
      "신원식 장관이 말했다.",                 // 5
      "The won fell.",                         // 6
      "하늘은 맑았다.",                        // 7
  });
  const double name = index.hit("Bank of Korea", 1).score;
  EXPECT_GT(name, index.hit("Bank of Korea", 2).score);
  EXPECT_GT(name, index.hit("Bank of Korea", 3).score);
  EXPECT_GT(index.hit("Shin Won-sik", 5).score, index.hit("Shin Won-sik", 6).score);
}

TEST(NameSearch, FindsTheFirmsThatAreCalledAfterAName) {
  TextIndex index({
      "삼성전자는 공장을 짓는다.",     // 0
      "삼성중공업이 배를 만든다.",     // 1
      "하이닉스의 주가가 올랐다.",     // 2
      "미쓰비시중공업의 터빈이다.",    // 3
      "인도네시아에 비가 왔다.",       // 4
      "Samsung built a plant.",        // 5
      "The heavy industries shrank.",  // 6
  });
  expect_found(index, {{"Samsung", {0, 1, 5}},
                       {"Samsung Electronics", {0, 5}},
                       {"Hynix", {2}},
                       {"Mitsubishi", {3}},
                       {"India", {}}});
  EXPECT_FALSE(index.hit("삼성전자", 5).aliases.empty());
}

TEST(NumberSearch, FindsSmallNumbersAsWords) {
  TextIndex index({"Two sailors died.", "The second ship sank.", "They met in May.", "비가 왔다."});
  EXPECT_THAT(index.found("2명이 숨졌다"), ElementsAre(0));
  EXPECT_THAT(index.found("2번째 배"), ElementsAre(1));
  EXPECT_THAT(index.found("2일에"), IsEmpty());
  EXPECT_THAT(index.found("2 명"), IsEmpty());
}

}  // namespace
}  // namespace ibid
