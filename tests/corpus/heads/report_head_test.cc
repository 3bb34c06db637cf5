// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/support/report_checks.h"

namespace ibid {
namespace {

struct Head {
  std::string text, title, date, publisher;
  std::size_t passages;
};

void check(const std::vector<Head>& table) {
  for (const Head& row : table) {
    const Report report = testing::parse(row.text, "stem");
    EXPECT_EQ(report.title, row.title) << row.text;
    EXPECT_EQ(report.date, row.date) << row.text;
    EXPECT_EQ(report.publisher, row.publisher) << row.text;
    EXPECT_EQ(report.passages.size(), row.passages) << row.text;
    testing::check_invariants(report, row.text);
  }
}

TEST(ReportHead, OfReportsWithForm) {
  const std::string body = "\n\n1. Summary\n\n• Text.\n";
  check({
      {"Your browser does not support JavaScript!\n\nTitle\n\nGOOVER DAILY REPORT June 27, 2024\n"
       "goover\n\nTABLE OF CONTENTS\n\n1. Summary" +
           body,
       "Title", "2024-06-27", "goover", 1},
      {"제목\n\nGOOVER DAILY REPORT 2024년 6월 27일\ngoover\n목차\n1. 요약\n\n1. 요약\n\n• 본문.",
       "제목", "2024-06-27", "goover", 1},
      {"본문 바로가기\n제목과 Title\n2024년 7월 16일" + body, "제목과 Title", "2024-07-16", "", 1},
      {"Title\n\n공유하기\n\nJune 27, 2024\n\nShare" + body, "Title", "2024-06-27", "", 1},
      {"Old title\n\nNew title\n\n2024-06-27" + body, "New title", "2024-06-27", "", 1},
      {"# Title\n\n2024. 6. 27.\n\ngoover\n\n## 1. Summary\n\nText.", "Title", "2024-06-27",
       "goover", 1},
      {"Title\n\ngoover" + body, "Title", "", "", 1},
      {"June 27, 2024\n\nTitle" + body, "Title", "2024-06-27", "", 1},
      {"Weekly briefing, June 27, 2024\n\ngoover" + body, "Weekly briefing, June 27, 2024",
       "2024-06-27", "goover", 1},
      {"1. Summary\n\n• Text.", "stem", "", "", 1},
      {"TABLE OF CONTENTS\n1. Summary" + body, "stem", "", "", 1},
  });
}

TEST(ReportHead, OfDocumentsWithoutForm) {
  check({
      {"A title\n\nA paragraph.\n\nAnother.", "A title", "", "", 2},
      {"제목\n\n문단이다.\n\n또 하나.", "제목", "", "", 2},
      {"# 제목\n\nA paragraph 문단.", "제목", "", "", 1},
      {"A title\n• one\n• two", "A title", "", "", 2},
      {"A sentence.\n\nAnother.", "stem", "", "", 2},
      {"A wrapped\nparagraph\n\nAnother", "stem", "", "", 2},
      {"• one\n• two", "stem", "", "", 2},
      {"One line only", "stem", "", "", 1},
      {"", "stem", "", "", 0},
      {"Title\n\nOn June 27, 2024, Russia signed.\n\nMore.", "Title", "", "", 2},
      {"Title\n\nJune 27, 2024\n\nReuters\n\nRussia signed.\n\nMore.", "Title", "2024-06-27",
       "Reuters", 2},
      {"Your browser does not support JavaScript!\n\nTitle\n\nText.", "Title", "", "", 1},
  });
}

struct HeadWithUrl {
  std::string text, title, publisher, url;
  std::size_t passages;
};

TEST(ReportHead, ReadsTheAddressOfTheReport) {
  const std::string body = "\n\n1. Summary\n\n• Text.\n";
  const std::string url = "https://reports.example.org/a/b?c=1#d";
  const std::vector<HeadWithUrl> table = {
      {"Title\n\nJune 27, 2024\ngoover\nURL: " + url + body, "Title", "goover", url, 1},
      {"Title\n\nURL: " + url + "\n\nJune 27, 2024\ngoover" + body, "Title", "goover", url, 1},
      {"URL: " + url + "\nTitle\nJune 27, 2024" + body, "Title", "", url, 1},
      {"제목\n\n2024년 6월 27일\n원문: " + url + "\n한결신문" + body, "제목", "한결신문", url, 1},
      {"제목과 Title\n\n2024년 6월 27일\ngoover\n\n**Source URL:** <" + url + ">\n\n목차\n1. 요약" +
           body,
       "제목과 Title", "goover", url, 1},
      {"Title\n\nJune 27, 2024\n\nlink: [here](" + url + ")" + body, "Title", "", url, 1},
      // The first of two; the other is not text either if the head ends at a heading.
      {"Title\n\nJune 27, 2024\n\nURL: " + url + "\nURL: http://b.example/" + body, "Title", "",
       url, 1},
      // Documents without form.
      {"Title\n\nURL: " + url + "\n\nA paragraph.\n\nAnother.", "Title", "", url, 2},
      {"Title\nURL: " + url + "\n\nA paragraph.\n\nAnother.", "Title", "", url, 2},
      // In the text, not in the head.
      {"Title\n\nA paragraph.\n\nURL: " + url + "\n\nAnother.", "Title", "", "", 3},
      {"Title\n\nJune 27, 2024" + body + "\n• URL: " + url + "\n", "Title", "", "", 2},
      // Not labels, or not addresses of the web.
      {"Title\n\nJune 27, 2024\n\n" + url + body, "Title", "", "", 1},
      {"Title\n\nJune 27, 2024\n\nContact: " + url + body, "Title", "", "", 1},
      {"Title\n\nJune 27, 2024\n\nURL: ftp://a.example/b" + body, "Title", "", "", 1},
      {"Title\n\nJune 27, 2024\n\nURL: https://a b" + body, "Title", "", "", 1},
      {"Title\n\nJune 27, 2024\n\nURL: https:///b" + body, "Title", "", "", 1},
      {"Title\n\nJune 27, 2024\n\nURL:" + body, "Title", "", "", 1},
  };
  for (const HeadWithUrl& row : table) {
    const Report report = testing::parse(row.text);
    EXPECT_EQ(report.url, row.url) << row.text;
    EXPECT_EQ(report.title, row.title) << row.text;
    if (!row.url.empty()) {
      EXPECT_EQ(report.publisher, row.publisher) << row.text;
    }
    EXPECT_EQ(report.passages.size(), row.passages) << row.text;
    testing::check_invariants(report, row.text);
  }
}

TEST(ReportHead, TakesTheDateFromTheFileNameLast) {
  EXPECT_EQ(testing::parse("Title\n\nText.", "a-2024-06-27").date, "2024-06-27");
  EXPECT_EQ(testing::parse("제목\n\n글.", "a20240627").date, "2024-06-27");
  EXPECT_EQ(testing::parse("T\n\n2024-01-02\n\nText.", "a-2024-06-27").date, "2024-01-02");
}

TEST(ReportHead, KeepsProseAsPassages) {
  std::string prose;
  while (prose.size() < 250) prose += "This abstract says something worth finding. ";
  const Report report =
      testing::parse("Title\n\n2024-06-27\n\n" + prose +
                     "\n\nTABLE OF CONTENTS\n1. Summary\n\n1. Summary\n\n• Text.");
  ASSERT_EQ(report.passages.size(), 2U);
  EXPECT_EQ(report.passages[0].id, "r#0.1");
  EXPECT_EQ(report.passages[0].section, -1);
  EXPECT_EQ(report.passages[1].id, "r#1.1");
}

TEST(ReportHead, LosesNoTextOfADocumentNumberedOnlyFurtherDown) {
  const Report report =
      testing::parse("Title\n\nShort text.\n\n• A bullet\n\n1. Findings\n\n• More.");
  ASSERT_EQ(report.passages.size(), 3U);
  EXPECT_EQ(report.passages[0].text, "Short text.");
  EXPECT_EQ(report.passages[1].text, "A bullet");
}

}  // namespace
}  // namespace ibid
