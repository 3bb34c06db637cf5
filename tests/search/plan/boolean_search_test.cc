// SPDX-License-Identifier: GPL-2.0-or-later
//
// Operators, phrases, proximity and wildcards over the samples, each compared with brute force.
// Queries of words alone are ranked, not exact; see ranking_test.cc.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/brute_force.h"
#include "tests/support/korean_text.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace testing;  // the brute force reads like the query

struct BooleanCase {
  std::string query;
  Predicate wanted;
};

const Predicate kAll = [](const PassageView&) { return true; };
const Predicate kRussia = word({"russia"});
const Predicate kChina = word({"china"});
const Predicate kIndia = word({"india"});
const Predicate kTreaty = word({"treaty", "treaties"});
const Predicate kEnglish = [](const PassageView& view) { return view.passage->language == "en"; };

class BooleanSearch : public ::testing::Test {
 protected:
  void check(const std::vector<BooleanCase>& cases) {
    for (const BooleanCase& c : cases) {
      const auto expected = accepted(views_, c.wanted);
      EXPECT_THAT(expected, ::testing::Not(IsEmpty())) << c.query << " would test nothing";
      EXPECT_EQ(samples_.found(c.query), expected) << c.query;
    }
  }
  SampleIndex samples_;
  std::vector<PassageView> views_ = views_of(samples_.reports());
};

TEST_F(BooleanSearch, RequiresAndExcludesEnglishWords) {
  check({
      {"+treaty", kTreaty},
      {"+treaties", kTreaty},
      {"+Russia", kRussia},
      {"+Russia's", kRussia},
      {"+Russia’s", kRussia},
      {"+treaty -russia", kTreaty && !kRussia},
      {"+treaty +russia", kTreaty && kRussia},
      {"+treaty zzzzunknown", kTreaty},
      {"-china", !kChina},
      {"-china -russia", !kChina && !kRussia},
      {"russia AND china", kRussia && kChina},
      {"russia AND NOT china", kRussia && !kChina},
      {"NOT china AND russia", kRussia && !kChina},
      {"india OR china", kIndia || kChina},
      {"india OR NOT russia", kIndia || !kRussia},
      {"(india OR china) AND russia", (kIndia || kChina) && kRussia},
      {"(india OR china) AND NOT (russia OR treaty)", (kIndia || kChina) && !(kRussia || kTreaty)},
      {"+(india OR china) -russia", (kIndia || kChina) && !kRussia},
      {"india OR china AND russia", kIndia || (kChina && kRussia)},
  });
}

TEST_F(BooleanSearch, RequiresAndExcludesKoreanWords) {
  const Predicate putin = holds("푸틴"), north = holds("북한"), russia = starts("러시아");
  check({
      {"+푸틴", putin},
      {"+푸틴이", putin},
      {"+푸틴은", putin},
      {"-푸틴", !putin},
      {"+조약", holds("조약")},
      {"+조약을", holds("조약")},
      {"+러시아", russia},
      {"+러시아와", russia},
      {"러시아 AND 북한", russia && north},
      {"러시아가 AND 북한은", russia && north},
      {"북한 AND NOT 푸틴", north && !putin},
      {"푸틴 OR 중국", putin || holds("중국")},
      {"+북한 -(푸틴 OR 러시아)", north && !(putin || russia)},
      {decomposed_hangul("+푸틴이 -러시아"), putin && !russia},
  });
}

TEST_F(BooleanSearch, RequiresAndExcludesAcrossScripts) {
  const Predicate s400 = word_beginning("s400") || phrase({"s", "400"}) || phrase({"s400"});
  check({
      {"+S-400", s400},
      {"+S400", s400},
      {"+\"S 400\"", s400},
      {"S-400 AND 인도", s400 && holds("인도")},
      {"S-400 AND (india OR 인도)", s400 && (kIndia || holds("인도"))},
      {"+S-400 -인도 -india", s400 && !holds("인도") && !kIndia},
      {"Putin OR 푸틴", word({"putin"}) || holds("푸틴")},
  });
}

