// SPDX-License-Identifier: GPL-2.0-or-later
//
// Markdown files as reports: their sections and passages, beside the same bytes as plain text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/files/reader.h"
#include "corpus/text/unmarked_text.h"
#include "tests/support/report_checks.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

Report read_md(const std::string& text) {
  Report report = read_report("/x/report.md", text, "r");
  testing::check_invariants(report, text);
  return report;
}

std::vector<std::string> sections_of(const Report& report) {
  std::vector<std::string> titles;
  for (const Section& section : report.sections) {
    titles.push_back(section.number.empty() ? section.title : section.number + " " + section.title);
  }
  return titles;
}

// Section locator and what a reader sees.
std::vector<std::string> passages_of(const Report& report) {
  std::vector<std::string> passages;
  for (const Passage& passage : report.passages) {
    const std::string id = passage.id.substr(2, passage.id.rfind('.') - 2);
    passages.push_back(id + " " + UnmarkedText(passage.text, passage.markup).text());
  }
  return passages;
}

TEST(MarkdownReport, HasTitlesWithoutSigns) {
  const std::pair<std::string, std::string> cases[] = {
      {"## The **Harbour** `plan`", "The Harbour plan"},
      {"## [Trade](https://a.example) &amp; *oil*", "Trade & oil"},
      {"## 1\\. Summary", "1 Summary"},
      {"## **2-1. 러시아**", "2-1 러시아"},
      {"*무역* 전망\n---", "무역 전망"},
      {"## Chips \\[draft\\] ##", "Chips [draft]"},
      {"## <a id=\"x\"></a>값", "값"},
      {"Two *lines*\nof title\n===", "Two lines of title"},
  };
  for (const auto& [text, title] : cases) {
    const Report report = read_md("# Title\n\n" + text + "\n\nText stands here.\n");
    EXPECT_EQ(report.title, "Title") << text;
    EXPECT_THAT(sections_of(report), ElementsAre(title));
    EXPECT_EQ(report.passages.size(), 1U) << text;
  }
  EXPECT_EQ(read_md("# *Korea's* Elderly\n\nText.\n\n## A\n\nMore.\n").title, "Korea's Elderly");
}

TEST(MarkdownReport, HasNoHeadingWhereOneIsNotMeant) {
  for (const char* text :
       {"```\n# code\n1. Code\n```", "> # Quoted", "A sentence above a rule.\n---",
        "2024-09-05\n---", "Several lines\nabove a rule\n---", "1. Oil\n2. Gas", "<h2>HTML</h2>",
        "`# code`"}) {
    const Report report = read_md("# T\n\n## A\n\n" + std::string(text) + "\n\n## 나\n\n끝이다.\n");
    EXPECT_THAT(sections_of(report), ElementsAre("A", "나")) << text;
    EXPECT_GE(report.passages.size(), 2U) << text;
  }
}

TEST(MarkdownReport, HasAPassageForEachBlock) {
  const Report report = read_md(
      "# T\n\n## 표\n\n> 그는 *말했다*.\n> 갔다.\n\n| 해 | Value |\n|--|--|\n| 2023 | **3** |\n"
      "자료: 통계청\n\n1. Oil\n   and gas\n2. 가스\n   - nested\n\n```c\nint a;\n```\n"
      "[^a]: Energy Agency.\n[^b]: 통계청.\n[1]: https://a.example \"t\"\n"
      "\n![그림](a.png)\n\n<div>\n<b>굵은</b> words\n</div>\n<!-- gone -->\n");
  EXPECT_THAT(passages_of(report),
              ElementsAre("h1 그는 말했다. 갔다.", "h1 해   Value", "h1 2023   3",
                          "h1 자료: 통계청", "h1 1. Oil and gas", "h1 2. 가스", "h1 nested",
                          "h1 int a;", "h1 [^a]: Energy Agency.", "h1 [^b]: 통계청.",
                          "h1 [1]: https://a.example \"t\"", "h1 굵은 words"));
  EXPECT_EQ(report.passages[2].text, "2023 | **3**");
  EXPECT_EQ(report.passages[2].table_head, "해   Value");
  EXPECT_THAT(report.passages[1].table_head, IsEmpty());
  ASSERT_EQ(report.furniture.size(), 1U);
  EXPECT_EQ(report.furniture[0].text, "![그림](a.png)");
}

