// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/opendocument/read_odt.h"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/archive/archive.h"
#include "corpus/error.h"
#include "tests/support/extract_checks.h"
#include "tests/support/zip_writer.h"

namespace ibid {
namespace {

using testing::block_lines;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::left_out_lines;

constexpr const char* kNames = R"(
xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/")";

struct OdtParts {
  std::string body;               // within office:text
  std::string automatic, styles;  // within office:automatic-styles, office:styles
  std::string master;             // within office:master-styles
  std::string meta;               // within office:meta
  std::string manifest;           // all of it
  std::string type = "application/vnd.oasis.opendocument.text";
};

testing::ZipParts odt_parts(const OdtParts& parts) {
  testing::ZipParts out;
  out.emplace_back("mimetype", parts.type);
  out.emplace_back("content.xml",
                   fmt::format("<office:document-content {}><office:automatic-styles>{}"
                               "</office:automatic-styles><office:body><office:text>{}"
                               "</office:text></office:body></office:document-content>",
                               kNames, parts.automatic, parts.body));
  out.emplace_back("styles.xml",
                   fmt::format("<office:document-styles {}><office:styles>{}</office:styles>"
                               "<office:master-styles>{}</office:master-styles>"
                               "</office:document-styles>",
                               kNames, parts.styles, parts.master));
  if (!parts.meta.empty()) {
    out.emplace_back("meta.xml",
                     fmt::format("<office:document-meta {}><office:meta>{}</office:meta>"
                                 "</office:document-meta>",
                                 kNames, parts.meta));
  }
  if (!parts.manifest.empty()) out.emplace_back("META-INF/manifest.xml", parts.manifest);
  return out;
}

ExtractedFile odt_file(const OdtParts& parts) {
  const std::string bytes = testing::zip_of(odt_parts(parts));
  ReaderInput input;
  input.bytes = bytes;
  const ExtractedFile file = read_odt(input)[0];
  Archive archive(bytes, {});
  testing::check_anchors(file, [&](const std::string& name) { return archive.read(name); });
  return file;
}
ExtractedFile odt_file(const std::string& body) {
  OdtParts parts;
  parts.body = body;
  return odt_file(parts);
}

std::string why(const std::string& bytes) {
  ReaderInput input;
  input.bytes = bytes;
  try {
    read_odt(input);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    return error.what();
  }
  return "";
}

TEST(ReadOdt, RunsWhiteSpaceToOneSpaceAndReadsSigns) {
  const ExtractedFile file = odt_file(
      "\n <text:p>\n  수출은 \t\n <text:span> 3%</text:span>  늘었다.<text:s text:c=\"2\"/>A &amp; "
      "B<text:tab/>c<text:line-break/>d<text:soft-page-break/></text:p>\n");
  EXPECT_EQ(file.text, "수출은 3% 늘었다.  A & B\tc\nd");
  EXPECT_EQ(file.format, FileFormat::kOdt);
  EXPECT_EQ(file.grade, AnchorGrade::kPart);
  EXPECT_EQ(file.parts[0].name, "content.xml");
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

std::string list_level(int level, const char* format, const char* more = "") {
  return fmt::format("<text:list-level-style-number text:level=\"{}\" style:num-format=\"{}\" {}/>",
                     level, format, more);
}

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
  EXPECT_THAT(file.notes, ElementsAre("1 formulas, charts or files within it are not read"));
}

TEST(ReadOdt, RefusesWhatItCannotRead) {
  OdtParts parts;
  parts.body = "<text:p>x</text:p>";
  parts.manifest =
      "<!DOCTYPE manifest PUBLIC \"x\" \"Manifest.dtd\"><manifest><file-entry><encryption-data/>"
      "</file-entry></manifest>";
  EXPECT_EQ(why(testing::zip_of(odt_parts(parts))),
            "it is protected by a password; save it without one");
  parts.manifest = "<!DOCTYPE manifest PUBLIC \"x\" \"Manifest.dtd\"><manifest/>";
  EXPECT_EQ(why(testing::zip_of(odt_parts(parts))), "");
  parts.type = "application/vnd.oasis.opendocument.spreadsheet";
  EXPECT_EQ(why(testing::zip_of(odt_parts(parts))),
            "it is an OpenDocument file but no text; save its text as .odt");
  EXPECT_EQ(why("text"), "it is no ODT file");
  EXPECT_EQ(why(testing::zip_of({{"a", "b"}})), "it is no ODT file: it holds no content.xml");
  EXPECT_THAT(why(testing::zip_of({{"content.xml", "<a>\n<b>"}})),
              HasSubstr("its part content.xml is damaged at line 2"));
  std::string deep;
  for (int i = 0; i < 2000; ++i) deep += "<text:p>";
  parts = {};
  parts.body = deep;
  EXPECT_THAT(why(testing::zip_of(odt_parts(parts))), HasSubstr("nested elements"));
}

TEST(ReadOdt, SurvivesCutsAndChangedBytes) {
  OdtParts parts;
  parts.automatic =
      "<text:list-style style:name=\"L\">" + list_level(1, "1") + "</text:list-style>";
  parts.body =
      "<text:list text:style-name=\"L\"><text:list-item><text:p>가<text:note><text:note-citation>1"
      "</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>"
      "</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell>"
      "<text:p>c &amp; d</text:p></table:table-cell></table:table-row></table:table>";
  const testing::ZipParts all = odt_parts(parts);
  const std::string& content = all[1].second;
  int read = 0, refused = 0;
  const auto attempt = [&](const std::string& changed) {
    testing::ZipParts other = all;
    other[1].second = changed;
    const std::string bytes = testing::stored_zip_of(other);
    ReaderInput input;
    input.bytes = bytes;
    try {
      testing::check_anchors(read_odt(input)[0], [&](const std::string& name) {
        return name == "content.xml" ? changed : all[2].second;
      });
      ++read;
    } catch (const Error&) {
      ++refused;
    }
  };
  for (std::size_t at = 0; at < content.size(); ++at) {
    std::string changed = content;
    changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
    attempt(changed);
  }
  for (std::size_t part = 0; part < 64; ++part) {
    attempt(content.substr(0, content.size() * part / 64));
  }
  EXPECT_GT(read, 50);
  EXPECT_GT(refused, 50);
}

}  // namespace
}  // namespace ibid
