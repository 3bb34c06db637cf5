// SPDX-License-Identifier: GPL-2.0-or-later
//
// English words, designators, numbers and how the web writes; each also within Korean text.
#include <gmock/gmock.h>

#include "tests/support/analyzed.h"

namespace ibid {
namespace {

using testing::analyzed;
using testing::check_forms;
using ::testing::ElementsAre;
using testing::surfaces;

TEST(Analyzer, FindsDesignatorsHoweverTheyAreWritten) {
  check_forms({
      {"the S-400 system", "S", {"surface s", "designator s400"}, {}},
      {"the S400 system", "S", {"surface s", "designator s400"}, {}},
      {"the S 400 system", "S", {"surface s", "designator s400"}, {}},
      {"the S‑400 system", "S", {"designator s400"}, {}},
      {"the S–400 system", "S", {"designator s400"}, {}},
      {"the Ｓ－４００ system", "Ｓ", {"designator s400"}, {}},
      {"a KN-23A was seen", "KN", {"designator kn23", "designator kn23a"}, {}},
      {"two F-16s flew", "F", {"designator f16", "designator f16s"}, {}},
      {"the COVID-19 pandemic", "COVID", {"designator covid19", "stem covid"}, {}},
      {"the Su-57 and the Su57", "Su", {"designator su57"}, {}},
      {"the HQ-9/P is theirs", "HQ", {"designator hq9"}, {"designator hq9p"}},
      {"the 40N6 missile", "40", {"designator 40n", "designator 40n6"}, {}},
  });
}

TEST(Analyzer, GivesLatinWordsTheirRunsOfFourLetters) {
  check_forms({
      {"the treaty", "treaty", {"gram trea", "gram reat", "gram eaty"}, {"gram treat"}},
      {"a pact", "pact", {"gram pact"}, {}},
      {"a war", "war", {}, {"gram war"}},
      {"because of it", "because", {}, {"gram beca"}},
      {"국방협정 pact", "국방협정", {"bigram 국방"}, {"gram 국방협정"}},
  });
}

TEST(Analyzer, FindsDesignatorsInKorean) {
  check_forms({
      {"러시아제 S-400을 도입했다", "S", {"designator s400"}, {"designator s400을"}},
      {"러시아제 S400을 도입했다", "S", {"designator s400"}, {}},
      {"러시아제 S 400을 도입했다", "S", {"designator s400"}, {}},
      {"북한의 KN-23이 떨어졌다", "KN", {"designator kn23"}, {}},
      {"코로나19 이후", "코로나", {"surface 코로나"}, {}},
      {"COVID-19로 인한", "COVID", {"designator covid19"}, {}},
      {"Su-57은 인도에 팔리지 않았다", "Su", {"designator su57"}, {}},
  });
  EXPECT_THAT(surfaces("S-400을 F-16은 KN-23A의"),
              ElementsAre("s", "400", "f", "16", "kn", "23", "a"));
}

TEST(Analyzer, MakesNoDesignatorOfNeighboursInProse) {
  check_forms({
      {"sold in 2024 to India", "in", {}, {"designator in2024"}},
      {"on May 16 and 17", "May", {}, {"designator may16"}},
      {"a range of A 400 km", "A", {}, {"designator a400"}},
      {"long-range missiles", "long", {"stem long"}, {"designator longrange"}},
      {"the S-400, 500 of them", "S", {"designator s400"}, {"designator s400500"}},
      {"IN 2024 SALES ROSE IN 2023", "SALES", {"stem sale"}, {"designator sales2023"}},
  });
  for (const auto& word : analyzed("11,000 containers in 2023–2024 or 2024-06-27")) {
    for (const std::string& form : word.forms) EXPECT_FALSE(form.starts_with("designator")) << form;
  }
}

TEST(Analyzer, StemsEnglishBesideTheSurfaceForm) {
  check_forms({
      {"Signed treaties", "Signed", {"surface signed", "stem sign"}, {"surface Signed"}},
      {"Signed treaties", "treaties", {"surface treaties", "stem treati"}, {}},
      {"러시아의 Treaties에", "Treaties", {"surface treaties", "stem treati"}, {}},
      {"Zürich and Łódź", "Zürich", {"surface zurich"}, {}},
      {"İstanbul talks", "İstanbul", {"surface istanbul"}, {"surface Istanbul"}},
  });
}

TEST(Analyzer, ReadsPossessivesWithEitherApostrophe) {
  check_forms({
      {"China's plan", "China's", {"surface china's", "stem china"}, {}},
      {"China’s plan", "China’s", {"surface china's", "stem china"}, {}},
      {"the leaders' plan", "leaders", {"surface leaders", "stem leader"}, {}},
      {"the leaders’ plan", "leaders", {"surface leaders", "stem leader"}, {}},
      {"a 'no limits' partnership", "limits", {"surface limits", "stem limit"}, {}},
      {"중국의 ‘no limits’ 선언", "limits", {"surface limits", "stem limit"}, {}},
      {"Putin's가 아니라 Putin", "Putin's", {"stem putin"}, {}},
  });
}

TEST(Analyzer, TellsTheCountryFromThePronoun) {
  const auto weightiness = [](std::string_view text, std::string_view written) {
    for (const auto& word : analyzed(text)) {
      if (word.written == written) return word.weightiness;
    }
    ADD_FAILURE() << written << " is not a word of \"" << text << "\"";
    return Weightiness::kStop;
  };
  EXPECT_EQ(weightiness("the U.S. tariff", "U.S."), Weightiness::kContent);
  EXPECT_EQ(weightiness("the US tariff", "US"), Weightiness::kContent);
  EXPECT_EQ(weightiness("he told us so", "us"), Weightiness::kStop);
  EXPECT_EQ(weightiness("the pact", "the"), Weightiness::kStop);
  EXPECT_EQ(weightiness("The pact", "The"), Weightiness::kStop);
  // Korean text has no English pronouns: capitals there are names.
  EXPECT_EQ(weightiness("한국과 US 사이의 관세", "US"), Weightiness::kContent);
  EXPECT_EQ(weightiness("국내 IT 기업의 수출", "IT"), Weightiness::kContent);
  check_forms({
      {"the U.S. tariff", "U.S.", {"surface us", "stem us"}, {"surface u.s."}},
      {"the U.S tariff", "U.S", {"surface us"}, {}},
      {"U.N. Security Council", "U.N.", {"surface un"}, {}},
      {"미국(U.S.)의 관세", "U.S.", {"surface us"}, {}},
  });
}

TEST(Analyzer, SplitsHashtagsHandlesAndCamelCase) {
  check_forms({
      {"#DefundTheCBC now",
       "DefundTheCBC",
       {"surface defundthecbc", "part defund", "part cbc"},
       {"part the"}},
      {"@NarendraModi said",
       "NarendraModi",
       {"surface narendramodi", "part narendra", "part modi"},
       {}},
      {"the iPhone maker", "iPhone", {"surface iphone", "part phone"}, {"part i"}},
      {"#러시아 #UkraineWar 관련", "UkraineWar", {"part ukrain", "part war"}, {}},
      {"plain NATO words", "NATO", {"surface nato"}, {"part nato"}},
      {"plain Words", "Words", {}, {"part word"}},
  });
}

TEST(Analyzer, KeepsOnlyTheHostOfAUrl) {
  EXPECT_THAT(surfaces("see https://www.example.com/a/b?id=123#x now"),
              ElementsAre("see", "example.com", "now"));
  EXPECT_THAT(surfaces("see www.yna.co.kr/view/AKR2024 now"),
              ElementsAre("see", "yna.co.kr", "now"));
  EXPECT_THAT(surfaces("보도(https://news.example.kr/1/2)를 보면"),
              ElementsAre("보도", "news.example.kr", "를", "보면"));
  EXPECT_THAT(surfaces("#DefundTheCBChttps://t.co/abc"), ElementsAre("defundthecbc", "t.co"));
  EXPECT_THAT(surfaces("in the U.S. https://t.co/abc"), ElementsAre("in", "the", "us", "t.co"));
}

TEST(Analyzer, KeepsNumbersWhole) {
  EXPECT_THAT(surfaces("over 11,000 containers"), ElementsAre("over", "11000", "containers"));
  EXPECT_THAT(surfaces("$240.1 billion, 26.3 percent."),
              ElementsAre("240.1", "billion", "26.3", "percent"));
  EXPECT_THAT(surfaces("1,234,567 won"), ElementsAre("1234567", "won"));
  EXPECT_THAT(surfaces("in 2022,2023 and 1,22"),
              ElementsAre("in", "2022", "2023", "and", "1", "22"));
  EXPECT_THAT(surfaces("section 3.1.2 of it"), ElementsAre("section", "3", "1", "2", "of", "it"));
  EXPECT_THAT(surfaces("２，４０１억 달러"), ElementsAre("2401", "억", "달러"));
  EXPECT_THAT(surfaces("2,401억 달러를 넘어"), ElementsAre("2401", "억", "달러를", "넘어"));
  EXPECT_THAT(surfaces("37%가 240.1억"), ElementsAre("37", "가", "240.1", "억"));
}

TEST(Analyzer, JoinsHyphenatedWordsAsNeighbours) {
  EXPECT_THAT(surfaces("Russia-North Korea"), ElementsAre("russia", "north", "korea"));
  EXPECT_THAT(surfaces("long-range"), ElementsAre("long", "range"));
  EXPECT_THAT(surfaces("한-미 동맹"), ElementsAre("한", "미", "동맹"));
  EXPECT_THAT(surfaces("러시아-Ukraine 전쟁"), ElementsAre("러시아", "ukraine", "전쟁"));
  EXPECT_THAT(surfaces("a - b"), ElementsAre("a", "b"));
}

}  // namespace
}  // namespace ibid
