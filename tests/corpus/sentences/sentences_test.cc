// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/sentences/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> sentences;
  for (const ByteRange& range : split_sentences(text, find_citation_marks(text))) {
    sentences.push_back(text.substr(range.begin, range.size()));
  }
  return sentences;
}

// Each row is the sentences of one text; the text is the sentences joined by a space.
void expect_split(const std::vector<std::vector<std::string>>& table) {
  for (const auto& row : table) {
    std::string text;
    for (const std::string& sentence : row) text += (text.empty() ? "" : " ") + sentence;
    EXPECT_THAT(split(text), ElementsAreArray(row)) << text;
  }
}

TEST(Sentences, EndAtFullStopsInBothLanguages) {
  expect_split({
      {"Russia signed.", "China waited?", "Japan protested!"},
      {"러시아가 서명했다.", "중국은 기다렸습니다.", "일본은요?", "항의했어요."},
      {"KOSPI는 3.15% 떨어졌다.", "“Sell the chips,” a broker said.", "이유는 하나다."},
      {"No stop at the end"},
      {"문장 끝에 마침표가 없음"},
      {"「협정」이다。", "Next one."},
  });
}

TEST(Sentences, KeepFiguresAndNamesWhole) {
  expect_split({
      {"Trade rose 26.3 percent to $240.1 billion.", "It fell later."},
      {"They tested the Su-57.", "Russia sold it."},
      {"Su-57.", "러시아는 팔았다."},
      {"교역액은 2,401.5억 달러였다.", "작년보다 3.2% 많다."},
      {"He left in 2023.", "Eleven people stayed."},
  });
}

TEST(Sentences, KeepAbbreviationsWhole) {
  expect_split({
      {"It challenges U.N. Security Council resolutions.", "More follows."},
      {"The U.S. Congress met U.K. Prime Minister Starmer.", "They talked."},
      {"Gen. Park met Sen. Kim and Mr. Lee.", "Gov. Smith and Lt. Col. Jones left."},
      {"No. 5 was late.", "Vol. 2 came."},
      {"He lives in Washington D.C. Monday he left."},
      {"They criticised the U.S.", "The talks went on."},
      {"Trading ends at 3:30 p.m. Seoul time.", "Then it stops."},
      {"Joined by NASA.", "Later by BRICS.", "Then by the USA.", "Done."},
      {"The answer was No.", "Then he left."},
      {"J. Smith wrote it.", "K. Lee read it."},
      {"Experts, e.g. Kim, agree.", "Others do not."},
      {"북한은 U.N. 안보리 결의를 어겼다.", "U.S. 국무부가 밝혔다."},
  });
}

TEST(Sentences, KeepDottedKoreanDatesWhole) {
  expect_split({
      {"양국은 2024. 6. 27. 서명했다.", "발효는 2025. 1. 1.부터다."},
      {"2024.6.27. 서명했다.", "끝이다."},
      {"회담은 2024. 6. 에 열렸다.", "끝."},
      {"It was dated 2024. 6. 27.", "The next came later."},
  });
}

TEST(Sentences, KeepQuotedKoreanSpeechWhole) {
  expect_split({
      {"그는 \"간다.\"라고 말했다.", "그리고 갔다."},
      {"그는 “끝났다.” 라고 말했다.", "사실이었다."},
      {"\"We go.\"", "They went."},
  });
}

TEST(Sentences, KeepEnumerationNumbersWithTheirText) {
  expect_split({{"1. 러시아가 서명했다.", "2. 중국은 기다렸다."}, {"1. Russia signed.", "Done."}});
}

TEST(Sentences, TakeTheCitationMarkAfterTheirStop) {
  const std::string a = "(source: go-public-web-eng-1-0-0)";
  const std::string b = "[출처: go-public-web-kor-2-0-0; go-public-web-kor-3-0-0]";
  expect_split({
      {"Russia signed. " + a, "China waited."},
      {"Russia signed." + a, "China waited."},
      {"Russia signed. " + a + " " + b, "China waited."},
      {"Russia signed. " + a + ".", "China waited."},
      {"Russia signed " + a + ".", "China waited " + b + "."},
      {"러시아가 서명했다. " + b, "중국은 기다렸다(출처: 연합뉴스)."},
      {"서명했다. (출처: 연합뉴스)"},
      {a + " Russia signed.", "China waited."},
      {"It met the U.S. (source: Dept. of State. Washington) envoy.", "Next."},
      {"Russia signed. go-public-web-eng-1-0-0"},
      {"Russia signed.", "go-public-web-eng-1-0-0 says so."},
  });
}

TEST(Sentences, GoOnAfterADash) {
  expect_split({
      {"He asked why! -- it had left.", "Nobody knew."},
      {"“Why now?” – a question for later.", "더 묻지 않았다."},
      {"그는 물었다.", "- 다음 항목이다."},
  });
}

TEST(Sentences, OfBlankTextAreNone) {
  EXPECT_THAT(split(""), IsEmpty());
  EXPECT_THAT(split(" \t\u3000"), IsEmpty());
  EXPECT_THAT(split("..."), ElementsAre("..."));
}

// Found by fuzzing: ICU ends a sentence at each paragraph separator.
TEST(Sentences, AreNeverBlank) {
  EXPECT_THAT(split("\u2DFF\u2029\u2029끝났다."), ElementsAre("\u2DFF", "끝났다."));
  EXPECT_THAT(split("One.\u2029\u2029\u2029Two.\u2028\u2028"), ElementsAre("One.", "Two."));
}

TEST(Sentences, CoverAllButWhiteSpace) {
  for (const std::string text :
       {"  a. B.  ", ".", "(source: x)", "1.", "!!! ??? ...", "\"”) .", "한.국.어."}) {
    std::string joined;
    for (const std::string& sentence : split(text)) joined += sentence;
    std::string expected;
    std::string got;
    for (const char c : text) expected += c == ' ' ? "" : std::string(1, c);
    for (const char c : joined) got += c == ' ' ? "" : std::string(1, c);
    EXPECT_EQ(got, expected) << text;
  }
}

}  // namespace
}  // namespace ibid
