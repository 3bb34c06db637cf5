// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables of texts, with their figures in « ».
#include "search/edges/whole_figures.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/text_parts.h"

namespace ibid {
namespace {

using testing::in_marks;
using testing::without_marks;

void expect_figures(std::initializer_list<const char*> texts) {
  for (const std::string expected : texts) {
    const std::string text = without_marks(expected);
    EXPECT_EQ(in_marks(text, whole_figures(text)), expected);
  }
}

TEST(WholeFigures, HaveTheirCurrencySignScaleAndUnit) {
  expect_figures({
      "Fees fell to «$7.25 billion» in all.",
      "It paid «US$9 million» then, and «EUR 40 million» later.",
      "A bill of «C$2.5bn» and «one» of «€60».",
      "Output fell «-3.1%» and rose «+2.4 percent» after.",
      "Losses were «△6.5%» on «▲ 7억 원».",
      "They sold «6 million 250 thousand» tickets to «310» people.",
      "The road is «48 km» long, the tank «20 cubic meters» deep.",
      "Gusts of «90 km per hour», or «25 m/s», hit «12» towns.",
      "It is «minus 14 degrees Celsius», «3 degrees below zero» inland.",
      "Margins fell «2.5 percentage points», rates «50 basis points», shares «8%p».",
      "After «30 days» and a «10-year-old» dispute a «5-member» panel met.",
      "Only «18 or more» count; «65 and over» pay less.",
  });
}

TEST(WholeFigures, OfKoreanHaveAllTheirParts) {
  expect_figures({
      "인원은 «7만 1,200명»이다.",
      "매출은 «3조 6천억 원»이었고 손실은 «9억 1,500만 달러»다.",
      "적자는 «520 억 원»이고 «30 개» 회사가 졌다.",
      "전체의 «5분의 2»가 떠났고 «10% 이상»이 남았다.",
      "기온은 «영하 12도»까지 떨어졌고 «오후 3시 40분»에 «20㎜»가 왔다.",
      "계약은 «$75억»이고 «수백만 명»이 본다.",
      "점수는 «4 대 1»이었다.",
      "«8~12%»로 보고 «10에서 15%»를 바랐다.",
  });
}

TEST(WholeFigures, HaveBothEndsOfARange) {
  expect_figures({
      "Growth of «5-8 percent» is «$2-$3 million» a sector.",
      "It takes «6 to 9 months», or «two or three years».",
      "From «2019–2023» it grew between «10 and 20 percent».",
  });
}

TEST(WholeFigures, AreFractionsTimesPowersAndWords) {
  expect_figures({
      "«Two-thirds» stayed and «one-half» left; «3/4» of «1 1/2 tons».",
      "The ferry leaves at «6:45 a.m». sharp, the bus at «7 pm» daily.",
      "Storage grew «2^20» slots, then «10^{-6}», then «10⁹».",
      "About «two hundred and fifty-five thousand» people and «twenty-one» dogs.",
      "«One in five» said so, «seven out of ten» did not.",
      "«Several million» birds and «tens of thousands» of eggs; «half a million» more.",
  });
}

TEST(WholeFigures, EndBeforeWhatIsCounted) {
  expect_figures({
      "about «6,000» sailors of «14» ships",
      "In «2024» the ministers met on June «3», «2024».",
      "The S-«400» and the KF-«21» flew.",
      "No ship left.",
      "배는 떠나지 않았다.",
  });
}

TEST(WholeFigures, AreCutInsideAndNotAtTheirEdges) {
  const std::string text = "It cost $3 million 400 thousand more.";
  const auto figures = whole_figures(text);
  EXPECT_FALSE(cuts_figure(figures, text.find('$')));
  EXPECT_TRUE(cuts_figure(figures, text.find('3')));
  EXPECT_TRUE(cuts_figure(figures, text.find(" 400")));
  EXPECT_TRUE(cuts_figure(figures, text.find("thousand")));
  EXPECT_FALSE(cuts_figure(figures, text.find(" more")));
  EXPECT_FALSE(cuts_figure(figures, 0));
  EXPECT_FALSE(cuts_figure({}, 3));
}

}  // namespace
}  // namespace ibid
