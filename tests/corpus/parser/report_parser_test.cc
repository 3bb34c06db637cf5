// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/parser/report_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/report_checks.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// "locator.ordinal kind text" of each passage.
std::vector<std::string> passages_of(const std::string& text) {
  const Report report = testing::parse(text);
  testing::check_invariants(report, text);
  std::vector<std::string> shown;
  for (const Passage& passage : report.passages) {
    shown.push_back(passage.id.substr(2) + " " + to_string(passage.kind) + " " + passage.text);
  }
  return shown;
}

std::vector<std::string> sections_of(const std::string& text) {
  std::vector<std::string> shown;
  const Report report = testing::parse(text);
  for (const Section& section : report.sections) {
    shown.push_back(section.locator + " " + section.title + " " + std::to_string(section.parent));
  }
  return shown;
}

struct Parsed {
  std::string text;
  std::vector<std::string> passages;
};

void check(const std::vector<Parsed>& table) {
  for (const Parsed& row : table) {
    EXPECT_THAT(passages_of(row.text), ElementsAreArray(row.passages)) << row.text;
  }
}

TEST(ReportParser, PutsPassagesInTheirSections) {
  check({
      {"1. Summary\n\n• In the section.\n\n• 1-1. Sub\n\n• In the subsection.\n\n• Second.\n",
       {"1.1 summary In the section.", "1-1.1 summary In the subsection.",
        "1-1.2 summary Second."}},
      {"1. 요약\n\n• 본문이다.\n\n2. 러시아\n\n• 2-1. 조약\n• 하나.\n• 둘.\n",
       {"1.1 summary 본문이다.", "2-1.1 body 하나.", "2-1.2 body 둘."}},
      {"1. Russia 러시아\n\nA paragraph 문단.\n\n- a bullet\n",
       {"1.1 body A paragraph 문단.", "1.2 body a bullet"}},
      {"2. Arms\n\n2.1 Counting\n\n2.1.1 The Count\n\n- Text.\n", {"2-1-1.1 body Text."}},
      {"Conclusion\n\nText.\n\n용어집\n\n글.\n", {"h1.1 conclusion Text.", "h2.1 glossary 글."}},
      {"# Title\n\n## Background\n\nText.\n\n### 세부\n\n글.\n",
       {"h1.1 body Text.", "h2.1 body 글."}},
  });
}

TEST(ReportParser, JoinsWrappedBulletsByOneSpace) {
  check({
      {"1. A\n\n  • Russia\n    signed  it.\n  • China\n",
       {"1.1 body Russia signed  it.", "1.2 body China"}},
      {"1. 가\n\n- 러시아가\n  서명했\n  다.\n", {"1.1 body 러시아가 서명했 다."}},
      {"1. A\r\n\r\n* Russia\r\n  러시아\r\n", {"1.1 body Russia 러시아"}},
  });
}

TEST(ReportParser, GivesNestedBulletsTheirOwnPassages) {
  check({{"1. A\n\n• Outer\n  - inner\n    - 가장 안쪽\n• Outer again\n",
          {"1.1 body Outer", "1.2 body inner", "1.3 body 가장 안쪽", "1.4 body Outer again"}}});
}

TEST(ReportParser, ReadsDocumentsWithoutForm) {
  check({
      {"Title\n\nOne.\n\nTwo\nwrapped.\n", {"0.1 body One.", "0.2 body Two wrapped."}},
      {"제목\n\n하나.\n\n• 둘\n", {"0.1 body 하나.", "0.2 body 둘"}},
      {"It was -5 degrees.\n\n---\n\n-5도였다.\n",
       {"0.1 body It was -5 degrees.", "0.2 body -5도였다."}},
      {"\n \n", {}},
  });
}

TEST(ReportParser, KeepsContentsOutOfTheText) {
  const std::string text =
      "T\n\n2024-06-27\n\nTABLE OF CONTENTS\n\n  1. Summary ..... 1\n  2. Arms ..... 2\n\n"
      "1. Summary\n\n• Text.\n\n2. Arms\n\n• More.\n";
  check({{text, {"1.1 summary Text.", "2.1 body More."}}});
  const Report report = testing::parse(text);
  ASSERT_EQ(report.contents.size(), 2U);
  EXPECT_EQ(report.contents[1].title, "Arms");
  EXPECT_EQ(testing::slice_of(text, report.contents[1].bytes), "2. Arms ..... 2");
  EXPECT_EQ(report.sections.size(), 2U);
  EXPECT_THAT(report.notes, IsEmpty());
}

TEST(ReportParser, NotesContentsWithoutSection) {
  const Report report = testing::parse("목차\n1. 요약\n2. 없음\n\n1. 요약\n\n• 글.\n");
  ASSERT_EQ(report.notes.size(), 1U);
  EXPECT_THAT(report.notes[0], HasSubstr("section 2 \"없음\""));
}

TEST(ReportParser, NestsSectionsByNumber) {
  EXPECT_THAT(sections_of("7. A\n\n• 7-2. B\n\n• T.\n\n• 7-2-1. 다\n\n8. D\n\n8.1 E\n"),
              ElementsAre("7 A -1", "7-2 B 0", "7-2-1 다 1", "8 D -1", "8-1 E 3"));
}

TEST(ReportParser, TellsSectionsOfOneNumberApart) {
  const Report report = testing::parse("1. A\n\n• T.\n\n1. 나\n\n• U.\n");
  ASSERT_EQ(report.passages.size(), 2U);
  EXPECT_EQ(report.passages[1].id, "r#1~2.1");
  EXPECT_THAT(report.notes, ElementsAre("the section number 1 is used more than once"));
}

