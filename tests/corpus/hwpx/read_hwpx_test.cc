// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include "tests/corpus/hwpx/hwpx_cases.h"

namespace ibid {
namespace {

using namespace ibid::testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ReadHwpx, ReadsTextInEachScript) {
  for (const std::string text : {"Budgets grew by 3.5% in 2024.", "예산이 3.5% 늘었다.",
                                 "국회(National Assembly)는 大韓民國 😀", "café: Ångström"}) {
    const ExtractedFile file = read_section(text_paragraph(text));
    EXPECT_EQ(file.text, text);
    EXPECT_EQ(file.grade, AnchorGrade::kPart);
    EXPECT_EQ(file.format, FileFormat::kHwpx);
    ASSERT_EQ(file.parts.size(), 1U);
    EXPECT_EQ(file.parts[0].name, "Contents/section0.xml");
  }
}

TEST(ReadHwpx, AnchorsReferencesWhereTheyStand) {
  const ExtractedFile file = read_section(text_paragraph("A&amp;B &#xAC00;&#44033; &lt;끝&gt;"));
  EXPECT_EQ(file.text, "A&B 가각 <끝>");
  EXPECT_EQ(file.anchors.at(1).span.file_length, 5U);
}

TEST(ReadHwpx, ReadsWhatStandsAmongTheText) {
  const ExtractedFile file = read_section(
      paragraph("<hp:t>증가율<hp:tab width=\"1\"/><hp:hyphen/>23%<hp:lineBreak/>next<hp:nbSpace/>"
                "line<hp:fwSpace/>끝<hp:markpenBegin color=\"#FFFF00\"/>!<hp:markpenEnd/></hp:t>") +
      "\n  " + paragraph("\n<hp:t>두\n줄</hp:t>\n"));
  EXPECT_EQ(file.text, "증가율\t-23%\nnext\u00A0line 끝!\n두 줄");
}

TEST(ReadHwpx, JoinsRunsAndKeepsTextBesideControls) {
  EXPECT_EQ(read_section("<hp:p paraPrIDRef=\"0\"><hp:run><hp:t>한</hp:t></hp:run><hp:run><hp:ctrl>"
                         "<hp:colPr id=\"\"/></hp:ctrl><hp:t>글 </hp:t></hp:run><hp:run>"
                         "<hp:t>text</hp:t></hp:run><hp:linesegarray><hp:lineseg textpos=\"0\"/>"
                         "</hp:linesegarray></hp:p>")
                .text,
            "한글 text");
}

std::string begin(std::string_view what, int id) {
  return fmt::format("<hp:{}Begin Id=\"9\" TcId=\"{}\"/>", what, id);
}
std::string end(std::string_view what, int id, int takes_end = 0) {
  return fmt::format("<hp:{}End Id=\"9\" TcId=\"{}\" paraend=\"{}\"/>", what, id, takes_end);
}

TEST(ReadHwpx, ShowsTheFinalTextOfTrackedChanges) {
  const ExtractedFile file = read_section(text_paragraph(
      "예산이 " + begin("delete", 1) + "줄었다" + end("delete", 1) + begin("insert", 2) + "늘었다" +
      end("insert", 2) + ". It " + begin("delete", 3) + "fell" + end("delete", 3) + "rose."));
  EXPECT_EQ(file.text, "예산이 늘었다. It rose.");
  EXPECT_THAT(left_out_lines(file), ElementsAre("deleted: 줄었다", "deleted: fell"));
}

TEST(ReadHwpx, MatchesDeletionsByTheirIdsAndNotByNesting) {
  const ExtractedFile file = read_section(text_paragraph(
      "가" + begin("delete", 1) + "나" + begin("insert", 2) + "다" + begin("delete", 3) + "라" +
      end("delete", 1) + "마" + end("insert", 2) + "바" + end("delete", 3) + "사"));
  EXPECT_EQ(file.text, "가사");
  EXPECT_THAT(left_out_lines(file), ElementsAre("deleted: 나다라", "deleted: 마바"));
}

TEST(ReadHwpx, JoinsParagraphsWhoseEndIsDeleted) {
  const std::string open = "<hp:t>앞 " + begin("delete", 1) + "deleted</hp:t>";
  const ExtractedFile file =
      read_section(paragraph(open) + text_paragraph("all of it") +
                   text_paragraph("part" + end("delete", 1) + "뒤") + text_paragraph("다음"));
  EXPECT_EQ(file.text, "앞 뒤\n다음");
  EXPECT_THAT(left_out_lines(file),
              ElementsAre("deleted: deleted", "deleted: all of it", "deleted: part"));
  EXPECT_EQ(read_section(text_paragraph("a" + begin("delete", 1) + "b" + end("delete", 1, 1)) +
                         text_paragraph("c"))
                .text,
            "ac");
}

TEST(ReadHwpx, LeavesOutWhatIsDeletedWithItsTable) {
  const std::string table = "<hp:tbl><hp:tr><hp:tc>" + sub_list(text_paragraph("칸")) +
                            "</hp:tc><hp:tc>" + sub_list(text_paragraph("cell")) +
                            "</hp:tc></hp:tr></hp:tbl>";
  const ExtractedFile file =
      read_section(paragraph("<hp:t>앞" + begin("delete", 4) + "</hp:t>" + table + "<hp:t>" +
                             end("delete", 4) + "뒤</hp:t>"));
  EXPECT_EQ(file.text, "앞뒤");
  EXPECT_THAT(left_out_lines(file), ElementsAre("deleted: 칸\ncell"));
}

TEST(ReadHwpx, SaysThatADeletionHasNoEnd) {
  const ExtractedFile file = read_section(text_paragraph("앞" + begin("delete", 1) + "뒤"));
  EXPECT_EQ(file.text, "앞");
  EXPECT_THAT(file.notes, ElementsAre("Contents/section0.xml: a deletion has no end"));
}

std::string number_of(int number, std::string_view counted, std::string_view type = "DIGIT") {
  return fmt::format(
      "<hp:ctrl><hp:autoNum num=\"{}\" numType=\"{}\"><hp:autoNumFormat type=\"{}\" "
      "suffixChar=\")\"/></hp:autoNum></hp:ctrl>",
      number, counted, type);
}

TEST(ReadHwpx, TakesNotesOutOfTheSentence) {
  const ExtractedFile file = read_section(paragraph(
      "<hp:t>늘었다</hp:t><hp:ctrl><hp:footNote>" +
      sub_list(paragraph(number_of(3, "FOOTNOTE") + "<hp:t> 통계청, 2024.</hp:t>")) +
      "</hp:footNote></hp:ctrl><hp:t>. It grew</hp:t><hp:ctrl><hp:endNote>" +
      sub_list(paragraph(number_of(2, "ENDNOTE", "ROMAN_SMALL") + "<hp:t>See it.</hp:t>")) +
      "</hp:endNote></hp:ctrl><hp:t>.</hp:t>"));
  EXPECT_THAT(block_lines(file), ElementsAre("paragraph 늘었다. It grew.",
                                             "note [3)] 통계청, 2024.", "note [ii)] See it."));
  EXPECT_THAT(file.marks, ElementsAre(NoteMark{9, "3)", 1}, NoteMark{18, "ii)", 2}));
}

TEST(ReadHwpx, NumbersNotesThatHaveNoNumberByTheirSection) {
  const std::string section =
      "<hp:secPr outlineShapeIDRef=\"0\"><hp:footNotePr><hp:autoNumFormat type=\"HANGUL_SYLLABLE\" "
      "prefixChar=\"(\" suffixChar=\")\"/></hp:footNotePr><hp:endNotePr><hp:autoNumFormat "
      "type=\"DIGIT\"/></hp:endNotePr></hp:secPr>";
  const std::string note =
      "<hp:ctrl><hp:footNote>" + sub_list(text_paragraph("주")) + "</hp:footNote></hp:ctrl>";
  EXPECT_THAT(block_lines(read_section(paragraph(section + "<hp:t>글</hp:t>" + note + note))),
              ElementsAre("paragraph 글", "note [(가)] 주", "note [(나)] 주"));
}

std::string cell_of(int row, int column, std::string_view paragraphs, int header = 0) {
  return fmt::format(
      "<hp:tc header=\"{}\">{}<hp:cellAddr colAddr=\"{}\" rowAddr=\"{}\"/><hp:cellSpan "
      "colSpan=\"1\" rowSpan=\"1\"/></hp:tc>",
      header, sub_list(paragraphs), column, row);
}

TEST(ReadHwpx, MakesRowsOfTables) {
  const std::string table =
      "<hp:tbl rowCnt=\"2\" colCnt=\"2\"><hp:caption side=\"TOP\">" +
      sub_list(paragraph("<hp:t>표 </hp:t>" + number_of(1, "TABLE") + "<hp:t> 예산</hp:t>")) +
      "</hp:caption><hp:tr>" + cell_of(0, 0, text_paragraph("연도"), 1) +
      cell_of(0, 1, text_paragraph("Budget"), 1) + "</hp:tr><hp:tr>" +
      cell_of(1, 0, text_paragraph("2024")) +
      cell_of(1, 1, text_paragraph("656.6<hp:lineBreak/>조") + text_paragraph("원")) +
      "</hp:tr></hp:tbl>";
  EXPECT_THAT(block_lines(read_section(paragraph("<hp:t>표:</hp:t>" + table))),
              ElementsAre("paragraph 표:", "caption 표 1) 예산", "row 연도|Budget",
                          "row <2 2024|656.6 조 원"));
}

TEST(ReadHwpx, TakesATableOfOneCellForAFrame) {
  const std::string table = "<hp:tbl><hp:tr>" +
                            cell_of(0, 0, text_paragraph("하나") + text_paragraph("two")) +
                            "</hp:tr></hp:tbl>";
  EXPECT_THAT(block_lines(read_section(paragraph(table))),
              ElementsAre("paragraph 하나", "paragraph two"));
}

TEST(ReadHwpx, PutsBoxesOfAGroupBehindTheirParagraph) {
  const auto box = [](std::string_view text) {
    return "<hp:rect><hp:drawText>" + sub_list(text_paragraph(text)) + "</hp:drawText></hp:rect>";
  };
  const std::string group = "<hp:container>" + box("첫 상자") + box("second") +
                            "<hp:caption side=\"BOTTOM\">" + sub_list(text_paragraph("그림")) +
                            "</hp:caption></hp:container>";
  EXPECT_THAT(block_lines(read_section(paragraph("<hp:t>앞</hp:t>" + group + "<hp:t>뒤</hp:t>"))),
              ElementsAre("paragraph 앞뒤", "box 첫 상자", "box second", "caption 그림"));
}

TEST(ReadHwpx, ReadsTextThatIsInAttributesOrHasTextAboveIt) {
  EXPECT_THAT(
      block_lines(read_section(paragraph(
          "<hp:dutmal><hp:mainText>본말</hp:mainText><hp:subText>덧말</hp:subText></hp:dutmal>"
          "<hp:t>과 </hp:t><hp:compose composeText=\"10\"/>"
          "<hp:textart text=\"글맵시 Art\"/>"))),
      ElementsAre("paragraph 본말과 10", "box 글맵시 Art"));
}

TEST(ReadHwpx, TakesOneBranchOfASwitch) {
  const auto branches = [](std::string_view space) {
    return paragraph(
        fmt::format("<hp:switch><hp:case hp:required-namespace=\"{}\"><hp:t>새 것</hp:t>"
                    "</hp:case><hp:default><hp:t>old one</hp:t></hp:default>"
                    "</hp:switch>",
                    space));
  };
  const ExtractedFile known =
      read_section(branches("http://www.hancom.co.kr/hwpml/2016/paragraph"));
  EXPECT_EQ(known.text, "새 것");
  EXPECT_THAT(left_out_lines(known), ElementsAre("copy: old one"));
  const ExtractedFile unknown = read_section(branches("http://example.org/2099"));
  EXPECT_EQ(unknown.text, "old one");
  EXPECT_THAT(left_out_lines(unknown), ElementsAre("copy: 새 것"));
}

TEST(ReadHwpx, LeavesOutWhatIsNotPartOfTheText) {
  const auto control = [](std::string_view name, std::string_view text) {
    return fmt::format("<hp:ctrl><hp:{0}>{1}</hp:{0}></hp:ctrl>", name,
                       sub_list(text_paragraph(text)));
  };
  const std::string memo =
      "<hp:ctrl><hp:fieldBegin id=\"1\" type=\"MEMO\"><hp:parameters cnt=\"1\"><hp:stringParam "
      "name=\"ID\">memo1</hp:stringParam></hp:parameters>" +
      sub_list(text_paragraph("메모 memo")) +
      "</hp:fieldBegin></hp:ctrl><hp:t>글</hp:t><hp:ctrl><hp:fieldEnd beginIDRef=\"1\"/></hp:ctrl>";
  const ExtractedFile file = read_section(
      paragraph(control("header", "머리말") + control("footer", "footer") + "<hp:t>본문 </hp:t>" +
                control("hiddenComment", "숨은 설명") + memo + number_of(12, "PAGE") +
                "<hp:equation><hp:script>x over y</hp:script></hp:equation>"));
  EXPECT_THAT(block_lines(file), ElementsAre("paragraph 본문 글"));
  EXPECT_THAT(left_out_lines(file),
              ElementsAre("page frame: 머리말", "page frame: footer", "comment: 숨은 설명",
                          "comment: 메모 memo", "unreadable: x over y"));
}

std::string field_begin(std::string_view type, std::string_view parameters) {
  return fmt::format(
      "<hp:ctrl><hp:fieldBegin "
      "type=\"{}\"><hp:parameters>{}</hp:parameters></hp:fieldBegin></hp:ctrl>",
      type, parameters);
}
const std::string kFieldEnd = "<hp:ctrl><hp:fieldEnd/></hp:ctrl>";

TEST(ReadHwpx, FollowsLinksFromParagraphToParagraph) {
  const std::string command =
      "<hp:stringParam "
      "name=\"Command\">https\\://example.org/통계?a=1&amp;b=2;1;0;0;</hp:stringParam>";
  const std::string path = "<hp:stringParam name=\"Path\">http://example.org/path</hp:stringParam>";
  const ExtractedFile file = read_section(
      paragraph("<hp:t>자료: </hp:t>" + field_begin("HYPERLINK", command) + "<hp:t>통계청</hp:t>") +
      paragraph("<hp:t>KOSTAT</hp:t>" + kFieldEnd + "<hp:t> (2024)</hp:t>") +
      paragraph(field_begin("HYPERLINK", path) + "<hp:t>path</hp:t>" + kFieldEnd) +
      paragraph(field_begin("BOOKMARK", command) + "<hp:t>책갈피</hp:t>" + kFieldEnd));
  EXPECT_EQ(file.text, "자료: 통계청\nKOSTAT (2024)\npath\n책갈피");
  EXPECT_THAT(file.links, ElementsAre(TextLink{{8, 17}, "https://example.org/통계?a=1&b=2"},
                                      TextLink{{18, 24}, "https://example.org/통계?a=1&b=2"},
                                      TextLink{{32, 36}, "http://example.org/path"}));
}

TEST(ReadHwpx, LeavesOutTheGuideOfAnEmptyField) {
  const std::string guide = "<hp:stringParam name=\"Direction\">이름을 쓰세요.</hp:stringParam>";
  const ExtractedFile file =
      read_section(paragraph("<hp:t>이름:</hp:t>" + field_begin("CLICK_HERE", guide) +
                             "<hp:t>이름을 쓰세요.</hp:t>" + kFieldEnd) +
                   paragraph(field_begin("CLICK_HERE", guide) + "<hp:t>Kim</hp:t>" + kFieldEnd));
  EXPECT_THAT(block_lines(file), ElementsAre("paragraph 이름:", "paragraph Kim"));
  EXPECT_THAT(left_out_lines(file), ElementsAre("hidden: 이름을 쓰세요."));
}

const std::string kHeader =
    "<hh:numberings><hh:numbering id=\"1\" start=\"0\"><hh:paraHead start=\"1\" level=\"1\" "
    "numFormat=\"DIGIT\">^1.</hh:paraHead><hh:paraHead start=\"3\" level=\"2\" "
    "numFormat=\"HANGUL_SYLLABLE\">^2.</hh:paraHead></hh:numbering><hh:numbering id=\"2\">"
    "<hh:paraHead start=\"1\" level=\"1\" numFormat=\"DIGIT\">제^1장</hh:paraHead></hh:numbering>"
    "</hh:numberings><hh:bullets><hh:bullet id=\"1\" char=\"&#xF06C;\"><hh:paraHead level=\"0\"/>"
    "</hh:bullet></hh:bullets><hh:paraProperties><hh:paraPr id=\"1\"><hh:heading type=\"NUMBER\" "
    "idRef=\"1\" level=\"0\"/></hh:paraPr><hh:paraPr id=\"2\"><hh:heading type=\"NUMBER\" "
    "idRef=\"1\" level=\"1\"/></hh:paraPr><hh:paraPr id=\"3\"><hh:heading type=\"BULLET\" "
    "idRef=\"1\" level=\"0\"/></hh:paraPr><hh:paraPr id=\"4\"><hh:heading type=\"OUTLINE\" "
    "idRef=\"0\" level=\"0\"/></hh:paraPr><hh:paraPr id=\"5\"><epub:switch><epub:case "
    "epub:required-namespace=\"http://www.hancom.co.kr/hwpml/2016/paragraph\"><hh:heading "
    "type=\"OUTLINE\" idRef=\"0\" level=\"8\"/></epub:case><epub:default><hh:heading "
    "type=\"NONE\" idRef=\"0\" level=\"0\"/></epub:default></epub:switch></hh:paraPr>"
    "</hh:paraProperties>";

TEST(ReadHwpx, LabelsParagraphsByTheirShapes) {
  const std::string section = "<hp:secPr outlineShapeIDRef=\"2\"/>";
  const ExtractedFile file = read_section(
      paragraph(section + "<hp:t>총칙</hp:t>", 4) + text_paragraph("First", 1) +
          text_paragraph("가지", 2) + text_paragraph("branch", 2) + text_paragraph("점", 3) +
          text_paragraph("둘째", 1) + text_paragraph("보칙", 4) + text_paragraph("깊이", 5) +
          text_paragraph("본문", 0),
      kHeader);
  EXPECT_THAT(block_lines(file),
              ElementsAre("heading 1 [제1장] 총칙", "item 1 [1.] First", "item 2 [다.] 가지",
                          "item 2 [라.] branch", "item 1 [●] 점", "item 1 [2.] 둘째",
                          "heading 1 [제2장] 보칙", "heading 9 깊이", "paragraph 본문"));
}

TEST(ReadHwpx, ReadsNamespacesOfOtherYears) {
  struct Case {
    const char* space;
    bool noted;
  };
  for (const Case& c : {Case{"http://www.hancom.co.kr/hwpml/2016/", false},
                        Case{"http://www.owpml.org/owpml/2024/", false},
                        Case{"http://www.owpml.org/owpml/2031/", true}}) {
    const ExtractedFile file =
        read(zip_of(parts_of({text_paragraph("글 text", 1)}, kHeader, c.space)));
    EXPECT_THAT(block_lines(file), ElementsAre("item 1 [1.] 글 text"));
    EXPECT_EQ(file.notes.size(), c.noted ? 1U : 0U);
  }
  // What is not HWPX is not text of it.
  EXPECT_EQ(read(zip_of(parts_of({text_paragraph("글")}, "", "http://example.org/2011/"))).text,
            "");
}

}  // namespace
}  // namespace ibid
