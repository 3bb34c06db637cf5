// SPDX-License-Identifier: GPL-2.0-or-later
//
// Quantities in queries: found and shown however they are written; ranges are compared with a plain
// loop over the known quantities of the texts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "indexer/schema.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using testing::highlighted;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::TextIndex;

const std::vector<std::string> kTexts = {
    /* 0 */ "Trade reached $240.1 billion in 2023.",
    /* 1 */ "양국 교역액은 2,401억 달러였다.",
    /* 2 */ "Their commerce came to 240.1bn dollars, up 26.3 percent.",
    /* 3 */ "수출은 26.3퍼센트 늘었다.",
    /* 4 */ "병력 1만 1천명이 파견됐다.",
    /* 5 */ "Some 11,000 troops were sent in 1992.",
    /* 6 */ "예산은 2,401억 원이다.",
    /* 7 */ "A toll of 300 billion won, 12% less.",
    /* 8 */ "The S-400 was shown on 2024-06-27.",
    /* 9 */ "No figure stands here.",
    /* 10 */ "It is worth 240.1 billion, they said.",
    /* 11 */ "A fee of $11,000 was paid (source: 99% sure, 1977).",
};

class FigureSearch : public ::testing::Test {
 protected:
  std::vector<std::string> shown(const std::string& query, int text) {
    return highlighted(index_.hit(query, text));
  }
  TextIndex index_{kTexts};
};

// Digits without commas, asked for as a number, are one at any length.
TEST(LongFigureSearch, FindsDigitsWithoutCommas) {
  TextIndex index({"주민은 7천만 명이다.", "Some 70 million people live there.", "번호 70000000."});
  EXPECT_THAT(index.found("+70000000"), ElementsAre(0, 1, 2));
  EXPECT_THAT(index.found("+70,000,000"), ElementsAre(0, 1, 2));
  EXPECT_THAT(index.found("+7000000"), IsEmpty());
}

// A single amount also means those that agree with it when one of them is rounded; the same one
// comes first. A range is exact.
TEST(RoundedAmountSearch, FindsAmountsThatAgreeWhenRounded) {
  TextIndex index({"It cost $5.43 billion to dig the canal.", "운하 건설에 54억 달러가 들었다.",
                   "A canal cost $5.5 billion.", "A canal of 5.4 million dollars.",
                   "Canal tolls were $5 billion.", "운하에 54억 2천만 원이 들었다."});
  EXPECT_THAT(index.found("amount:$5.4bn"), ElementsAre(0, 1));
  EXPECT_THAT(index.found("amount:$5.43bn"), ElementsAre(0, 1));
  EXPECT_THAT(index.found("amount:5.4bn"), ElementsAre(0, 1, 5));
  EXPECT_THAT(index.found("amount:$5bn"), ElementsAre(4));
  EXPECT_THAT(index.found("amount:$5.4bn..$5.4bn"), ElementsAre(1));
  EXPECT_THAT(index.found("amount:$5.4bn..$5.45bn"), ElementsAre(0, 1));
  const auto first = [&](const char* query) {
    return index.search(query).hits.front().passage.text;
  };
  EXPECT_EQ(first("amount:$5.4bn"), "운하 건설에 54억 달러가 들었다.");
  EXPECT_EQ(first("amount:$5.43bn"), "It cost $5.43 billion to dig the canal.");
}

TEST_F(FigureSearch, FindsAQuantityHoweverItIsWritten) {
  expect_found(index_, {
                           {"$240.1bn", {0, 1, 2, 10}},
                           {"+$240.1bn", {0, 1, 2, 10}},
                           {"+US$240.1bn", {0, 1, 2, 10}},
                           {"+240.1bnUSD", {0, 1, 2, 10}},
                           {"+2401억달러", {0, 1, 2, 10}},
                           {"+2401억원", {6, 10}},
                           {"+11000", {4, 5, 11}},
                           {"+11,000", {4, 5, 11}},
                           {"+1만1천", {4, 5, 11}},
                           {"+1만1천명", {4, 5, 11}},
                           {"+$11,000", {4, 5, 11}},
                           {"+26.3%", {2, 3}},
                           {"+26.3퍼센트", {2, 3}},
                           {"trade OR +26.3%", {0, 2, 3}},
                           {"-26.3% 수출 commerce", {}},
                       });
}

TEST_F(FigureSearch, PrefersTheSameQuantity) {
  const auto rank_of = [&](const std::string& query, int text) {
    return index_.hit(query, text).rank;
  };
  EXPECT_LT(rank_of("교역 $240.1 billion", 0), rank_of("교역 $240.1 billion", 10));
  EXPECT_LT(rank_of("240.1 billion dollars", 2), rank_of("240.1 billion dollars", 7));
  EXPECT_LT(rank_of("240.1 billion dollars", 1), rank_of("240.1 billion dollars", 7));
  EXPECT_LT(rank_of("$240.1bn", 1), rank_of("$240.1bn", 10));  // only the unit in common, no digits
  EXPECT_THAT(index_.found("1만 1천명"), ElementsAre(4, 5, 11));
}

TEST_F(FigureSearch, HighlightsTheQuantityInThePassage) {
  EXPECT_THAT(shown("$240.1 billion", 1), ElementsAre("2,401억 달러"));
  EXPECT_THAT(shown("2,401억 달러", 0), ElementsAre("$240.1 billion"));
  EXPECT_THAT(shown("2,401억 달러", 10), ElementsAre("240.1 billion"));
  EXPECT_THAT(shown("11,000", 4), ElementsAre("1만 1천명"));
  EXPECT_THAT(shown("1만1천명", 5), Contains("11,000"));
  EXPECT_THAT(shown("26.3%", 3), ElementsAre("26.3퍼센트"));
  EXPECT_THAT(shown("11,000", 11), Not(Contains("99%")));
}