TEST(ReportParser, KnowsHeadingsGluedToTheirText) {
  check({
      {"1. A\n• Text.\nConclusion\n• End.\n", {"1.1 body Text.", "h1.1 conclusion End."}},
      {"1. A\n글이다.\n2. B\n글.\n", {"1.1 body 글이다.", "2.1 body 글."}},
      {"Summary\nText right below.\n", {"h1.1 summary Text right below."}},
  });
}

TEST(ReportParser, KeepsCitationsInTheirSentence) {
  const std::string a = "go-public-web-eng-1-0-0";
  const std::string b = "go-public-web-kor-2-0-0";
  const std::string text = "1. A\n\n• One (source: " + a + "). Two. [출처: " + b +
                           "; go-public-x] Three (출처: 통신).\n";
  const Report report = testing::parse(text);
  testing::check_invariants(report, text);
  ASSERT_EQ(report.passages.size(), 1U);
  const auto& citations = report.passages[0].citations;
  ASSERT_EQ(citations.size(), 4U);
  EXPECT_EQ(citations[0].sentence, 1U);
  EXPECT_EQ(citations[1].sentence, 2U);
  EXPECT_EQ(citations[2].sentence, 2U);
  EXPECT_EQ(citations[2].form, Citation::Form::kMalformed);
  EXPECT_EQ(citations[3].sentence, 3U);
  EXPECT_EQ(testing::slice_of(text, citations[1].bytes), b);
  ASSERT_EQ(report.notes.size(), 1U);
  EXPECT_THAT(report.notes[0], HasSubstr("\"go-public-x\" at offset"));
}

TEST(ReportParser, ReadsSourceLists) {
  const std::string text =
      "9. Source Documents\n\n"
      "• Trade - Ledger (go-public-web-eng-1-0-0)\n"
      "• 교역액 - 한결경제\n"
      "https://example.kr/t\n\n"
      "• go-public-web-eng-3-0-0: Third\n\n"
      "https://example.org/third\n";
  const Report report = testing::parse(text);
  testing::check_invariants(report, text);
  ASSERT_EQ(report.passages.size(), 3U);
  ASSERT_EQ(report.listed_sources.size(), 3U);
  EXPECT_EQ(report.passages[1].text, "교역액 - 한결경제 https://example.kr/t");
  EXPECT_EQ(report.listed_sources[1].url, "https://example.kr/t");
  EXPECT_EQ(report.listed_sources[1].publisher, "한결경제");
  EXPECT_EQ(report.listed_sources[2].url, "https://example.org/third");
  EXPECT_EQ(report.listed_sources[2].sequence, 2U);
  for (const Passage& passage : report.passages) {
    EXPECT_EQ(passage.kind, PassageKind::kSource);
    EXPECT_THAT(passage.citations, IsEmpty());
  }
}

TEST(ReportParser, ReadsNumberedSourcesAsEntriesNotSections) {
  const Report report = testing::parse(
      "출처\n\n1. Title - Ledger (go-public-web-eng-1-0-0)\n2. 제목 https://example.kr/x\n");
  EXPECT_EQ(report.sections.size(), 1U);
  ASSERT_EQ(report.listed_sources.size(), 2U);
  EXPECT_EQ(report.listed_sources[0].title, "Title");
  EXPECT_EQ(report.listed_sources[1].title, "제목");
}

TEST(ReportParser, CutsWhatNoIndexCanHold) {
  std::string text = "1. A\n\n• ";
  while (text.size() < 100000) text += "Russia signed the pact. 중국은 기다렸다. ";
  const Report report = testing::parse(text);
  testing::check_invariants(report, text);
  EXPECT_GT(report.passages.size(), 6U);
  EXPECT_EQ(report.passages.back().ordinal, report.passages.size());
  EXPECT_THAT(report.notes, ElementsAre(HasSubstr("larger than 65536 bytes")));
}

TEST(ReportParser, TellsTheLanguageOfAReport) {
  const auto language = [](const std::string& text) { return testing::parse(text).language; };
  EXPECT_EQ(language("1. A\n\nEnglish text here.\n"), "en");
  EXPECT_EQ(language("1. 가\n\n한국어 글이다.\n"), "ko");
  // 30 bytes of Korean against 30 of English
  EXPECT_EQ(language("1. A\n\n가나다라마바사아자차\n\nabcdefghijklmnopqrstuvwxyzabcd\n"), "mul");
  // 3 against 30
  EXPECT_EQ(language("1. A\n\n가\n\nabcdefghijklmnopqrstuvwxyzabcd\n"), "en");
  EXPECT_EQ(language("1. A\n\n12 34\n"), "und");
  EXPECT_EQ(language(""), "und");
}

TEST(ReportParser, SurvivesHostileText) {
  for (const std::string text : {"•",
                                 "• •",
                                 "#",
                                 "# ",
                                 "1.",
                                 "1. ",
                                 "(source:",
                                 "[출처:",
                                 "목차",
                                 "목차\n1. 요약",
                                 "1. A\n1. A\n1. A",
                                 "\f\f",
                                 "\r",
                                 "-",
                                 "---",
                                 "Sources\n-",
                                 "[",
                                 "](",
                                 "출처\n[](https://)",
                                 "0. A\n\nb",
                                 "1. A [x]\n\nGlossary\n\n• 9. [",
                                 "．。.",
                                 "1. 가\n\n\u200B\n\n\uFEFF"}) {
    const Report report = testing::parse(text);
    testing::check_invariants(report, text);
  }
}

}  // namespace
}  // namespace ibid
