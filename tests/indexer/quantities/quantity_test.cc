// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quantities however written: each case is a text and what it holds, as "value unit"; counts have
// no unit, years are "year 1989".
#include "indexer/quantities/quantity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

std::string shown(const Quantity& q) {
  switch (q.kind) {
    case QuantityKind::kYear:
      return "year " + q.value.to_string();
    case QuantityKind::kCount:
      return q.value.to_string();
    case QuantityKind::kAmount:
      return q.value.to_string() + " " + (q.unit.empty() ? "money" : q.unit);
    case QuantityKind::kPercent:
      return q.value.to_string() + " " + q.unit;
  }
  return "";
}

std::vector<Quantity> found(std::string_view text, const std::vector<ByteRange>& skip = {}) {
  std::vector<Quantity> quantities;
  find_quantities(text, skip, quantities);
  return quantities;
}

struct Case {
  std::string text;
  std::vector<std::string> wanted;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    std::vector<std::string> quantities;
    for (const Quantity& q : found(c.text)) quantities.push_back(shown(q));
    EXPECT_THAT(quantities, ElementsAreArray(c.wanted)) << c.text;
  }
}

// Signs of Markdown in a figure are no part of it; its bytes are those of the text with signs.
TEST(Quantities, AreReadThroughMarkup) {
  const struct {
    std::string text;
    std::vector<ByteRange> markup;
    std::string value, written;
  } cases[] = {
      {"of **14** billion won", {{3, 5}, {7, 9}}, "14000000000 KRW", "14** billion won"},
      {"약 **3조** 원이", {{4, 6}, {10, 12}}, "3000000000000 KRW", "3조** 원"},
      {"up 4.2*%* then", {{6, 7}, {8, 9}}, "4.2 %", "4.2*%"},
      {"of 240 only", {}, "240", "240"},
  };
  for (const auto& c : cases) {
    std::vector<Quantity> quantities;
    find_quantities(c.text, {}, c.markup, quantities);
    ASSERT_EQ(quantities.size(), 1U) << c.text;
    EXPECT_EQ(shown(quantities[0]), c.value) << c.text;
    const ByteRange range = quantities[0].range;
    EXPECT_EQ(c.text.substr(range.begin, range.size()), c.written);
  }
}

TEST(Quantities, ReadsAmountsInEnglish) {
  check({
      {"trade of $240.1 billion last year", {"240100000000 USD"}},
      {"trade of US$240.1 billion", {"240100000000 USD"}},
      {"trade of U.S.$240.1 billion", {"240100000000 USD"}},
      {"trade of USD 240.1 billion", {"240100000000 USD"}},
      {"trade of USD240.1bn", {"240100000000 USD"}},
      {"trade of 240.1bn dollars", {"240100000000 USD"}},
      {"trade of 240.1 billion U.S. dollars", {"240100000000 USD"}},
      {"trade of 240.1 billion US dollars", {"240100000000 USD"}},
      {"trade of $ 240.1bn", {"240100000000 USD"}},
      {"TRADE OF $240.1 BILLION", {"240100000000 USD"}},
      {"trade of $240.1B", {"240100000000 USD"}},
      {"trade of 240.1bn USD", {"240100000000 USD"}},
      {"trade of 240.1bnUSD", {"240100000000 USD"}},
      {"a $5-million grant", {"5000000 USD"}},
      {"a 5-million-dollar grant", {"5000000 USD"}},
      {"a $5m grant", {"5000000 USD"}},
      {"a 5m euro grant", {"5000000 EUR"}},
      {"a fee of $300k", {"300000 USD"}},
      {"a price of $5.43 billion, or less", {"5430000000 USD"}},
      {"a price of $11,000.50.", {"11000.5 USD"}},
      {"a price of $5", {"5 USD"}},
      {"€1.2 trillion", {"1200000000000 EUR"}},
      {"£99.99", {"99.99 GBP"}},
      {"¥500bn", {"500000000000 JPY"}},
      {"CN¥500bn", {"500000000000 CNY"}},
      {"RMB 3bn", {"3000000000 CNY"}},
      {"₩1.3 trillion", {"1300000000000 KRW"}},
      {"1.3 trillion won", {"1300000000000 KRW"}},
      {"500,000 Korean won", {"500000 KRW"}},
      {"3 million pounds sterling", {"3000000 GBP"}},
      {"100 million rubles", {"100000000 RUB"}},
      {"100 million Canadian dollars", {"100000000 CAD"}},
      {"A$368 billion", {"368000000000 AUD"}},
      {"HK$2.5 million", {"2500000 HKD"}},
      {"the $110 million won in court", {"110000000 USD"}},
      {"20 million pesos", {"20000000 money"}},
      {"two billion dollars", {"2000000000 USD"}},
      {"twenty-five million euros", {"25000000 EUR"}},
      {"$200 billion to $300 billion", {"200000000000 USD", "300000000000 USD"}},
      {"$200-300 billion", {"200000000000 USD", "300000000000 USD"}},
      {"$200–$300 billion", {"200000000000 USD", "300000000000 USD"}},
      {"$2 to $3 billion", {"2000000000 USD", "3000000000 USD"}},
      {"from 2020 to 2.5 billion dollars", {"year 2020", "2500000000 USD"}},
      {"＄２４０．１ billion", {"240100000000 USD"}},
  });
}

