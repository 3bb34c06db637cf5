// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include "tests/corpus/hwp/hwp_cases.h"

namespace ibid {
namespace {

using namespace ibid::testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A section of these records, in a file that is packed and in one that is not: both are checked.
ExtractedFile read_section(const std::string& records, const std::string& doc_info = {}) {
  HwpParts parts;
  parts.doc_info = doc_info;
  parts.sections = {records};
  const std::string bytes = hwp_file_of(parts);
  parts.flags = 0;
  const std::string plain = hwp_file_of(parts);
  const ExtractedFile file = read(bytes);
  EXPECT_EQ(read(plain), file);
  check_parts(file, bytes);
  return file;
}

std::string text_paragraph(std::string_view text, unsigned level = 0, unsigned shape = 0) {
  return hwp_paragraph(level, shape, utf16_of(text));
}

TEST(ReadHwp, ReadsTextInEachScript) {
  for (const std::string text :
       {"Budgets grew by 3.5% in 2024.", "예산이 3.5% 늘었다.",
        "국회(National Assembly)는 大韓民國 😀 ﬁ", "café, naïve: Ångström", "한글 자모도"}) {
    const ExtractedFile file = read_section(text_paragraph(text));
    EXPECT_EQ(file.text, text);
    EXPECT_EQ(file.grade, AnchorGrade::kPart);
    EXPECT_EQ(file.format, FileFormat::kHwp);
    ASSERT_EQ(file.parts.size(), 1U);
    EXPECT_EQ(file.parts[0].name, "BodyText/Section0");
  }
}

TEST(ReadHwp, AnchorsUnitsOfTheStream) {
  // 4 + 24 bytes are the record of the paragraph, 4 the head of the text.
  const ExtractedFile file = read_section(text_paragraph("가나 a"));
  ASSERT_EQ(file.anchors.size(), 2U);
  EXPECT_EQ(file.anchors[0].span, (TextSpan{0, 32, 6, 4}));
  EXPECT_EQ(file.anchors[1].span, (TextSpan{6, 36, 2, 4}));
}

TEST(ReadHwp, KnowsHowWideControlCodesAre) {
  std::string text = utf16_of("a");
  for (const unsigned code : {1U,  2U,  3U,  4U,  5U,  6U,  7U,  8U,  11U, 12U,
                              14U, 15U, 16U, 17U, 18U, 19U, 20U, 21U, 22U, 23U}) {
    text += hwp_code(code, "test") + utf16_of("b");
  }
  for (const unsigned code : {0U, 25U, 26U, 27U, 28U, 29U}) text += le16(code) + utf16_of("c");
  EXPECT_EQ(read_section(hwp_paragraph(0, 0, text)).text, "a" + std::string(20, 'b') + "cccccc");
}

TEST(ReadHwp, ReadsTabsBreaksHyphensAndSpaces) {
  const std::string text = utf16_of("증가율") + hwp_code(9) + le16(24) + utf16_of("23%") +
                           le16(10) + utf16_of("next") + le16(30) + utf16_of("line") + le16(31) +
                           utf16_of("끝");
  EXPECT_EQ(read_section(hwp_paragraph(0, 0, text)).text, "증가율\t-23%\nnext\u00A0line 끝");
}

TEST(ReadHwp, ReplacesHalvesOfCharacters) {
  const std::string text =
      utf16_of("a") + le16(0xD83D) + utf16_of("b") + le16(0xDE00) + utf16_of("c");
  EXPECT_EQ(read_section(hwp_paragraph(0, 0, text)).text, "a\uFFFDb\uFFFDc");
}

std::string labelled_doc_info() {
  return hwp_numbering_of({{"^1.", 0, 1}, {"^2.", 8, 1}, {"^3)", 1, 1}}) +
         hwp_numbering_of({{"제^1장", 0, 1}, {"^1.^2", 0, 1}}) + hwp_bullet_of(0xF06C) +
         hwp_bullet_of('-') + hwp_shape_of(0, 0, 0) + hwp_shape_of(2, 1, 0) +
         hwp_shape_of(2, 1, 1) + hwp_shape_of(3, 1, 0) + hwp_shape_of(3, 2, 1) +
         hwp_shape_of(1, 0, 0) + hwp_shape_of(1, 0, 1) + hwp_shape_of(1, 0, 8);
}

// A section definition with outline numbering `id`, as the paragraph's first control.
std::string section_begin(unsigned id) {
  return hwp_paragraph(0, 0, hwp_code(2, "secd")) +
         hwp_control_of(1, "secd", std::string(14, '\0') + le16(id) + std::string(20, '\0'));
}

TEST(ReadHwp, LabelsParagraphsByTheirShapes) {
  const std::string records =
      section_begin(2) + text_paragraph("총칙", 0, 5) + text_paragraph("목적", 0, 6) +
      text_paragraph("First", 0, 1) + text_paragraph("가지", 0, 2) + text_paragraph("", 0, 2) +
      text_paragraph("branch", 0, 2) + text_paragraph("점", 0, 3) + text_paragraph("dash", 0, 4) +
      text_paragraph("둘째", 0, 1) + text_paragraph("보칙", 0, 5) + text_paragraph("본문", 0, 0) +
      text_paragraph("깊이", 0, 7) + text_paragraph("없는 모양", 0, 99);
  EXPECT_THAT(block_lines(read_section(records, labelled_doc_info())),
              ElementsAre("heading 1 [제1장] 총칙", "heading 2 [1.1] 목적", "item 1 [1.] First",
                          "item 2 [가.] 가지", "item 2 [다.] branch", "item 1 [●] 점",
                          "item 2 [-] dash", "item 1 [2.] 둘째", "heading 1 [제2장] 보칙",
                          "paragraph 본문", "heading 9 깊이", "paragraph 없는 모양"));
}

TEST(ReadHwp, BeginsAnOutlineAnewWithTheSectionsOwnNumbering) {
  HwpParts parts;
  parts.doc_info = labelled_doc_info();
  parts.sections = {section_begin(1) + text_paragraph("하나", 0, 5) + text_paragraph("둘", 0, 5),
                    section_begin(2) + text_paragraph("One", 0, 5),
                    section_begin(0) + text_paragraph("하나", 0, 5) + text_paragraph("아래", 0, 6)};
  for (int i = 3; i < 12; ++i) parts.sections.push_back(text_paragraph("쪽 " + std::to_string(i)));
  const ExtractedFile file = read(hwp_file_of(parts));
  // Sections are in the order of their numbers: 2 before 10.
  EXPECT_THAT(
      block_lines(file),
      ElementsAre("heading 1 [1.] 하나", "heading 1 [2.] 둘", "heading 1 [제1장] One",
                  "heading 1 [1.] 하나", "heading 2 [1.1.] 아래", "paragraph 쪽 3",
                  "paragraph 쪽 4", "paragraph 쪽 5", "paragraph 쪽 6", "paragraph 쪽 7",
                  "paragraph 쪽 8", "paragraph 쪽 9", "paragraph 쪽 10", "paragraph 쪽 11"));
}

// A note with its own number, as Hancom writes it: "1) text".
std::string note_of(std::string_view id, unsigned number, std::string_view text) {
  const unsigned counts = id == "fn  " ? 1 : 2;
  return hwp_control_of(1, id, le32(number) + le16(0) + le16(')') + le32(0) + le32(0)) +
         hwp_list_of(2) + hwp_paragraph(2, 0, hwp_code(18, "atno") + utf16_of(text)) +
         hwp_auto_number_of(3, counts, number, ")");
}

TEST(ReadHwp, TakesNotesOutOfTheSentence) {
  const std::string records =
      hwp_paragraph(0, 0,
                    utf16_of("늘었다") + hwp_code(17, "fn  ") + utf16_of(". It grew") +
                        hwp_code(17, "en  ") + utf16_of(".")) +
      note_of("fn  ", 3, " 통계청, 2024.") + note_of("en  ", 1, " See https://example.org/.");
  const ExtractedFile file = read_section(records);
  EXPECT_THAT(block_lines(file),
              ElementsAre("paragraph 늘었다. It grew.", "note [3)] 통계청, 2024.",
                          "note [1)] See https://example.org/."));
  EXPECT_THAT(file.marks, ElementsAre(NoteMark{9, "3)", 1}, NoteMark{18, "1)", 2}));
}

TEST(ReadHwp, NumbersNotesThatHaveNoNumberByTheirSection) {
  const auto bare = [](std::string_view text) {
    return hwp_control_of(1, "fn  ", le32(0)) + hwp_list_of(2) + text_paragraph(text, 2);
  };
  const std::string shape = le32(3) + le16(0) + le16('(') + le16(')') + std::string(18, '\0');
  const std::string records =
      hwp_paragraph(0, 0,
                    hwp_code(2, "secd") + utf16_of("a") + hwp_code(17, "fn  ") + utf16_of("나") +
                        hwp_code(17, "fn  ")) +
      hwp_control_of(1, "secd", std::string(40, '\0')) + hwp_record(74, 2, shape) +
      hwp_record(74, 2, std::string(28, '\0')) + bare("하나") + bare("two");
  const ExtractedFile file = read_section(records);
  EXPECT_THAT(block_lines(file),
              ElementsAre("paragraph a나", "note [(i)] 하나", "note [(ii)] two"));
}

std::string table_of(const std::vector<std::string>& cells, unsigned columns, unsigned level = 1,
                     bool head = false) {
  std::string records = hwp_control_of(level, "tbl ", std::string(40, '\0')) +
                        hwp_record(77, level + 1, std::string(20, '\0'));
  for (unsigned i = 0; i < cells.size(); ++i) {
    records += hwp_cell_of(level + 1, i / columns, i % columns, head && i < columns);
    records += cells[i];
  }
  return records;
}

TEST(ReadHwp, MakesRowsOfTables) {
  const std::vector<std::string> cells = {text_paragraph("연도", 2), text_paragraph("Budget", 2),
                                          text_paragraph("2024", 2),
                                          text_paragraph("656.6", 2) + text_paragraph("(조원)", 2)};
  const std::string records = hwp_paragraph(0, 0, utf16_of("표:") + hwp_code(11, "tbl ")) +
                              table_of(cells, 2, 1, true) + text_paragraph("뒤");
  EXPECT_THAT(
      block_lines(read_section(records)),
      ElementsAre("paragraph 표:", "row 연도|Budget", "row <1 2024|656.6 (조원)", "paragraph 뒤"));
}

TEST(ReadHwp, TakesATableOfOneCellForAFrame) {
  const std::string inner = hwp_paragraph(2, 0, hwp_code(11, "tbl ")) +
                            table_of({text_paragraph("안", 4), text_paragraph("inner", 4)}, 2, 3);
  const std::string records =
      hwp_paragraph(0, 0, hwp_code(11, "tbl ")) +
      table_of({text_paragraph("요약", 2, 1) + text_paragraph("Summary", 2) + inner}, 1);
  EXPECT_THAT(block_lines(read_section(records, labelled_doc_info())),
              ElementsAre("item 1 [1.] 요약", "paragraph Summary", "row 안|inner"));
}

TEST(ReadHwp, PutsTablesAndNotesOfACellBehindItsRow) {
  const std::string cell =
      hwp_paragraph(2, 0, utf16_of("칸") + hwp_code(17, "fn  ") + hwp_code(11, "tbl ")) +
      hwp_control_of(3, "fn  ", le32(1)) + hwp_list_of(4) + text_paragraph("주", 4) +
      table_of({text_paragraph("x", 4), text_paragraph("y", 4)}, 2, 3);
  const std::string records =
      hwp_paragraph(0, 0, hwp_code(11, "tbl ")) +
      table_of({cell, text_paragraph("b", 2), text_paragraph("c", 2), text_paragraph("d", 2)}, 2);
  EXPECT_THAT(block_lines(read_section(records)),
              ElementsAre("row 칸|b", "note [1] 주", "row x|y", "row c|d"));
}

TEST(ReadHwp, ShowsLabelsOfParagraphsInCells) {
  const std::string records =
      hwp_paragraph(0, 0, hwp_code(11, "tbl ")) +
      table_of({text_paragraph("가격", 2, 1) + text_paragraph("Price", 2, 1),
                text_paragraph("점", 2, 3)},
               2);
  EXPECT_THAT(block_lines(read_section(records, labelled_doc_info())),
              ElementsAre("row 1. 가격 2. Price|● 점"));
}

TEST(ReadHwp, PutsBoxesAndCaptionsBehindTheirParagraph) {
  const std::string caption =
      hwp_paragraph(2, 0, utf16_of("그림 ") + hwp_code(18, "atno") + utf16_of(" 추이")) +
      hwp_auto_number_of(3, 3, 4);
  const std::string box = hwp_control_of(1, "gso ", std::string(40, '\0')) +
                          hwp_list_of(2, le32(3)) + caption +
                          hwp_record(76, 2, std::string(40, '\0')) + hwp_list_of(3) +
                          text_paragraph("상자 안", 3) + text_paragraph("in the box", 3);
  const std::string records =
      hwp_paragraph(0, 0, utf16_of("앞 ") + hwp_code(11, "gso ") + utf16_of("뒤")) + box;
  EXPECT_THAT(
      block_lines(read_section(records)),
      ElementsAre("paragraph 앞 뒤", "box 상자 안", "box in the box", "caption 그림 4 추이"));
}

TEST(ReadHwp, LeavesOutWhatIsNotPartOfTheText) {
  const auto control = [](std::string_view id, std::string_view text) {
    return hwp_control_of(1, id, le32(0)) + hwp_list_of(2) + text_paragraph(text, 2);
  };
  const std::string memo =
      hwp_record(93, 1, std::string(4, '\0')) + hwp_list_of(1) + text_paragraph("메모 memo", 1);
  const std::string records =
      hwp_paragraph(0, 0,
                    hwp_code(16, "head") + utf16_of("본") + hwp_code(16, "foot") +
                        hwp_code(15, "tcmt") + utf16_of("문") + hwp_code(18, "atno")) +
      control("head", "머리말") + control("foot", "footer") + control("tcmt", "숨은 설명") +
      hwp_auto_number_of(1, 0, 12) + memo;
  const ExtractedFile file = read_section(records);
  EXPECT_THAT(block_lines(file), ElementsAre("paragraph 본문"));
  EXPECT_THAT(left_out_lines(file), ElementsAre("page frame: 머리말", "page frame: footer",
                                                "comment: 숨은 설명", "comment: 메모 memo"));
}

std::string field_of(std::string_view id, std::string_view command) {
  return hwp_control_of(1, id,
                        le32(0) + std::string(1, '\0') + counted_utf16_of(command) + le32(7));
}

TEST(ReadHwp, FollowsLinksFromParagraphToParagraph) {
  const std::string records =
      hwp_paragraph(0, 0, utf16_of("자료: ") + hwp_code(3, "%hlk") + utf16_of("통계청")) +
      field_of("%hlk", "https\\://example.org/통계;1;0;0;") +
      hwp_paragraph(0, 0, utf16_of("KOSTAT") + hwp_code(4, "%hlk") + utf16_of(" (2024)")) +
      hwp_paragraph(0, 0, hwp_code(3, "%bmk") + utf16_of("책갈피") + hwp_code(4, "%bmk")) +
      field_of("%bmk", "https\\://example.org/no;");
  const ExtractedFile file = read_section(records);
  EXPECT_EQ(file.text, "자료: 통계청\nKOSTAT (2024)\n책갈피");
  EXPECT_THAT(file.links, ElementsAre(TextLink{{8, 17}, "https://example.org/통계"},
                                      TextLink{{18, 24}, "https://example.org/통계"}));
}

TEST(ReadHwp, LeavesOutTheGuideOfAnEmptyField) {
  const std::string command =
      "Clickhere:set:40:Direction:wstring:6:이름 입력요 HelpState:wstring:0:";
  const std::string records =
      hwp_paragraph(0, 0,
                    utf16_of("이름: ") + hwp_code(3, "%clk") + utf16_of("이름 입력요") +
                        hwp_code(4, "%clk")) +
      field_of("%clk", command) +
      hwp_paragraph(0, 0, hwp_code(3, "%clk") + utf16_of("홍길동") + hwp_code(4, "%clk")) +
      field_of("%clk", command);
  const ExtractedFile file = read_section(records);
  EXPECT_THAT(block_lines(file), ElementsAre("paragraph 이름:", "paragraph 홍길동"));
  EXPECT_THAT(left_out_lines(file), ElementsAre("hidden: 이름 입력요"));
}

TEST(ReadHwp, ReadsTextThatStandsInControls) {
  const std::string ruby = counted_utf16_of("본말") + counted_utf16_of("덧말");
  const std::string records =
      hwp_paragraph(
          0, 0, utf16_of("이 ") + hwp_code(23, "tdut") + utf16_of("과 ") + hwp_code(23, "tcps")) +
      hwp_control_of(1, "tdut", ruby) + hwp_control_of(1, "tcps", counted_utf16_of("10"));
  EXPECT_EQ(read_section(records).text, "이 본말과 10");
}

TEST(ReadHwp, SaysThatAnEquationCannotBeRead) {
  const std::string records = hwp_paragraph(0, 0, utf16_of("식 ") + hwp_code(11, "eqed")) +
                              hwp_control_of(1, "eqed", std::string(40, '\0')) +
                              hwp_record(88, 2, le32(0) + counted_utf16_of("x over y"));
  const ExtractedFile file = read_section(records);
  EXPECT_EQ(file.text, "식");
  EXPECT_THAT(left_out_lines(file), ElementsAre("unreadable: x over y"));
}

TEST(ReadHwp, KeepsTextOfControlsThatStandNowhere) {
  // Two controls without a code, one code without a control.
  const std::string records = hwp_paragraph(0, 0, utf16_of("글") + hwp_code(11, "eqed")) +
                              hwp_control_of(1, "gso ", "") + hwp_record(76, 2, "") +
                              hwp_list_of(3) + text_paragraph("상자", 3) +
                              hwp_control_of(1, "zzzz", "") + hwp_list_of(2) +
                              text_paragraph("unknown", 2) + text_paragraph("orphan", 1);
  EXPECT_THAT(block_lines(read_section(records)),
              ElementsAre("paragraph 글", "box 상자", "box unknown", "box orphan"));
}

TEST(ReadHwp, PrefersTrackedViewTextOnlyIfItIsWhole) {
  HwpParts parts;
  parts.flags = 1 | 1 << 14;
  parts.sections = {text_paragraph("본문 그대로")};
  parts.view_sections = {text_paragraph("Final 최종")};
  EXPECT_EQ(read(hwp_file_of(parts)).text, "Final 최종");
  EXPECT_EQ(read(hwp_file_of(parts)).parts.at(0).name, "ViewText/Section0");
  parts.view_sections = {hwp_record(28, 0, std::string(256, 'x'))};
  EXPECT_EQ(read(hwp_file_of(parts)).text, "본문 그대로");
  parts.view_sections.clear();
  parts.more = {{"ViewText/Section0", "no deflate at all, no deflate"}};
  EXPECT_EQ(read(hwp_file_of(parts)).text, "본문 그대로");
  parts.flags = 1;
  parts.more = {{"ViewText/Section0", packed(text_paragraph("old"))}};
  EXPECT_EQ(read(hwp_file_of(parts)).text, "본문 그대로");
}

TEST(ReadHwp, SaysWhichRecordIsCutOff) {
  std::string records = text_paragraph("온전한 문단") + text_paragraph("Cut off");
  records.resize(records.size() - 8);
  const ExtractedFile file = read_section(records);
  EXPECT_EQ(file.text, "온전한 문단\nCut");
  EXPECT_THAT(file.notes,
              ElementsAre("BodyText/Section0: a record is longer than what is left of it"));
}

TEST(ReadHwp, ReadsRecordsWithLongSizes) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "긴 문단 ";
  text += "end";
  const ExtractedFile file = read_section(text_paragraph(text));
  EXPECT_EQ(file.text, text);
}

}  // namespace
}  // namespace ibid