TEST_F(BooleanSearch, FindsPhrases) {
  check({
      {"\"North Korea\"", phrase({"north", "korea"})},
      {"“North Korea”", phrase({"north", "korea"})},
      {"«North Korea»", phrase({"north", "korea"})},
      {"'North Korea'", phrase({"north", "korea"})},
      {"‘North Korea’", phrase({"north", "korea"})},
      {"\"no limits\"", phrase({"no", "limits"})},
      {"+\"North Korea\" -\"South Korea\"",
       phrase({"north", "korea"}) && !phrase({"south", "korea"})},
      {"\"$240.1 billion\"", phrase({"240.1", "billion"})},
      {"\"국방 협정\"", starts("국방 협정") || starts("국방협정")},
      {"\"김정은 위원장\"", starts("김정은 위원장")},
  });
}

TEST_F(BooleanSearch, FindsWordsNearEachOther) {
  check({
      {"russia NEAR/3 korea lang:en", near("russia", "korea", 3) && kEnglish},
      {"korea NEAR/1 north lang:en", near("north", "korea", 1) && kEnglish},
      {"korea ADJ/4 russia lang:en", before("korea", "russia", 4) && kEnglish},
      {"russia ADJ/4 korea lang:en", before("russia", "korea", 4) && kEnglish},
      {"north ADJ/1 korea lang:en", before("north", "korea", 1) && kEnglish},
      {"china NEAR russia lang:en", near("china", "russia", 8) && kEnglish},
      {"china NEAR/100 russia lang:en", near("china", "russia", 100) && kEnglish},
  });
}

TEST_F(BooleanSearch, ExpandsWildcards) {
  const Predicate s4 = phrase({"s", "400"});
  check({
      {"weapon*", word_beginning("weapon")},
      {"+deliver* -china", word_beginning("deliver") && !kChina},
      {"S-4??", s4},
      {"s4??", s4},
      {"tr??ty", word({"treaty"})},
      {"미사일*", starts("미사일")},
      {"컨테이너* AND NOT 러시아", starts("컨테이너") && !starts("러시아")},
  });
}

TEST_F(BooleanSearch, FindsNothingForWordsThatAreNotInTheIndex) {
  for (const char* query :
       {"zzzzunknown", "+zzzzunknown china", "zzzzunknown AND china", "\"no zzzzunknown\"", "zzzz*",
        "china NEAR/5 zzzzunknown", "china NEAR/5 zzzz*", "zzzzunknown -china",
        "zzzzunknown lang:ko", "zzzzunknown kind:body -푸틴", "뷁뷁뷁 lang:ko", "뷁뷁뷁 -중국",
        "report:no-such-report", "cites:go-public-web-kor-1-2-3", "date:1999"}) {
    EXPECT_THAT(samples_.found(query), IsEmpty()) << query;
  }
}