TEST(Quantities, ReadsAmountsInKorean) {
  check({
      {"교역액은 2,401억 달러였다", {"240100000000 USD"}},
      {"교역액은 2401억달러였다", {"240100000000 USD"}},
      {"교역액은 2천401억 달러였다", {"240100000000 USD"}},
      {"교역액은 2천4백1억 달러였다", {"240100000000 USD"}},
      {"교역액은 2천 401억 달러였다", {"240100000000 USD"}},
      {"교역액은 2,401 억 달러였다", {"240100000000 USD"}},
      {"교역액은 2,401억 미국 달러였다", {"240100000000 USD"}},
      {"교역액은 2,401억여 달러였다", {"240100000000 USD"}},
      {"교역액은 $2,401억", {"240100000000 USD"}},
      {"예산 1조 2천억 원을", {"1200000000000 KRW"}},
      {"예산 1조2000억원을", {"1200000000000 KRW"}},
      {"예산 1.2조 원을", {"1200000000000 KRW"}},
      {"예산 1조 2,345억 6,789만 원", {"1234567890000 KRW"}},
      {"5백만 원짜리", {"5000000 KRW"}},
      {"5천만원대", {"50000000 KRW"}},
      {"3만 유로", {"30000 EUR"}},
      {"100억 엔의", {"10000000000 JPY"}},
      {"500억 위안 규모", {"50000000000 CNY"}},
      {"3억 루블", {"300000000 RUB"}},
      {"2만 파운드", {"20000 GBP"}},
      {"50억 호주달러", {"5000000000 AUD"}},
      {"9,900원", {"9900 KRW"}},
      {"２，４０１억 달러", {"240100000000 USD"}},
      {"100만 달러 2천 명", {"1000000 USD", "2000"}},
      {"20~30억 달러", {"2000000000 USD", "3000000000 USD"}},
  });
}

TEST(Quantities, ReadsPercentages) {
  check({
      {"rose 26.3 percent", {"26.3 %"}},  {"rose 26.3%", {"26.3 %"}},
      {"rose 26.30 %", {"26.3 %"}},       {"rose 26.3 per cent", {"26.3 %"}},
      {"rose 26.3 pct", {"26.3 %"}},      {"a 26.3-percent rise", {"26.3 %"}},
      {"rose five percent", {"5 %"}},     {"rose 0.5%", {"0.5 %"}},
      {"fell -3.5%", {"3.5 %"}},          {"by 2 percentage points", {"2 pp"}},
      {"26.3퍼센트 증가", {"26.3 %"}},    {"26.3％ 증가", {"26.3 %"}},
      {"26.3프로를 넘어", {"26.3 %"}},    {"26.3 퍼센트의", {"26.3 %"}},
      {"2%p 올랐다", {"2 pp"}},           {"2%포인트 올랐다", {"2 pp"}},
      {"2퍼센트포인트 올랐다", {"2 pp"}}, {"20-30% of it", {"20 %", "30 %"}},
      {"20∼30%", {"20 %", "30 %"}},       {"from 20 to 30 percent", {"20 %", "30 %"}},
      {"20~30%로", {"20 %", "30 %"}},     {"GDP의 5%인 100억 달러", {"5 %", "10000000000 USD"}},
  });
}

