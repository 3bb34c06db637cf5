// SPDX-License-Identifier: GPL-2.0-or-later
//
// What ranks first, and that all spellings of a query find the same. No score is asserted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/korean_text.h"
#include "tests/support/sample_index.h"
#include "tests/support/sample_reports.h"

namespace ibid {
namespace {

using ::testing::Contains;
using testing::decomposed_hangul;
using ::testing::Each;
using ::testing::ElementsAre;
using testing::ids_of;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::SampleIndex;
using ::testing::SizeIs;
using testing::TextIndex;
using ::testing::UnorderedElementsAre;

// The shared report alone. The counts were made in the file by hand and with grep.
class SharedReportSearch : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto folder = testing::shared_reports_folder();
    const std::string path = folder.value_or("") + "/" + kReport + ".txt";
    if (!std::filesystem::exists(path))
      GTEST_SKIP() << "needs ../shared/reports/" << kReport << ".txt";
    test_.update({path});
    index_ = std::make_unique<OpenIndex>(test_.index());
    searcher_ = std::make_unique<Searcher>(*index_);
  }
  SearchResult search(std::string_view query) {
    return searcher_->search(query, SampleIndex::everything());
  }
  static std::string id(const std::string& locator) { return std::string(kReport) + "#" + locator; }

  static constexpr char kReport[] = "geopolitical-shifts-2024-06-27";
  testing::TestIndex test_;
  std::unique_ptr<OpenIndex> index_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(SharedReportSearch, RanksThePassageOnTheMissileFirst) {
  for (const char* query : {"S-400 India", "S400 india", "\"S-400\"", "s 400 INDIA",
                            "India’s S-400s", "S-400 인도 India"}) {
    const SearchResult result = search(query);
    ASSERT_THAT(result.hits, Not(IsEmpty())) << query;
    EXPECT_EQ(result.hits[0].passage.id, id("7-2.1")) << query;
    EXPECT_THAT(result.hits[0].passage.citations, IsEmpty()) << query;
  }
  EXPECT_THAT(search("\"S-400\"").hits, SizeIs(1));
}

TEST_F(SharedReportSearch, FindsThePhraseWithAnyQuotes) {
  for (const char* query : {"\"no limits\"", "“no limits”", "„no limits“", "«no limits»",
                            "'no limits'", "‘no limits’", "「no limits」", "\"No Limits\""}) {
    EXPECT_THAT(ids_of(search(query)), UnorderedElementsAre(id("3-1.1"), id("5-3.1"))) << query;
  }
}

TEST_F(SharedReportSearch, CountsCitations) {
  EXPECT_THAT(ids_of(search("cites:go-public-web-kor-4886907046666683725-0-0")),
              UnorderedElementsAre(id("5-2.1"), id("5-3.1")));
  EXPECT_THAT(ids_of(search("cites:go-public-web-eng-2877220144866105163-0-0")),
              ElementsAre(id("5-1.1")));
  EXPECT_THAT(search("cites:none").hits, SizeIs(22));
  EXPECT_THAT(search("cites:any").hits, SizeIs(3));
  EXPECT_THAT(ids_of(search("go-public-web-kor-4886907046666683725-0-0")),
              UnorderedElementsAre(id("5-2.1"), id("5-3.1")));
}

TEST_F(SharedReportSearch, AnswersPastedQuestionsAndClaims) {
  const std::pair<const char*, const char*> cases[] = {
      {"How much did bilateral trade between Russia and China rise between 2022 and 2023?",
       "3-1.1"},
      {"Is India worried that China could influence Russian defense sales such as the S-400?",
       "7-2.1"},
      {"North Korea has provided Russia with over 11,000 containers of ammunition.", "4-2.1"},
      {"Which agreement did TASS and Xinhua sign (if any)? - see \"media\"!", "3-2.1"},
  };
  for (const auto& [query, locator] : cases) {
    const SearchResult result = search(query);
    ASSERT_THAT(result.hits, Not(IsEmpty())) << query;
    EXPECT_EQ(result.hits[0].passage.id, id(locator)) << query;
  }
}

class SampleRanking : public ::testing::Test {
 protected:
  SampleIndex samples_;
};

bool is_on(const Hit& hit, std::initializer_list<const char*> any_of) {
  return std::any_of(any_of.begin(), any_of.end(), [&](const char* part) {
    return hit.passage.text.find(part) != std::string::npos;
  });
}

TEST_F(SampleRanking, RanksAMissileAndItsBuyerFirstInMixedScripts) {
  for (const char* query : {"S-400 인도", "S400 india", "인도 S-400을", "S 400 인도의",
                            "India S‑400", "인도가 산 s400"}) {
    const SearchResult result = samples_.search(query);
    ASSERT_THAT(result.hits, Not(IsEmpty())) << query;
    const Hit& first = result.hits[0];
    EXPECT_TRUE(is_on(first, {"S-400", "S400", "S 400"})) << query << ": " << first.passage.id;
    EXPECT_TRUE(is_on(first, {"India", "인도"})) << query << ": " << first.passage.id;
  }
}

TEST_F(SampleRanking, AnswersPastedQuestions) {
  const std::pair<const char*, const char*> cases[] = {
      {"북한과 러시아가 평양에서 서명한 포괄적 전략 동반자 조약 제4조의 내용은 무엇인가요?",
       "bukhan-russia-joyak-2024-06-22"},
      {"두만강을 건너는 자동차 다리는 언제 건설하기로 했나?", "bukhan-russia-joyak-2024-06-22"},
      {"How many THAAD interceptors are at Seongju, and do they protect Seoul?",
       "indo-pacific-air-defence-2024-07-15"},
      {"What was the total of two-way trade between China and Russia in 2023?",
       "china-russia-trade-2024-08-09"},
  };
  for (const auto& [query, report] : cases) {
    const SearchResult result = samples_.search(query);
    ASSERT_THAT(result.hits, Not(IsEmpty())) << query;
    EXPECT_EQ(result.hits[0].passage.report.id, report)
        << query << ": " << result.hits[0].passage.id;
    SearchOptions plain = SampleIndex::everything();
    plain.syntax = QuerySyntax::kPlain;
    EXPECT_EQ(samples_.search(query, plain).hits[0].passage.report.id, report) << query;
  }
}

TEST_F(SampleRanking, RanksDecomposedInputLikeComposed) {
  for (const std::string query :
       {"푸틴이 평양을 방문했다", "S-400을 인도에", "+조약 -중국", "\"국무위원장\"", "무기*"}) {
    EXPECT_EQ(samples_.ranked(decomposed_hangul(query)), samples_.ranked(query)) << query;
  }
}

TEST_F(SampleRanking, FindsTheSamePassagesWithAndWithoutParticles) {
  const std::vector<std::vector<std::string>> alike = {
      {"푸틴", "푸틴이", "푸틴은", "푸틴을", "푸틴의", "푸틴에게"},
      {"미국", "미국에서는", "미국과의", "미국까지"},
      {"S-400", "S-400을", "S-400은", "S-400의"},
  };
  for (const auto& queries : alike) {
    const auto expected = samples_.found(queries.front());
    EXPECT_THAT(expected, Not(IsEmpty()));
    for (const std::string& query : queries) EXPECT_EQ(samples_.found(query), expected) << query;
  }
}

TEST_F(SampleRanking, TreatsBothApostrophesAsOne) {
  EXPECT_EQ(samples_.ranked("China's"), samples_.ranked("China’s"));
  EXPECT_EQ(samples_.found("China's"), samples_.found("China"));
  EXPECT_EQ(samples_.ranked("\"China's\""), samples_.ranked("\"China’s\""));
}

// The passage that has all words is long and has each once; another repeats the rarer one.
TEST(Ranking, RanksThePassageWithAllWordsFirstForAFewWords) {
  const std::string english =
      "The delegation met for three days in the capital, ate well, and signed nothing; on the way "
      "home its head told the press that the ferry and the tunnel would be looked at again, and "
      "that nobody should expect a date for either before the coming winter is well over.";
  const std::string korean =
      "대표단은 수도에서 사흘을 머물며 여러 사람을 만났고 돌아오는 길에 기자들에게 터널과 연락선을 "
      "다시 살펴보겠다고 말했지만 올겨울이 다 지나기 전에는 어느 쪽도 날짜를 정하기 어렵다고 "
      "덧붙이며 기대를 낮추었다.";
  const std::string mixed =
      "The second day was for the port. 대표단은 KTX 노선을 항구까지 늘리는 안을 듣고 돌아갔으며 "
      "비용을 누가 낼지는 다음 회의에서 정하기로 했다고 한다.";
  TextIndex texts({english, "Tunnel after tunnel after tunnel.", korean, "터널, 터널, 또 터널이다.",
                   mixed, "KTX, KTX, KTX!", "A ferry came.", "연락선이 왔다.", "항구는 조용했다."});
  const auto first = [&](const char* query) { return texts.search(query).hits.at(0).passage.text; };
  EXPECT_EQ(first("ferry tunnel"), english);
  EXPECT_EQ(first("터널 연락선"), korean);
  EXPECT_EQ(first("KTX 항구"), mixed);
}

TEST(RankingOfTexts, PrefersMoreAndRarerWords) {
  TextIndex texts({"The pact and the treaty.", "The pact and the weather.", "The pact alone.",
                   "Weather all day long.", "푸틴은 협정을 맺었다.", "푸틴은 쉬었다.",
                   "The pact met China in May.", "The pact again, and 협정."});
  EXPECT_THAT(texts.search("pact treaty").hits[0].passage.report.id, "t0");
  EXPECT_THAT(texts.search("푸틴이 맺은 협정").hits[0].passage.report.id, "t4");
  EXPECT_THAT(texts.search("pact 협정").hits[0].passage.report.id, "t7");
  // "the" alone finds nothing.
  EXPECT_THAT(texts.found("the pact"), ElementsAre(0, 1, 2, 6, 7));
}

TEST(RankingOfTexts, FindsDesignatorsThatBeginWithAFunctionWord) {
  TextIndex texts({"Trucks blocked I-495 at noon.", "An A-10 flew by.", "미군은 A-10을 배치했다.",
                   "I saw 495 trucks, and 10 more."});
  for (const char* query : {"I-495", "I495", "i495 trucks"}) {
    EXPECT_EQ(texts.search(query).hits.at(0).passage.report.id, "t0") << query;
  }
  EXPECT_THAT(texts.found("+A10"), ElementsAre(1, 2));
}

TEST(RankingOfTexts, FindsCompoundsByTheirParts) {
  TextIndex texts({"양국은 국방협정을 맺었다.", "양국은 국방 협정을 맺었다.", "협정문이 공개됐다.",
                   "날씨가 맑다."});
  EXPECT_THAT(texts.found("국방협정"), ::testing::IsSupersetOf({0, 1}));
  EXPECT_THAT(texts.found("협정"), ElementsAre(0, 1, 2));
  EXPECT_THAT(texts.found("+협정"), ElementsAre(0, 1, 2));
  EXPECT_THAT(texts.found("국방 협정"), ::testing::IsSupersetOf({0, 1}));
  EXPECT_THAT(texts.found("날씨"), ElementsAre(3));
}

TEST(RankingOfTexts, DoesNotFindAWordInTheMiddleOfTwoOthers) {
  TextIndex texts({"러시 아워에 시아파가 모였다.", "러시아가 왔다."});
  EXPECT_EQ(texts.search("러시아").hits[0].passage.report.id, "t1");
  EXPECT_THAT(texts.found("+러시아"), ElementsAre(1));
}

std::string first_of(TextIndex& texts, std::string_view query) {
  const SearchResult result = texts.search(query);
  return result.hits.empty() ? std::string() : result.hits[0].passage.report.id;
}

TEST(Ranking, WeighsEverydayWordsLess) {
  TextIndex texts({"Putin signed the treaty.", "He really did know it.",
                   "조약은 평양에서 서명됐다.", "그는 무엇을 가장 좋아했나.", "Rain fell.",
                   "비가 내렸다."});
  EXPECT_EQ(first_of(texts, "really did he know treaty"), "t0");
  EXPECT_EQ(first_of(texts, "가장 무엇을 조약은"), "t2");
}

TEST(Ranking, RaisesByLettersInCommonButNeverMatchesByThem) {
  TextIndex texts({"Russia grew wheat.", "Russia faced sanctions.", "Sanctioned banks closed."});
  EXPECT_EQ(first_of(texts, "russia sanktionary"), "t1");
  EXPECT_THAT(texts.found("sanktionary"), IsEmpty());
}

// The words have the same length and frequency: without the rule the two tie and t0 comes first.
TEST(Ranking, WeighsTheSignatureOfAPastedPostLess) {
  TextIndex texts({"Ellen pays.", "Qatar pays.", "주가가 올랐다.", "철강이 올랐다.", "Rain fell."});
  EXPECT_EQ(first_of(texts, "Qatar \u2014 Ellen (@who) April 2, 2019"), "t1");
  EXPECT_EQ(first_of(texts, "Qatar \u2014 Ellen"), "t0");
  EXPECT_EQ(first_of(texts, "철강이 \u2014 주가가 (@who) 2019"), "t3");
}

TEST(Ranking, PrefersWordsThatAreAdjacentAsInTheQuery) {
  TextIndex texts({"6월 1989년에는 비가 왔고 평양 축전이 있었다.",
                   "평양 축전이 1989년 6월 열렸고 비가 왔다.", "눈이 왔다."});
  EXPECT_EQ(first_of(texts, "1989년 6월"), "t1");
}

}  // namespace
}  // namespace ibid
