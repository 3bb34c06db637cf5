// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/heads/labelled_head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/parser/explain_head.h"
#include "corpus/text/decode.h"
#include "tests/support/report_checks.h"

namespace ibid {
namespace {

struct Head {
  std::string text, title, date, publisher, author;
  std::size_t passages;
};

void check(const std::vector<Head>& table) {
  for (const Head& row : table) {
    const Report report = testing::parse(row.text, "stem");
    EXPECT_EQ(report.title, row.title) << row.text;
    EXPECT_EQ(report.date, row.date) << row.text;
    EXPECT_EQ(report.publisher, row.publisher) << row.text;
    EXPECT_EQ(report.author, row.author) << row.text;
    EXPECT_EQ(report.passages.size(), row.passages) << row.text;
    testing::check_invariants(report, row.text);
    for (const FieldOrigin& origin : report.origins) {
      EXPECT_FALSE(origin.rule.empty()) << row.text;
      EXPECT_FALSE(testing::slice_of(row.text, origin.bytes).empty()) << row.text;
    }
  }
}

TEST(LabelledHead, OfFrontMatter) {
  check({
      {"---\ntitle: Ports\nauthor: Port Desk\ndate: 2025-01-07\n---\n\n# Ports\n\nText.\n", "Ports",
       "2025-01-07", "", "Port Desk", 1},
      {"---\ntitle: \"항구: 2025\"\nauthors: [박서연, Mara Lind]\npublisher: 북해연구원\ndate: "
       "2025-01\n---\n"
       "글이다.\n",
       "항구: 2025", "2025-01", "북해연구원", "박서연, Mara Lind", 1},
      {"---\ntags: [a]\ndate: soon\n---\n\n# Ports 항구\n\nText.\n", "Ports 항구", "", "", "", 1},
      {"---\ntitle: Ports\n---\n\nThe first line\n\nText.\n", "Ports", "", "", "", 2},
  });
}

TEST(LabelledHead, OfLabels) {
  check({
      {"# 항구의 겨울\n\n작성일: 2025.01.07 | 작성자: 항만팀\n\n글이다.\n", "항구의 겨울",
       "2025-01-07", "", "항만팀", 1},
      {"Title: Ports in winter\nAuthor: Mara Lind\nPublisher: Port Press\nDate: January "
       "2025\n\nText.\n",
       "Ports in winter", "2025-01", "Port Press", "Mara Lind", 1},
      {"Ports 항구\n\nUpdated: 9 January 2025\nAuthor: Mara Lind\n\nText.\n", "Ports 항구",
       "2025-01-09", "", "Mara Lind", 1},
      {"Ports\n\n- **Date:** January 7, 2025\n- **Author:** Mara Lind\n\nText.\n", "Ports",
       "2025-01-07", "", "Mara Lind", 1},
      {"MEMORANDUM\n\nTO: The Board\nFROM: Mara Lind\nDATE: 7 January 2025\nRE: Ports in "
       "winter\n\nText.\n",
       "Ports in winter", "2025-01-07", "", "Mara Lind", 1},
      {"[← 목록으로](https://example.org/)\n\n# 항구의 겨울\n\n글 박서연 · 2025년 1월 "
       "7일\n\n글이다.\n",
       "항구의 겨울", "2025-01-07", "", "박서연", 1},
      {"항구의 겨울\n\n입력 2025.01.07 09:00 | 수정 2025.01.08 10:00\n경제부\n\n글이다.\n\n"
       "Copyright ⓒ 한결신문. 무단 전재 및 재배포 금지\n",
       "항구의 겨울", "2025-01-07", "한결신문", "경제부", 1},
  });
}

TEST(LabelledHead, OfPressReleases) {
  const std::string body = "\n\n□ 관세청은 부두를 넓힌다고 밝혔다.\n";
  check({
      {"보도자료\n보도시점  2025. 1. 8.(수) 12:00    배포  2025. 1. 7.(화)\n\n부두를 넓힌다\n- 배 "
       "1천 척 -" +
           body,
       "부두를 넓힌다", "2025-01-08", "관세청", "", 1},
      {"[보도자료]\n보도일시: 배포 즉시  배포일시: ’25. 1. 7.(화)\n담당부서: 항만과\n\n부두를 "
       "넓힌다" +
           body,
       "부두를 넓힌다", "2025-01-07", "관세청", "", 1},
      // A day without its year is not the day of distribution.
      {"보도자료\n보도시점  1. 8.(수) 조간    배포  2025. 1. 7.(화)\n\n부두를 넓힌다" + body,
       "부두를 넓힌다", "", "관세청", "", 1},
      {"해양수산부\n보도자료\n배포 2025. 1. 7.\n\n부두를 넓힌다\n\n□ 부두가 바쁘다.\n",
       "부두를 넓힌다", "2025-01-07", "해양수산부", "", 1},
      {"FOR IMMEDIATE RELEASE\nJanuary 7, 2025\n\nPort Opens New Pier\n\nOSLO. The port opened.\n",
       "Port Opens New Pier", "2025-01-07", "", "", 1},
      {"보도자료\n\n글이다. 2025년 1월 7일에 있었다.\n", "stem", "", "", "", 1},
  });
}

TEST(LabelledHead, OfMastheads) {
  check({
      {"POLICY BRIEF\nCenter for Port Studies\nJanuary 2025\n\nPorts in Winter\nBy the Pier "
       "Group\n\nText.\n",
       "Ports in Winter", "2025-01", "Center for Port Studies", "Pier Group", 1},
      {"PORT INSTITUTE\n\nISSUE BRIEF NO. 7 | January 2025\n\nPorts in Winter\n\nText.\n",
       "Ports in Winter", "2025-01", "PORT INSTITUTE", "", 1},
      {"PORT INSTITUTE\nJanuary 2025\n\nPORTS IN WINTER\n\nText follows.\n", "PORTS IN WINTER",
       "2025-01", "PORT INSTITUTE", "", 1},
      {"겨울 항구\n\n북해연구원 이슈브리프 제7호\n2025. 1. 7.\n\n글이다.\n", "겨울 항구",
       "2025-01-07", "북해연구원", "", 1},
      {"Ports in Winter\n\nMara Lind\nPort Institute\nWorking Paper, January 2025\n\nText.\n",
       "Ports in Winter", "2025-01", "Port Institute", "Mara Lind", 1},
      {"겨울 항구\n\n박서연\n(한빛대학교 해운학과)\n2025년 1월\n\n1. 서론\n\n글이다.\n",
       "겨울 항구", "2025-01", "한빛대학교 해운학과", "박서연", 1},
      {"Ports in Winter\n\nA field note by Mara Lind\n7 January 2025\n\nText.\n", "Ports in Winter",
       "2025-01-07", "", "Mara Lind", 1},
      {"Pier\n\nFrom Portpedia, the free encyclopedia\n\nA pier is long.\n\n"
       "This page was last edited on 7 January 2025, at 07:42.\n",
       "Pier", "2025-01-07", "Portpedia", "", 1},
  });
}

TEST(LabelledHead, LeavesDatesAndNamesOfTheTextAlone) {
  check({
      {"What changed after June 19, 2024\n\nThe pact was signed on June 19, 2024 in\nOslo.\n",
       "What changed after June 19, 2024", "", "", "", 1},
      {"Title\n\nThe pact was signed on June 19, 2024 in\nOslo by Mara Lind.\n", "Title", "", "",
       "", 1},
      {"2024년 6월 19일 조약 읽기\n\n글이다.\n", "2024년 6월 19일 조약 읽기", "", "", "", 1},
      {"Title\n\nJune 3, 2024\n\nA subtitle that is no name\n\nText.\n", "Title", "2024-06-03", "",
       "", 2},
      {"연표\n\n2024. 1. 1.\n\n사건 하나\n\n2024. 2. 1.\n\n사건 둘\n\n2024. 3. 1.\n\n글이다.\n",
       "연표", "", "", "", 6},
  });
}

TEST(LabelledHead, SaysWhereItsValuesAre) {
  const std::string text = "# Ports 항구\n\n작성일: 2025.01.07 | 작성자: 항만팀\n\n글이다.\n";
  const Report report = testing::parse(text);
  ASSERT_EQ(report.origins.size(), 3U);
  EXPECT_EQ(report.origins[0].field, "date");
  EXPECT_EQ(report.origins[0].rule, "label \"작성일\"");
  EXPECT_EQ(testing::slice_of(text, report.origins[0].bytes),
            "작성일: 2025.01.07 | 작성자: 항만팀");
  EXPECT_EQ(report.origins[2].field, "title");
  EXPECT_EQ(testing::slice_of(text, report.origins[2].bytes), "Ports 항구");
  ASSERT_EQ(report.furniture.size(), 1U);
}

TEST(ExplainHead, AlsoTellsOfTheFirstForm) {
  const std::string text = "Title\n\nDAILY REPORT June 27, 2024\nLedger\n\n1. A\n\n• Text.\n";
  const Report report = testing::parse(text);
  EXPECT_THAT(report.origins, ::testing::IsEmpty());
  EXPECT_THAT(report.furniture, ::testing::IsEmpty());
  std::vector<std::string> told;
  for (const FieldOrigin& origin : explain_head(decode(text), "stem")) {
    told.push_back(origin.field + ": " + origin.rule + ": " +
                   std::string(testing::slice_of(text, origin.bytes)));
  }
  EXPECT_THAT(told, ::testing::ElementsAre("date: line with a date: DAILY REPORT June 27, 2024",
                                           "title: line above the date: Title",
                                           "publisher: line below the date: Ledger"));
  EXPECT_THAT(explain_head(decode("Text."), "a-2024-06-27").size(), 2U);
}

}  // namespace
}  // namespace ibid