// A power of ten before a group is one of it, and none is read at a lower size.
TEST(Quantities, ReadsKoreanPowersOfTenWherever) {
  check({
      {"빚은 천 6백만 달러였다", {"16000000 USD"}},
      {"빚은 천6백만 달러였다", {"16000000 USD"}},
      {"빚은 백 3십억 원", {"13000000000 KRW"}},
      {"값은 만 5천 원", {"15000 KRW"}},
      {"값은 억 2천만 원", {"120000000 KRW"}},
      {"빚은 5억 천 4백만 원", {"514000000 KRW"}},
      {"빚은 5억 천만 원", {"510000000 KRW"}},
      {"빚은 3천오백만 원", {"35000000 KRW"}},
      {"빚은 2천백만 원", {"21000000 KRW"}},
      {"만 65세 이상, 만 3천 명", {"13000"}},
      {"3 천 명이", {"3000"}},
      {"3경 2천조 원", {"32000000000000000 KRW"}},
      {"예산 5億 달러와 3兆원", {"500000000 USD", "3000000000000 KRW"}},
      {"부스 4천막, 초대 5만찬, 떡 3백조각", {"300"}},
      {"헌법 3조 1항, 4조 3교대, 30경기, 8조항", {}},
      {"3백신과 5조치, 2만화를", {}},
      {"5천사람과 3만점과 천마리", {"5000", "30000"}},
      {"5만배럴, 3천가구, 2만여명", {"50000", "3000", "20000"}},
      {"인구 5천만 명", {"50000000"}},
  });
}

TEST(Quantities, EndsACurrencyWhereTheWordEnds) {
  check({
      {"100조 루피아", {"100000000000000 IDR"}},
      {"3조 루피", {"3000000000000 INR"}},
      {"26파운드리와 30유로존", {}},
      {"400달러트리", {"400"}},
      {"5천 달러였고 3만 유로이며 9억 원투자", {"5000 USD", "30000 EUR", "900000000 KRW"}},
      {"2만달러짜리, 4만달러어치, 6만달러다", {"20000 USD", "40000 USD", "60000 USD"}},
      {"100 trillion rupiah", {"100000000000000 IDR"}},
  });
}

TEST(Quantities, ReadsOtherWordsForPowersOfTen) {
  check({
      {"a grant of $7MM", {"7000000 USD"}},
      {"a lens of 35MM", {}},
      {"₹12 lakh crore", {"12000000000000 INR"}},
      {"₹8 crore and ₹4.5 lakh", {"80000000 INR", "450000 INR"}},
      {"8 crore people", {"80000000"}},
      {"$1.5 quadrillion", {"1500000000000000 USD"}},
  });
}

// The unit of a range or of two numbers side by side stands for the first, too.
TEST(Quantities, SharesTheUnitOfTheSecondNumber) {
  check({
      {"투자액은 4억∼6억 유로다", {"400000000 EUR", "600000000 EUR"}},
      {"4억 ~ 6억 유로", {"400000000 EUR", "600000000 EUR"}},
      {"4억에서 6억 5천만 유로", {"400000000 EUR", "650000000 EUR"}},
      {"2천∼3천만 원", {"20000000 KRW", "30000000 KRW"}},
      {"5천~1만 명", {"5000", "10000"}},
      {"4 or 5 percent", {"4 %", "5 %"}},
      {"four or five percent", {"4 %", "5 %"}},
      {"between 4 and 9 percent", {"4 %", "9 %"}},
      {"40에서 60%로", {"40 %", "60 %"}},
      {"40과 60%", {"40 %", "60 %"}},
      {"3 내지 5%포인트", {"3 pp", "5 pp"}},
      {"2, 3 또는 4 퍼센트", {"3 %", "4 %"}},
      {"2 or 3 million euros", {"2000000 EUR", "3000000 EUR"}},
      {"three to five million people", {"3000000", "5000000"}},
      {"$20 - 30 million", {"20000000 USD", "30000000 USD"}},
      {"killed 300 and 5 percent more", {"300", "5 %"}},
      {"killed 300 and 5 million fled", {"300", "5000000"}},
      {"2023년에서 5%, in 2021 and 5 percent", {"year 2023", "5 %", "year 2021", "5 %"}},
      {"인구 3만과 5억 달러", {"30000", "500000000 USD"}},
      {"Su-57 and 5 percent, G7 to 5 percent", {"5 %", "5 %"}},
  });
}

