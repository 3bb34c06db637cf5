// SPDX-License-Identifier: GPL-2.0-or-later
//
// Numbers and signs of lists and headings, which OpenDocument does not store.
#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/opendocument/read_odt.h"
#include "tests/corpus/opendocument/odt_reading.h"
#include "tests/support/extract_checks.h"

namespace ibid {
namespace {

using testing::block_lines;
using ::testing::ElementsAre;
using testing::list_level;
using testing::odt_file;
using testing::OdtParts;

TEST(ReadOdt, ComputesLabelsOfLists) {
  OdtParts parts;
  parts.automatic =
      "<text:list-style style:name=\"L\">" + list_level(1, "1", "style:num-suffix=\".\"") +
      list_level(2, "가, 나, 다, ...", "style:num-suffix=\")\" text:display-levels=\"2\"") +
      "<text:list-level-style-bullet text:level=\"3\" text:bullet-char=\"\uF06C\">"
      "<style:text-properties style:font-name=\"Wingdings\"/></text:list-level-style-bullet>"
      "</text:list-style>";
  const auto item = [](const std::string& content, const char* more = "") {
    return fmt::format("<text:list-item {}>{}</text:list-item>", more, content);
  };
  const auto list = [](const std::string& items, const char* more = "") {
    return fmt::format("<text:list {}>{}</text:list>", more, items);
  };
  parts.body =
      list(item("<text:p>one</text:p><text:p>goes on</text:p>" +
                list(item("<text:p>둘째 단</text:p>") +
                     item("<text:p>b</text:p>" + list(item("<text:p>sign</text:p>"))))) +
               item("<text:p>two</text:p>" + list(item("<text:p>c</text:p>"))) +
               "<text:list-header><text:p>no label</text:p></text:list-header>",
           "xml:id=\"x\" text:style-name=\"L\"") +
      "<text:p>between</text:p>" +
      list(item(list(item("<text:p>d</text:p>"))) + item("<text:p>three</text:p>"),
           "text:continue-list=\"x\" text:style-name=\"L\"") +
      list(item("<text:p>anew</text:p>") + item("<text:p>seven</text:p>", "text:start-value=\"7\""),
           "text:style-name=\"L\"");
  EXPECT_THAT(
      block_lines(odt_file(parts)),
      ElementsAre("item 1 [1.] one", "paragraph goes on", "item 2 [1.가)] 둘째 단",
                  "item 2 [1.나)] b", "item 3 [●] sign", "item 1 [2.] two", "item 2 [2.가)] c",
                  "paragraph no label", "paragraph between", "item 2 [2.나)] d",
                  "item 1 [3.] three", "item 1 [1.] anew", "item 1 [7.] seven"));
}

TEST(ReadOdt, PutsFurtherLabelsOfARowIntoItsText) {
  OdtParts parts;
  parts.automatic = "<text:list-style style:name=\"L\">" +
                    list_level(1, "가, 나, 다, ...", "style:num-suffix=\".\"") +
                    "</text:list-style>";
  parts.body =
      "<table:table><table:table-row><table:table-cell><text:list text:style-name=\"L\">"
      "<text:list-item><text:p>수출</text:p></text:list-item><text:list-item><text:p>imports"
      "</text:p><text:p>goes on</text:p></text:list-item></text:list></table:table-cell>"
      "<table:table-cell><text:list text:style-name=\"L\" text:continue-numbering=\"true\">"
      "<text:list-item><text:p>합계</text:p></text:list-item></text:list></table:table-cell>"
      "</table:table-row></table:table>";
  EXPECT_THAT(block_lines(odt_file(parts)),
              ElementsAre("row [가.] 수출 나. imports goes on|다. 합계"));
}

TEST(ReadOdt, ReadsTheLabelsOfLibreOffice) {
  OdtParts parts;
  parts.automatic = "<text:list-style style:name=\"L\">" +
                    list_level(1, "1", "text:num-list-format=\"제%1%조\"") +
                    list_level(2, "a", "text:num-list-format=\"%1%-%2%)%9%%x%\"") +
                    "</text:list-style>";
  parts.body =
      "<text:list "
      "text:style-name=\"L\"><text:list-item><text:p>x</text:p><text:list><text:list-item>"
      "<text:p>y</text:p></text:list-item></text:list></text:list-item></text:list>";
  EXPECT_THAT(block_lines(odt_file(parts)), ElementsAre("item 1 [제1조] x", "item 2 [1-a)] y"));
}

TEST(ReadOdt, TellsHeadingsAndTheirNumbers) {
  OdtParts parts;
  parts.styles =
      "<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"I\" "
      "style:num-prefix=\"제\" style:num-suffix=\"장\"/><text:outline-level-style text:level=\"2\" "
      "style:num-format=\"1\"/></text:outline-style>";
  parts.automatic =
      "<style:style style:name=\"P1\" style:family=\"paragraph\" "
      "style:parent-style-name=\"Title\"/>"
      "<style:style style:name=\"P2\" style:family=\"paragraph\" style:parent-style-name=\"P3\"/>"
      "<style:style style:name=\"P3\" style:family=\"paragraph\" style:parent-style-name=\"P2\"/>";
  parts.body =
      "<text:p text:style-name=\"P1\">보고서</text:p><text:h text:outline-level=\"1\">"
      "<text:number>제I장</text:number>수출</text:h><text:h text:outline-level=\"2\">Cars</text:h>"
      "<text:h text:outline-level=\"2\" text:is-list-header=\"true\">None</text:h>"
      "<text:h text:outline-level=\"1\">수입</text:h><text:h text:outline-level=\"3\">deep</text:h>"
      "<text:p text:style-name=\"P2\">circle</text:p>"
      "<text:p text:style-name=\"Quotations\">quoted</text:p>";
  const ExtractedFile file = odt_file(parts);
  EXPECT_THAT(block_lines(file),
              ElementsAre("heading 1 보고서", "heading 1 [제I장] 수출", "heading 2 [1] Cars",
                          "heading 2 None", "heading 1 [제II장] 수입", "heading 3 deep",
                          "paragraph circle", "quotation quoted"));
  EXPECT_THAT(file.fields, ElementsAre(ExtractedField{"title", "보고서", "style of the title"}));
}

}  // namespace
}  // namespace ibid