TEST_F(FigureSearch, ExplainsTheQuantity) {
  SearchOptions options;
  options.explain = Explain::kYes;
  for (const Hit& hit : index_.search("$240.1bn", options).hits) {
    double sum = 0;
    std::vector<std::string> forms;
    for (const TermMatch& match : hit.matches) {
      sum += match.score;
      if (match.form == "figure") {
        EXPECT_EQ(match.query_word, "$240.1bn");
        EXPECT_EQ(match.term, "240100000000 USD");
      }
      forms.push_back(match.form);
    }
    EXPECT_THAT(forms, Contains("figure"));
    EXPECT_NEAR(sum, hit.score, 1e-9);
  }
}

TEST_F(FigureSearch, FiltersByRange) {
  expect_found(index_, {
                           {"amount:200bn..300bn", {0, 1, 2, 6, 7}},
                           {"amount:$200bn..$300bn", {0, 1, 2}},
                           {"amount:200bn..300bnUSD", {0, 1, 2}},
                           {"amount:2000억..3000억", {0, 1, 2, 6, 7}},
                           {"amount:2000억원..3000억", {6, 7}},
                           {"amount:\"2천억 원..2천5백억 원\"", {6}},
                           {"amount:240.1bn", {0, 1, 2, 6}},
                           {"amount:240.1bn..", {0, 1, 2, 6, 7}},
                           {"amount:240.2bn..", {7}},
                           {"amount:..20k", {11}},
                           {"amount:€1..", {}},
                           {"percent:20..30", {2, 3}},
                           {"percent:26.3", {2, 3}},
                           {"percent:26.3%", {2, 3}},
                           {"percent:..26.29", {7}},
                           {"percent:99", {}},  // it is in a citation mark
                           {"year:1992", {5}},
                           {"year:2020..2023", {0}},
                           {"year:2020..", {0, 8}},
                           {"year:..2023", {0, 5}},
                           {"year:1977", {}},
                           {"amount:200bn.. percent:26.3", {2}},
                           {"percent:12 percent:26.3", {2, 3, 7}},
                           {"percent:20..30 OR year:1992", {2, 3, 5}},
                           {"+trade amount:200bn..", {0}},
                           {"trade commerce -percent:0..", {0}},
                           {"-amount:0.. -percent:0.. -year:0..", {4, 9, 10}},
                           {"NOT amount:$1.. AND year:2020..", {8}},
                           {"toll OR (year:1900.. AND amount:1..)", {0, 7}},
                       });
}

TEST_F(FigureSearch, ScoresNothingForARange) {
  for (const Hit& hit : index_.search("amount:200bn..300bn").hits) EXPECT_EQ(hit.score, 0);
  const auto score = [&](const std::string& query) { return index_.hit(query, 0).score; };
  EXPECT_EQ(score("trade amount:200bn..300bn"), score("trade"));
}

// Random amounts in random notation; the filter must find exactly those that a loop finds.
TEST(FigureRanges, FindWhatALoopFinds) {
  std::mt19937 random(20240627);
  std::vector<std::vector<long>> amounts;  // millions of dollars
  std::vector<std::string> texts;
  for (int i = 0; i < 150; ++i) {
    std::string text = "Item " + std::string(1, static_cast<char>('a' + i % 26)) + " cost";
    amounts.emplace_back();
    for (std::size_t k = random() % 4; k > 0; --k) {
      const long millions = 1 + static_cast<long>(random() % 30000);
      amounts.back().push_back(millions);
      const std::string digits = std::to_string(millions);
      switch (random() % 4) {
        case 0:
          text += " $" + digits + " million,";
          break;
        case 1:
          text += " " + digits + "m dollars,";
          break;
        case 2:
          text += " " + digits + "백만 달러,";
          break;
        default:
          text += " " + std::to_string(millions / 100) + "억 " + std::to_string(millions % 100) +
                  "00만 달러,";
      }
    }
    texts.push_back(text + " all told.");
  }
  TextIndex index(texts);
  for (int i = 0; i < 40; ++i) {
    const long a = static_cast<long>(random() % 30000), b = a + static_cast<long>(random() % 5000);
    std::vector<int> wanted, wanted_of_a;
    for (std::size_t t = 0; t < texts.size(); ++t) {
      const bool any = std::any_of(amounts[t].begin(), amounts[t].end(),
                                   [&](long m) { return a <= m && m <= b; });
      if (any) wanted.push_back(static_cast<int>(t));
      if (any && t % 26 == 1) wanted_of_a.push_back(static_cast<int>(t));
    }
    const std::string range = "amount:" + std::to_string(a) + "m.." + std::to_string(b) + "m";
    EXPECT_EQ(index.found(range), wanted) << range;
    EXPECT_EQ(index.found("+b " + range), wanted_of_a) << range;
  }
}

TEST(FigureRanges, KeepTheFirstQuantitiesOfALongPassage) {
  std::string text = "Shares of";
  for (std::size_t i = 1; i <= schema::kMaxFigures + 1; ++i) text += " " + std::to_string(i) + "%,";
  TextIndex index({text + " and 1% again."});
  const std::string last = std::to_string(schema::kMaxFigures);
  EXPECT_THAT(index.found("percent:" + last), ElementsAre(0));
  EXPECT_THAT(index.found("percent:" + std::to_string(schema::kMaxFigures + 1)), IsEmpty());
}

}  // namespace
}  // namespace ibid
