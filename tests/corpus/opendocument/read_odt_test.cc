// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/opendocument/read_odt.h"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/opendocument/odt_reading.h"
#include "tests/support/extract_checks.h"

namespace ibid {
namespace {

using testing::block_lines;
using ::testing::ElementsAre;
using testing::left_out_lines;
using testing::odt_file;
using testing::OdtParts;

TEST(ReadOdt, RunsWhiteSpaceToOneSpaceAndReadsSigns) {
  const ExtractedFile file = odt_file(
      "\n <text:p>\n  수출은 \t\n <text:span> 3%</text:span>  늘었다.<text:s text:c=\"2\"/>A &amp; "
      "B<text:tab/>c<text:line-break/>d<text:soft-page-break/></text:p>\n");
  EXPECT_EQ(file.text, "수출은 3% 늘었다.  A & B\tc\nd");
  EXPECT_EQ(file.format, FileFormat::kOdt);
  EXPECT_EQ(file.grade, AnchorGrade::kPart);
  EXPECT_EQ(file.parts[0].name, "content.xml");
}

TEST(ReadOdt, ReadsFormulasWithTheirSigns) {
  const auto formula = [](const std::string& content) {
    return "<draw:frame><draw:object><math:math><math:semantics>" + content +
           "<math:annotation math:encoding=\"StarMath 5.0\">{source}</math:annotation>"
           "</math:semantics></math:math></draw:object></draw:frame>";
  };
  const ExtractedFile file = odt_file(
      "<text:p>비율은 " +
      formula("<math:mrow><math:mo>-</math:mo><math:mn>23</math:mn></math:mrow>") +
      "%, the share 2" +
      formula("<math:mfrac>\n<math:mn>1</math:mn>\n<math:mn>2</math:mn>\n</math:mfrac>") +
      " of 10" + formula("<math:mfenced><math:mn>1</math:mn><math:mn>2</math:mn></math:mfenced>") +
      formula("<math:msup><math:mn>10</math:mn><math:mn>6</math:mn></math:msup>") + ".</text:p>");
  EXPECT_EQ(file.text, "비율은 -23%, the share 2 1/2 of 10(1,2)10^6.");
}

TEST(ReadOdt, PartsRaisedAndLoweredNumbersFromADigitBefore) {
  OdtParts parts;
  const auto style = [](const char* name, const char* parent, const char* position) {
    return fmt::format(
        "<style:style style:name=\"{}\" style:family=\"text\" style:parent-style-name=\"{}\">"
        "<style:text-properties {}/></style:style>",
        name, parent, position);
  };
  parts.styles = style("Up", "", "style:text-position=\"super 58%\"");
  parts.automatic = style("u", "Up", "") + style("p", "", "style:text-position=\"33% 58%\"") +
                    style("d", "", "style:text-position=\"sub 58%\"") +
                    style("m", "", "style:text-position=\"-8% 58%\"") +
                    style("n", "Up", "style:text-position=\"0% 100%\"");
  const auto span = [](const char* name, const std::string& text) {
    return fmt::format("<text:span text:style-name=\"{}\">{}</text:span>", name, text);
  };
  const std::vector<std::pair<std::string, const char*>> cases = {
      {"in 2023" + span("u", "4") + " rose", "in 2023^4 rose"},
      {"2023년 10" + span("p", "6") + "톤 10" + span("u", "-6"), "2023년 10^6톤 10^-6"},
      {"수출(exports) 101" + span("d", "2") + " 7" + span("m", "8"), "수출(exports) 101_2 7_8"},
      {"10" + span("u", "2") + span("u", "3") + " SO4" + span("d", "2") + span("u", "2-"),
       "10^23 SO4_2^2-"},
      {"10" + span("u", "-") + span("p", "6") + " 10" + span("u", "&#8722;6") + " 10" +
           span("u", "\u20136"),
       "10^-6 10^\u22126 10^\u20136"},
      {"2" + span("u", "1") + "/" + span("d", "2") + " 8" + span("u", "1") + "/2", "2 1/2 8^1/2"},
      {"10" + span("u", span("b", "2")) + " 10" + span("n", "2") + " 10" +
           span("u", span("n", "2")),
       "10^2 102 102"},
      {"m" + span("u", "2") + " CO" + span("d", "2") + " 2" + span("u", "nd") + " 5" +
           span("u", "-") + " 2023 " + span("u", "4"),
       "m2 CO2 2nd 5- 2023 4"},
  };
  for (const auto& [body, want] : cases) {
    parts.body = "<text:p>" + body + "</text:p>";
    EXPECT_EQ(odt_file(parts).text, want) << body;
  }
  parts.body = "<text:p>2023" +
               span("u",
                    "<text:note><text:note-citation>4</text:note-citation><text:note-body>"
                    "<text:p>5 tons</text:p></text:note-body></text:note>") +
               "</text:p>";
  EXPECT_EQ(odt_file(parts).text, "2023\n5 tons");
}

TEST(ReadOdt, LeavesOutDeletedHiddenAndCommentedText) {
  OdtParts parts;
  parts.styles =
      "<style:style style:name=\"Secret\" style:family=\"text\"><style:text-properties "
      "text:display=\"none\"/></style:style>";
  parts.automatic =
      "<style:style style:name=\"T1\" style:family=\"text\" style:parent-style-name=\"Secret\"/>"
      "<style:style style:name=\"T2\" style:family=\"text\" style:parent-style-name=\"Secret\">"
      "<style:text-properties text:display=\"true\"/></style:style>";
  parts.body =
      "<text:tracked-changes><text:changed-region text:id=\"c1\"><text:deletion>"
      "<office:change-info><dc:creator>Kim</dc:creator></office:change-info>"
      "<text:p>5% </text:p></text:deletion></text:changed-region><text:changed-region "
      "text:id=\"c2\">"
      "<text:insertion><office:change-info><dc:creator>Lee</dc:creator></office:change-info>"
      "</text:insertion></text:changed-region></text:tracked-changes>"
      "<text:p>수출은 <text:change text:change-id=\"c1\"/><text:change-start "
      "text:change-id=\"c2\"/>3%"
      "<text:change-end text:change-id=\"c2\"/><text:span text:style-name=\"T1\"> "
      "hidden</text:span>"
      "<text:span text:style-name=\"T2\"> shown</text:span><office:annotation><dc:creator>Kim"
      "</dc:creator><text:p>확인</text:p><text:p>check</text:p></office:annotation></text:p>"
      "<text:p>gone <text:hidden-paragraph text:is-hidden=\"true\"/>too</text:p>"
      "<text:p>a<text:hidden-text text:string-value=\"x\" text:is-hidden=\"true\"/></text:p>"
      "<text:section text:display=\"none\"><text:p>section</text:p></text:section>";
  const ExtractedFile file = odt_file(parts);
  EXPECT_THAT(block_lines(file), ElementsAre("paragraph 수출은 3% shown", "paragraph a"));
  EXPECT_THAT(left_out_lines(file),
              ElementsAre("deleted: 5%", "hidden:  hidden", "comment: 확인\ncheck",
                          "hidden: gone too", "hidden: x", "hidden: section"));
}

TEST(ReadOdt, PutsNotesAndBoxesAfterTheirParagraph) {
  const ExtractedFile file = odt_file(
      "<text:p>앞<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
      "<text:note-body><text:p>주석 하나</text:p><text:p>more</text:p></text:note-body></text:note>"
      " 뒤<draw:frame><draw:text-box><text:p>상자</text:p></draw:text-box><svg:title>alt</"
      "svg:title>"
      "</draw:frame><text:note text:note-class=\"endnote\"><text:note-citation text:label=\"*\">*"
      "</text:note-citation><text:note-body><text:p>end</text:p></text:note-body></text:note></"
      "text:p>"
      "<draw:custom-shape><text:p>on the page</text:p></draw:custom-shape><text:p>next</text:p>");
  EXPECT_THAT(block_lines(file),
              ElementsAre("paragraph 앞 뒤", "note [1] 주석 하나", "note more", "note [*] end",
                          "box 상자", "box on the page", "paragraph next"));
  ASSERT_EQ(file.marks.size(), 2u);
  EXPECT_EQ(file.marks[0], (NoteMark{3, "1", 1}));
}

TEST(ReadOdt, ReadsTablesByRow) {
  const auto cell = [](const std::string& content) {
    return "<table:table-cell>" + content + "</table:table-cell>";
  };
  EXPECT_THAT(block_lines(odt_file(
                  "<table:table><table:table-header-rows><table:table-row>" +
                  cell("<text:p>연도</text:p>") + cell("<text:p>수출</text:p>") +
                  "</table:table-row></table:table-header-rows><table:table-row>" +
                  cell("<text:p>2024</text:p>") +
                  cell("<text:p>3%</text:p><text:p>up</text:p><table:table><table:table-row>" +
                       cell("<text:p>inner</text:p>") + "</table:table-row></table:table>") +
                  "</table:table-row><table:table-row>" + cell("<text:p>x</text:p>") +
                  "<table:covered-table-cell><text:p>covered</text:p></table:covered-table-cell>" +
                  "</table:table-row></table:table>")),
              ElementsAre("row 연도|수출", "row <0 2024|3% up", "row inner", "row <0 x"));
}

TEST(ReadOdt, TellsLinksReadingsFieldsAndPageFrames) {
  OdtParts parts;
  parts.master =
      "<style:master-page><style:header><text:p>Running head</text:p></style:header>"
      "</style:master-page>";
  parts.meta =
      "<dc:title>답변</dc:title><meta:initial-creator>김</meta:initial-creator><dc:creator>Lee"
      "</dc:creator><meta:creation-date>2024-06-21T09:00:00</meta:creation-date>"
      "<dc:language>ko-KR</dc:language>";
  parts.body =
      "<text:p><text:a xlink:href=\"https://example.org/\">see</text:a> "
      "<text:a xlink:href=\"#x\">inner</text:a> <text:ruby><text:ruby-base>東京</text:ruby-base>"
      "<text:ruby-text>とうきょう</text:ruby-text></text:ruby><draw:frame><draw:object/></"
      "draw:frame>"
      "</text:p>";
  const ExtractedFile file = odt_file(parts);
  EXPECT_EQ(file.text, "see inner 東京");
  EXPECT_THAT(file.links, ElementsAre(TextLink{{0, 3}, "https://example.org/"}));
  EXPECT_THAT(left_out_lines(file), ElementsAre("page frame: Running head", "copy: とうきょう"));
  EXPECT_THAT(file.fields,
              ElementsAre(ExtractedField{"title", "답변", "meta.xml title"},
                          ExtractedField{"author", "김", "meta.xml initial-creator"},
                          ExtractedField{"date", "2024-06-21", "meta.xml creation-date"},
                          ExtractedField{"language", "ko-KR", "meta.xml language"}));
  EXPECT_THAT(file.notes, ElementsAre("formulas, charts or files within it that are not read: 1"));
}

}  // namespace
}  // namespace ibid
