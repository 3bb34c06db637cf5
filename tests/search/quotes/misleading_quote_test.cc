// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quotations of a report's own words that say something else than it: a figure cut, a prefix cut
// off, a word that turns the sense left out. Each beside one that is fair.
#include <gmock/gmock.h>

#include "search/open/open_index.h"
#include "search/quotes/quote_verifier.h"
#include "tests/support/test_index.h"

namespace ibid::testing {
namespace {

using ::testing::ElementsAre;

class MisleadingQuotes : public ::testing::Test {
 protected:
  // Each text is a passage.
  void index(const std::vector<std::string>& texts) {
    test_.write("a.txt", report_with("Ferry", texts));
    test_.update_all();
  }
  QuoteAnswer verify(std::string_view text) {
    OpenIndex index(test_.index());
    return QuoteVerifier(index, "").verify(text);
  }
  void expect_fair(std::initializer_list<const char*> quotations) {
    for (const char* text : quotations) EXPECT_TRUE(is_verified(verify(text))) << text;
  }
  void expect_altered(std::initializer_list<const char*> quotations) {
    for (const char* text : quotations) {
      EXPECT_EQ(verify(text).status, QuoteStatus::kAltered) << text;
    }
  }
  TestIndex test_;
};

TEST_F(MisleadingQuotes, CutAFigure) {
  index(
      {"The ferry owed US$7 million 300 thousand to 6,400 islanders by 4:15 p.m. on Friday.",
       "Fares rose 3-5 percent, or €2.50 a head, on an eight-year lease of two-thirds of the quay.",
       "Its tank holds 2^14 litres, its deck −8 degrees, its bridge 15 km of cable.",
       "여객선 승객은 3만 7,200명이고 매출은 2조 6천억 원(19억 달러)이었다.",
       "기온은 영하 9도, 운임 인상률은 4~6%, 지분은 5분의 3 이상, 출항은 오후 2시 50분이다.",
       "Samsung은 8억 5,000만 달러를 KTX-3 열차에 썼다."});
  expect_fair({"owed US$7 million 300 thousand to 6,400 islanders", "islanders by 4:15 p.m.",
               "Fares rose 3-5 percent", "€2.50 a head", "two-thirds of the quay",
               "holds 2^14 litres", "−8 degrees", "15 km of cable", "승객은 3만 7,200명이고",
               "매출은 2조 6천억 원", "영하 9도", "4~6%", "5분의 3 이상", "오후 2시 50분이다",
               "Samsung은 8억 5,000만 달러를", "KTX-3"});
  expect_altered({"The ferry owed US$7 million",
                  "7 million 300 thousand to 6,400",
                  "by 4:15",
                  "300 thousand to 6,400 islanders",
                  "15 p.m. on Friday",
                  "Fares rose 3",
                  "5 percent, or €2.50",
                  "2.50 a head",
                  "year lease of two-thirds of the quay",
                  "thirds of the quay",
                  "Its tank holds 2",
                  "8 degrees, its bridge",
                  "its bridge 15",
                  "7,200명이고 매출은",
                  "승객은 3만",
                  "매출은 2조 6천억",
                  "6천억 원(19억 달러)",
                  "9도, 운임 인상률은",
                  "인상률은 4",
                  "6%, 지분은",
                  "3 이상, 출항은",
                  "지분은 5분의 3",
                  "2시 50분이다",
                  "5,000만 달러를 KTX-3"});
  const QuoteAnswer cut = verify("7,200명이고 매출은");
  ASSERT_EQ(cut.status, QuoteStatus::kAltered);
  EXPECT_EQ(cut.alteration->said, "3만 7,200명이고 매출은");
  EXPECT_THAT(cut.alteration->changes, ElementsAre(QuoteChange{ChangeKind::kNumber, "3만", ""}));
  const QuoteAnswer sign = verify("8 degrees, its bridge");
  ASSERT_EQ(sign.status, QuoteStatus::kAltered);
  EXPECT_THAT(sign.alteration->changes, ElementsAre(QuoteChange{ChangeKind::kNumber, "−", ""}));
}

TEST_F(MisleadingQuotes, CutAPrefixThatTurnsAWordRound) {
  index({"A no-sail zone, a zero-fare pact and a non‑stop link were set.",
         "The then-captain met the mayor-elect about a smoke-free, long-term harbour.",
         "비-회원사와 반-독점 위원회가 한-일 항로를 논의했다."});
  expect_fair({"A no-sail zone", "zero-fare pact", "mayor-elect", "smoke-free", "term harbour",
               "비-회원사와", "일 항로를"});
  expect_altered({"sail zone, a zero-fare pact", "fare pact and a non‑stop", "stop link were set",
                  "captain met the mayor-elect", "then-captain met the mayor",
                  "회원사와 반-독점 위원회가", "독점 위원회가 한-일 항로를", "-fare pact and a"});
}

TEST_F(MisleadingQuotes, LeaveOutWhatTurnsTheSense) {
  index({"The mate, who came in spring, is not allowed to steer the boat alone. Nobody objected.",
         "They hardly ever left, and only on Sundays.",
         "선장은 지난봄에 배를 혼자 몰아도 안 된다고 들었다. 반대는 없었다.",
         "승객은 약 8백 명이며 오직 일요일에만 탔다."});
  expect_fair({"The mate … is not allowed to steer the boat", "not allowed to ... the boat alone …",
               "선장은 … 배를 혼자 몰아도 안 된다고 들었다", "약 8백 명이며 오직 … 탔다"});
  expect_altered({"The mate, who came in spring, is … allowed to steer",
                  "… allowed to steer the boat", "They … left, and only on Sundays",
                  "They hardly ever left, and … on Sundays", "They hardly ever left …",
                  "배를 혼자 몰아도 … 된다고 들었다", "… 된다고 들었다", "승객은 … 8백 명이며",
                  "승객은 약 8백 명이며 … 일요일에만 탔다"});
  const QuoteAnswer answer = verify("혼자 몰아도 … 된다고 들었다");
  ASSERT_EQ(answer.status, QuoteStatus::kAltered);
  EXPECT_EQ(answer.alteration->said, "혼자 몰아도 안 된다고 들었다");
  EXPECT_THAT(answer.alteration->changes,
              ElementsAre(QuoteChange{ChangeKind::kNegation, "안", ""}));
  EXPECT_THAT(answer.alteration->match.left_out, ElementsAre("안"));
  const QuoteAnswer narrowed = verify("They hardly ever left, and … on Sundays");
  EXPECT_THAT(narrowed.alteration->changes,
              ElementsAre(QuoteChange{ChangeKind::kRestriction, "only", ""}));
}

// The word that turns it stands where the quotation could begin: the nearest place counts.
TEST_F(MisleadingQuotes, AreThoseOfNoPlaceAtAll) {
  index({"The boat is not safe. The boat is old but safe.", "배는 안 떠났다. 배는 늦게 떠났다."});
  expect_fair({"The boat is … safe", "배는 … 떠났다"});
}

TEST_F(MisleadingQuotes, TakeARaisedDigitForPartOfANumber) {
  index({"Trips rose to 38² there, in base 110₂ and by 10⁻³ to a mass of 2½ tons of CO₂ on 14 km².",
         "Trips fell in May.² Fares rose³ and stayed[12] so. 운임이 올랐다¹ 그리고 내렸다.2) "
         "끝났다."});
  expect_fair({"of CO2 on 14 km2", "to 38² there", "2½ tons", "Trips fell in May. Fares rose",
               "Fares rose and stayed so", "운임이 올랐다 그리고 내렸다", "내렸다. 끝났다"});
  expect_altered({"Trips rose to 382 there", "Trips rose to 38 there", "in base 1102 and by",
                  "by 10-3 to a mass", "a mass of 21⁄2 tons of CO₂", "tons of CO₂ on 14 km"});
}

TEST_F(MisleadingQuotes, MakeASignOfADashOrFeetOfInches) {
  index({"The fall - 6 percent - was small, the gap 7′ wide.", "하락 - 6 퍼센트 - 은 작았다."});
  expect_fair({"The fall — 6 percent — was small", "the gap 7′ wide"});
  expect_altered({"The fall -6 percent - was small", "the gap 7″ wide"});
}

}  // namespace
}  // namespace ibid::testing
