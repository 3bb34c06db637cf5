// SPDX-License-Identifier: GPL-2.0-or-later
//
// What Markdown says of lines. A line is told as "kind level content", "+" before it if it begins a
// block; the signs are in markup_test.cc.
#include "corpus/markdown/markdown_text.h"

#include <gmock/gmock.h>

#include <string>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> told;
  for (const MarkedLine& line : read_markdown(text).lines) {
    std::string one = line.begins && line.kind != MarkedLine::Kind::kNothing ? "+" : "";
    switch (line.kind) {
      case MarkedLine::Kind::kPlain:
        one += "plain ";
        break;
      case MarkedLine::Kind::kText:
        one += "text ";
        break;
      case MarkedLine::Kind::kHeading:
        one += "heading" + std::to_string(line.level) + " ";
        break;
      case MarkedLine::Kind::kNothing:
        one += "nothing ";
        break;
    }
    const std::size_t end = std::min(text.find_first_of("\r\n", line.begin), text.size());
    const ByteRange whole{line.begin, end};
    one += slice(text, line.content.empty() ? whole : line.content);
    if (!line.header.empty()) one += " under " + std::string(slice(text, line.header));
    told.push_back(one);
  }
  return told;
}

struct Case {
  std::string text;
  std::vector<std::string> lines;
};

void expect_lines(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_THAT(lines_of(c.text), ElementsAreArray(c.lines)) << c.text;
}

TEST(MarkdownText, SaysNothingOfPlainLines) {
  for (const char* text :
       {"", "Trade grew.\nPrices fell.\n\n- Oil\n  and gas\n", "무역이 늘었다.\n물가는 내렸다.\n",
        "• 항목\n  이어짐\n• 다음", "Title\n\n[1]: https://a.example \"t\"\n", "#hashtag\n"}) {
    EXPECT_THAT(lines_of(text), IsEmpty()) << text;
  }
}

TEST(MarkdownText, FindsHeadings) {
  expect_lines({
      {"# Trade\n", {"+heading1 # Trade"}},
      {"text\n### 배경 ###\ntext", {"+heading3 ### 배경 ###", "+plain text"}},
      {"Trade\n=====\n\n무역\n---\n",
       {"+heading1 Trade", "nothing =====", "+heading2 무역", "nothing ---"}},
      {"Two\nlines\n===\n", {"+heading1 Two", "text lines", "nothing ==="}},
      {"Two\nlines\n---\n", {"nothing ---"}},
      {"#Trade\n====\n", {"+heading1 #Trade", "nothing ===="}},
      {"> # Quoted\n", {"+text # Quoted"}},
      {"- # Item\n", {}},
      {"```\n# code\n```\n", {"+text # code"}},
      {"# A\n\n    # code\n", {"+heading1 # A", "plain     # code"}},
      {"# A\n\n# B\n\n    # code\n", {"+heading1 # A", "+heading1 # B", "+text # code"}},
  });
}

TEST(MarkdownText, MakesQuotationsAndCodeTextWithoutTheirSigns) {
  expect_lines({
      {"> 그는 말했다.\n> 그리고 갔다.\n", {"+text 그는 말했다.", "text 그리고 갔다."}},
      {"> lazy\nline\n", {"+text lazy", "text line"}},
      {"> > deep\n>\n> - item\n", {"+text deep", "+text item"}},
      {"~~~ c\n\tint a;\n\n  1. b\n~~~\n", {"+text int a;", "text 1. b"}},
      {"- item\n\n  > said\n", {"+text said"}},
  });
}

TEST(MarkdownText, BeginsABlockWithEachItem) {
  expect_lines({
      {"text\n- a\n- b\n", {}},
      {"- - deep\n", {"+plain deep"}},
      {"1. Oil\n2. 가스\n", {"+plain 1. Oil", "+plain 2. 가스"}},
      {"- a\n  1) b\n", {"+plain 1) b"}},
      {"on May\n16. The meeting\n", {}},
      {"[1]: /url\ntext\n", {"+plain text"}},
  });
}

TEST(MarkdownText, TellsListsFromNumberedHeadingsWhereItHasHeadings) {
  expect_lines({
      {"# T\n\n## A\n1. Oil\n2. Gas\n\n1. Text\n\nBetween.\n\n2. More\n",
       {"+heading1 # T", "+heading2 ## A", "+text 1. Oil", "+text 2. Gas", "+plain 1. Text",
        "+plain 2. More"}},
      {"# T\n\n## 가\n1. 석유\n   - 값\n2. 가스\n",
       {"+heading1 # T", "+heading2 ## 가", "+text 1. 석유", "+text 2. 가스"}},
      // The first heading is the title's: the report may number its own.
      {"# T\n\n1. Oil\n2. Gas\n", {"+heading1 # T", "+plain 1. Oil", "+plain 2. Gas"}},
      // Text that is not indented is not an item's.
      {"## A\n\n## B\n1. Oil\nText.\n2. Gas\nText.\n",
       {"+heading2 ## A", "+heading2 ## B", "+plain 1. Oil", "+plain 2. Gas"}},
  });
}