TEST(MarkdownReport, SplitsSentencesAsAReaderSeesThem) {
  const struct {
    std::string text;
    std::vector<std::string> sentences;
  } cases[] = {
      {"**Cheaper loans.** Rates fell.", {"**Cheaper loans.**", "Rates fell."}},
      {"It is [a port](https://a.example/x \"Mr. A. Then b\"). Next.",
       {"It is [a port](https://a.example/x \"Mr. A. Then b\").", "Next."}},
      {"*무역이 늘었다.* **수입은** 줄었다.", {"*무역이 늘었다.*", "**수입은** 줄었다."}},
      {"늘었다. [연합뉴스](https://y.example)가 전했다.",
       {"늘었다.", "[연합뉴스](https://y.example)가 전했다."}},
      {"*All of it.*", {"*All of it.*"}},
  };
  for (const auto& c : cases) {
    const Report report = read_md("# T\n\n## A\n\n" + c.text + "\n");
    ASSERT_EQ(report.passages.size(), 1U) << c.text;
    std::vector<std::string> sentences;
    for (const ByteRange sentence : report.passages[0].sentences) {
      sentences.emplace_back(testing::slice_of(report.passages[0].text, sentence));
    }
    EXPECT_THAT(sentences, ElementsAreArray(c.sentences));
  }
}

TEST(MarkdownReport, IsInTheLanguageOfItsWords) {
  const Report report = read_md(
      "# T\n\n## A\n\n[통계청](https://kostat.example/statistics/population/report)이 밝혔다.\n");
  ASSERT_EQ(report.passages.size(), 1U);
  EXPECT_EQ(report.passages[0].language, "ko");
}

TEST(MarkdownReport, CutsLargeParagraphsWithTheirSigns) {
  std::string text;
  while (text.size() < 70'000) text += "A **bold** word and *무역* here. ";
  const Report report = read_md("# T\n\n## A\n\n" + text + "\n");
  ASSERT_GT(report.passages.size(), 3U);
  for (const Passage& passage : report.passages) {
    EXPECT_EQ(UnmarkedText(passage.text, passage.markup).text().find('*'), std::string::npos);
  }
}

TEST(MarkdownReport, IsKnownByItsName) {
  const std::string text = "# T\n\n## A\n\n> **말** here.\n";
  for (const char* name : {"/x/a.md", "/x/a.markdown", "/x/a.MD"}) {
    EXPECT_EQ(read_report(name, text, "r").passages.at(0).text, "**말** here.") << name;
  }
  const Report plain = read_report("/x/a.txt", text, "r");
  EXPECT_EQ(plain.passages.at(0).text, "> **말** here.");
  EXPECT_THAT(plain.passages[0].markup, IsEmpty());
}

// Ids, texts and bytes of the first form do not depend on the name of the file.
TEST(MarkdownReport, ReadsTheSamplesAsPlainText) {
  std::size_t samples = 0;
  for (const auto& entry : std::filesystem::directory_iterator(IBID_SOURCE_DIR "/corpus/samples")) {
    const std::string bytes = read_file(entry.path().string());
    const Report plain = read_report("/x/a.txt", bytes, "r");
    const Report marked = read_report("/x/a.md", bytes, "r");
    EXPECT_EQ(marked.title, plain.title);
    EXPECT_EQ(marked.date, plain.date);
    EXPECT_EQ(sections_of(marked), sections_of(plain)) << entry.path();
    ASSERT_EQ(marked.passages.size(), plain.passages.size()) << entry.path();
    for (std::size_t i = 0; i < plain.passages.size(); ++i) {
      EXPECT_EQ(marked.passages[i].id, plain.passages[i].id);
      EXPECT_EQ(marked.passages[i].text, plain.passages[i].text);
      EXPECT_EQ(marked.passages[i].bytes, plain.passages[i].bytes);
      EXPECT_EQ(marked.passages[i].sentences, plain.passages[i].sentences);
    }
    ++samples;
  }
  EXPECT_GE(samples, 8U);
}

}  // namespace
}  // namespace ibid