TEST(BooleanSearchOfTexts, FindsKoreanWordsNearEachOther) {
  TextIndex texts(
      {"러시아와 북한은 국방 협정을 맺었다.", "북한은 오늘 여러 번 다시 러시아를 찾았다.",
       "러시아 군대. 북한이 아니라 중국이다.", "NATO가 러시아를 비판했다. Russia와 북한."});
  EXPECT_THAT(texts.found("러시아 NEAR/2 북한"), ElementsAre(0, 2));
  EXPECT_THAT(texts.found("러시아 NEAR/5 북한이"), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(texts.found("북한 ADJ/5 러시아"), ElementsAre(1));
  EXPECT_THAT(texts.found("NATO ADJ/1 러시아"), ElementsAre(3));
  EXPECT_THAT(texts.found("Russia NEAR/1 북한"), ElementsAre(3));
}

const std::vector<std::string> kNearTexts = {
    "The defense pact worried China.", "A treaty that pleased China.",
    "The pact on defense was one thing. In another place, years later, China had other plans.",
    "국방 협정 소식에 중국이 놀랐다."};

TEST(BooleanSearchOfTexts, JoinsAlternativesByNear) {
  TextIndex texts(kNearTexts);
  EXPECT_THAT(texts.found("pac* NEAR/2 china"), ElementsAre(0));
  EXPECT_THAT(texts.found("(pact OR treaty) NEAR/3 china"), ElementsAre(0, 1));
  EXPECT_THAT(texts.found("(협정 OR 조약) ADJ/3 중국"), ElementsAre(3));
}

TEST(BooleanSearchOfTexts, JoinsPhrasesByNear) {
  TextIndex texts(kNearTexts);
  EXPECT_THAT(texts.found("\"defense pact\" NEAR/3 china"), ElementsAre(0));
  EXPECT_THAT(texts.found("중국 NEAR/8 \"국방 협정\""), ElementsAre(3));
}

TEST(BooleanSearchOfTexts, SplitsWildcardsLikeWords) {
  TextIndex texts({"A co-operative of farmers.", "The S-400 near India.", "S 412, far from there.",
                   "KN-23은 북한의 미사일이다.", "Cooperation grew."});
  EXPECT_THAT(texts.found("co-op*"), ElementsAre(0));
  EXPECT_THAT(texts.found("S-4??"), ElementsAre(1, 2));
  EXPECT_THAT(texts.found("s4?? NEAR/2 india"), ElementsAre(1));
  EXPECT_THAT(texts.found("KN-?3 NEAR/1 북한"), ElementsAre(3));
  EXPECT_THAT(texts.found("KN*"), ElementsAre(3));
}

TEST(BooleanSearchOfTexts, FoldsWildcardsLikeTexts) {
  TextIndex texts({"무기를 보냈다.", "The MÜLLER report", "Weapons, not words", "무역이 늘었다."});
  EXPECT_THAT(texts.found("무기*"), ElementsAre(0));
  EXPECT_THAT(texts.found(decomposed_hangul("무기*")), ElementsAre(0));
  EXPECT_THAT(texts.found("무*"), ElementsAre(0, 3));
  EXPECT_THAT(texts.found("무?를"), ElementsAre(0));
  EXPECT_THAT(texts.found("Müll*"), ElementsAre(1));
  EXPECT_THAT(texts.found("mull*"), ElementsAre(1));
  EXPECT_THAT(texts.found("WEAPON*"), ElementsAre(2));
}

TEST(BooleanSearchOfTexts, DistinguishesNamesThatShareSyllables) {
  TextIndex texts({"김정은이 왔다.", "김정일이 죽었다.", "김정은 위원장", "김정숙 여사",
                   "Kim Jong Un, 김정은의 동생"});
  EXPECT_THAT(texts.found("+김정은"), ElementsAre(0, 2, 4));
  EXPECT_THAT(texts.found("+김정은이"), ElementsAre(0, 2, 4));
  EXPECT_THAT(texts.found("+김정일"), ElementsAre(1));
}

TEST(BooleanSearchOfTexts, DistinguishesTheCountryFromThePronoun) {
  TextIndex texts({"He told us so, in French.", "The US tariff on steel.",
                   "The U.S. tariff on cars.", "한국은 US 관세를 걱정한다.",
                   "국내 IT 기업이 수출했다.", "It was late and it rained."});
  const auto best_of = [&](const std::string& query) {
    const SearchResult result = texts.search(query);
    return result.hits.empty() ? std::string() : result.hits[0].passage.report.id;
  };
  EXPECT_THAT(texts.found("\"US tariff\""), ElementsAre(1, 2));
  EXPECT_EQ(best_of("US 관세"), "t3");
  EXPECT_EQ(best_of("IT 기업"), "t4");
  // As an exact form, the pronoun is the same word, but it ranks last.
  const auto ranked = ids_of(texts.search("US 자동차"));
  ASSERT_GE(ranked.size(), 3U);
  EXPECT_THAT(std::vector<std::string>(ranked.begin(), ranked.begin() + 3),
              ::testing::UnorderedElementsAre("t1#2.1", "t2#2.1", "t3#2.1"));
}

}  // namespace
}  // namespace ibid