TEST(MarkdownText, MakesARowOfATableABlock) {
  expect_lines({
      {"| Year | 값 |\n|------|---:|\n| 2023 | 1 \\| 2 |\n",
       {"+text Year | 값", "nothing |------|---:|", "+text 2023 | 1 \\| 2 under Year | 값"}},
      {"a | b\n--|--\n**1** | 2\n",
       {"+text a | b", "nothing --|--", "+text **1** | 2 under a | b"}},
      {"| a | b |\n|---|---|\n| 1 | |\n자료: 통계청\n",
       {"+text a | b", "nothing |---|---|", "+text 1 under a | b", "+text 자료: 통계청"}},
      {"> | a | b |\n> |---|---|\n> | 1 | 2 |\n",
       {"+text a | b", "nothing > |---|---|", "+text 1 | 2 under a | b"}},
      {"a | b is not a table\n", {}},
  });
}

// A table of 300 columns and 300 rows of one cell has 90,000 cells in 3 KB.
TEST(MarkdownText, HasNoTablesWhereTheyWouldBeMadeOfAddedCells) {
  std::string text, dashes, rows;
  for (int i = 0; i < 300; ++i) {
    text += "|a";
    dashes += "|---";
    rows += "|x\n";
  }
  text += "\n" + dashes + "\n" + rows;
  // Its lines are rows all the same; no cell is added to them.
  const TextMarks read = read_markdown(text);
  EXPECT_EQ(read.lines.size(), 302U);
  EXPECT_EQ(read.markup.size(), 299U + 300U + 1U);
}

TEST(MarkdownText, ReadsTheWordsOfHtml) {
  expect_lines({
      {"<div align=\"center\">\n<b>무역</b> grew\n</div>\n",
       {"nothing <div align=\"center\">", "+text <b>무역</b> grew", "nothing </div>"}},
      {"<!-- a\n\nnote -->\ntext\n", {"nothing <!-- a", "nothing note -->", "+plain text"}},
      {"<script>\nvar a;\n</script>\n",
       {"nothing <script>", "nothing var a;", "nothing </script>"}},
  });
}

TEST(MarkdownText, LeavesFrontMatterAlone) {
  const std::string head = "---\ntitle: 무역\n# no heading\n---\n";
  EXPECT_EQ(front_matter_end(head + "\n# T\n"), head.size());
  expect_lines({{head + "\n# T\n", {"+heading1 # T"}}});
  for (const char* text : {"---\n\ntitle: a\n---\n", "---\nA sentence.\n---\n", "--- \na: b\n---\n",
                           "---\na: b\n", "text\n---\na: b\n---\n"}) {
    EXPECT_EQ(front_matter_end(text), 0U) << text;
  }
}

// Ranges must lead into any text, and ascend.
TEST(MarkdownText, KeepsItsPromisesOnBrokenMarkdown) {
  const std::vector<std::string> texts = {std::string("a\0*b*\0c `d\0`\n", 14),
                                          "[\nfoo](\nurl\n'ti\ntle')\n",
                                          "**\n**\n`\n`",
                                          "> - > 1. - # **a\n> b** `c",
                                          "| a\n|---\n| `|` | \\| |\n||\n",
                                          "![\n](x)\n\n[![a](b)](c)",
                                          "\f# a\f\n1. b\f2. c\r\r\n> d\r> e",
                                          "<a\nb>c</a\n>\n<?x\n?>",
                                          "[a]: b\n'c\nd'\n[a]\n",
                                          "1.\n2. \n-\n- \n\n#\n##\n",
                                          "***a** b*** ~~c~~d~~ **\"e\"**f",
                                          "&amp;&nope;&#0;&#x110000;&lt"};
  for (const std::string& text : texts) {
    const TextMarks read = read_markdown(text);
    std::uint64_t at = 0;
    for (const MarkedLine& line : read.lines) {
      EXPECT_GE(line.begin, at) << text;
      EXPECT_TRUE(line.begin == 0 || text[line.begin - 1] == '\n' || text[line.begin - 1] == '\r');
      EXPECT_LE(line.content.begin, line.content.end) << text;
      EXPECT_LE(line.content.end, text.size()) << text;
      at = line.begin + 1;
    }
    at = 0;
    for (const ByteRange sign : read.markup) {
      EXPECT_GE(sign.begin, at) << text;
      EXPECT_LT(sign.begin, sign.end) << text;
      EXPECT_EQ(slice(text, sign).find_first_of("\r\n"), std::string::npos) << text;
      at = sign.end;
    }
    EXPECT_LE(at, text.size()) << text;
  }
}

}  // namespace
}  // namespace ibid