TEST(Quantities, ReadsCounts) {
  check({
      {"11,000 troops", {"11000"}},
      {"11000 troops", {"11000"}},
      {"1만 1천", {"11000"}},
      {"1만 1천명", {"11000"}},
      {"1만1천명", {"11000"}},
      {"1만1000명", {"11000"}},
      {"1만 1,000여 명", {"11000"}},
      {"1만 500명", {"10500"}},
      {"11 thousand troops", {"11000"}},
      {"two hundred thousand people", {"200000"}},
      {"1.5 million people", {"1500000"}},
      {"150만 명", {"1500000"}},
      {"three million", {"3000000"}},
      {"10만 대", {"100000"}},
      {"3천 개", {"3000"}},
      {"1,000km away", {"1000"}},
      {"1천 km", {"1000"}},
      {"350 people", {"350"}},
      {"2000명", {"2000"}},
      {"인구 5만 2024년 기준", {"50000", "year 2024"}},
      {"5천 3천", {"5000", "3000"}},
      {"병력 1만1천명과 11,000 shells", {"11000", "11000"}},
  });
}

TEST(Quantities, ReadsYears) {
  check({
      {"in 1992, after", {"year 1992"}},
      {"(2024)", {"year 2024"}},
      {"June 27, 2024", {"year 2024"}},
      {"2024-06-27", {"year 2024"}},
      {"2024.6.27.", {"year 2024"}},
      {"2024년 6월 27일", {"year 2024"}},
      {"1989년에", {"year 1989"}},
      {"1392년 조선", {"year 1392"}},
      {"in 1871 it", {"year 1871"}},
      {"the 1990s", {"year 1990"}},
      {"the mid-1990s", {"year 1990"}},
      {"from 2020-2023", {"year 2020", "year 2023"}},
      {"2020~2023년", {"year 2020", "year 2023"}},
      {"2019년과 2021년", {"year 2019", "year 2021"}},
      {"2024 elections, 1만1천명", {"year 2024", "11000"}},
  });
}

// Digits of a year that something is joined to, and years of two digits.
TEST(Quantities, ReadsYearsJoinedToSomething) {
  check({
      {"the FY2023 budget, CY2022", {"year 2023", "year 2022"}},
      {"3Q2021 and 1H2020", {"year 2021", "year 2020"}},
      {"2022Q3 sales, 2025E, 2019H1", {"year 2022", "year 2025", "year 2019"}},
      {"CES2024에서", {"year 2024"}},
      {"2023사업연도와 2024회계연도, 2024대회", {"year 2023", "year 2024", "year 2024"}},
      {"2021/2022 season", {"year 2021", "year 2022"}},
      {"in 2021–22 it rose", {"year 2021", "year 2022"}},
      {"2021-22시즌", {"year 2021", "year 2022"}},
      {"1998~99년", {"year 1998", "year 1999"}},
      {"1999-00", {"year 1999", "year 2000"}},
      {"FY2010/11 and the 2011/12 season", {"year 2010", "year 2011", "year 2011", "year 2012"}},
      {"FY2012 - FY2016이다", {"year 2012", "year 2016"}},
      {"2024-06 and 2011-12 and 2024/06", {"year 2024", "year 2011", "year 2024"}},
      {"2024회, 2024개", {"2024", "2024"}},
      {"S400, S2000, KB2024-1234, x2024y, 1990-25", {"year 1990"}},
  });
}

TEST(Quantities, LeavesOtherNumbersAlone) {
  for (const char* text : {
           "the S-400 system",
           "the S400 and S 40",
           "KN-23과 KN-25",
           "러시아제 Su-57",
           "40N6 missiles",
           "call 010-1234-5678",
           "call 555-1234",
           "version 3.1.2",
           "v2.40.100",
           "at 10:30",
           "on 9/11",
           "on 06/27/24",
           "agent 007",
           "헌법 제121조",
           "issue #500",
           "수십억 달러",
           "수백만 명",
           "몇 천 명",
           "the 38th parallel",
           "the 100th day",
           "room 12",
           "6월 27일 10시",
           "3 won the race",
           "20 pounds",
           "5G and 3D",
           "the 737-800",
           "the 737MAX",
           "go-public-web-eng-2877220144866105163-0-0",
           "https://example.org/2024/500000",
           "www.example.org/11,000",
           "20 위안부",
           "3 원칙",
           "1234567890123",
           "a million thanks",
           "percent",
           "million",
           "억 달러",
           "$",
           "",
       }) {
    std::vector<std::string> quantities;
    for (const Quantity& q : found(text)) quantities.push_back(shown(q));
    EXPECT_THAT(quantities, IsEmpty()) << text;
  }
}

TEST(Quantities, CoverTheWholeExpression) {
  const std::pair<const char*, const char*> cases[] = {
      {"worth US$240.1 billion in all", "US$240.1 billion"},
      {"worth 240.1bn dollars.", "240.1bn dollars"},
      {"모두 2,401억 달러였다", "2,401억 달러"},
      {"모두 ２，４０１억 달러였다", "２，４０１억 달러"},
      {"약 1만 1천명의 병력", "1만 1천명"},
      {"rose 26.3 per cent,", "26.3 per cent"},
      {"twenty-five million people", "twenty-five million"},
      {"since 1989년에", "1989년"},
  };
  for (const auto& [text, wanted] : cases) {
    const std::vector<Quantity> quantities = found(text);
    ASSERT_EQ(quantities.size(), 1U) << text;
    EXPECT_EQ(slice(text, quantities[0].range), wanted);
  }
}

TEST(Quantities, LeaveSkippedRangesOut) {
  const std::string text = "rose 5% (source: 7%) to 9%";
  const std::vector<Quantity> quantities = found(text, {{8, 20}});
  ASSERT_EQ(quantities.size(), 2U);
  EXPECT_EQ(shown(quantities[0]), "5 %");
  EXPECT_EQ(shown(quantities[1]), "9 %");
}

TEST(Quantities, SurviveHugeNumbers) {
  for (const std::string& text :
       {std::string(5000, '9'), std::string("1") + std::string(300, '0') + "조 원",
        std::string("999,999,999,999,999 million trillion dollars"),
        std::string("999999999999999999조 9999조"), std::string("0.0000000000000000000001%")}) {
    for (const Quantity& q : found(text)) EXPECT_LE(q.value.to_string().size(), 24U) << text;
  }
}

TEST(WholeQuantity, ReadsSmallAndShortOnesToo) {
  const std::pair<const char*, const char*> cases[] = {
      {"5m", "5000000"},
      {"300k", "300000"},
      {"20", "20"},
      {"200bn", "200000000000"},
      {"$200bn", "200000000000 USD"},
      {"300bnUSD", "300000000000 USD"},
      {"300usd", "300 USD"},
      {"usd300", "300 USD"},
      {"2000억", "200000000000"},
      {"2천억원", "200000000000 KRW"},
      {"2천억 원", "200000000000 KRW"},
      {"20%", "20 %"},
      {"20퍼센트", "20 %"},
      {"1989년", "year 1989"},
      {"0.5", "0.5"},
      {"11,000", "11000"},
      {"1만1천", "11000"},
      {"5t", "5000000000000"},
  };
  for (const auto& [text, wanted] : cases) {
    const auto quantity = parse_quantity(text);
    ASSERT_TRUE(quantity) << text;
    EXPECT_EQ(shown(*quantity), wanted) << text;
  }
  for (const char* text : {"", "bn", "x5", "5x", "5 apples", "5..6", "20-30", "-5", "007", "$"}) {
    EXPECT_FALSE(parse_quantity(text)) << text;
  }
}

}  // namespace
}  // namespace ibid
