// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hangul/write_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/extract_checks.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using Control = HangulControl;
using Event = HangulParagraph::Event;

// Text with its own offset as its place.
HangulParagraph paragraph(const std::string& text) {
  HangulParagraph out;
  out.text = text;
  if (!text.empty()) out.spans.push_back({0, 100, text.size(), text.size()});
  return out;
}

// "b", a line break, "c".
HangulParagraph two_lines() {
  HangulParagraph out;
  out.text = "b\nc";
  out.spans = {{0, 300, 1, 1}, {2, 310, 1, 1}};
  return out;
}

void hang(HangulParagraph& on, std::uint64_t at, Control control) {
  on.events.push_back({});
  on.events.back().at = at;
  on.events.back().control = static_cast<std::uint32_t>(on.controls.size());
  on.controls.push_back(std::move(control));
}

void add_event(HangulParagraph& to, std::uint64_t at, Event::Kind kind, std::string text = {},
               std::string guide = {}) {
  to.events.push_back({});
  to.events.back().at = at;
  to.events.back().kind = kind;
  to.events.back().text = std::move(text);
  to.events.back().guide = std::move(guide);
}

HangulList list_of(std::vector<HangulParagraph> paragraphs) {
  HangulList list;
  list.paragraphs = std::move(paragraphs);
  return list;
}

Control control_of(Control::Kind kind, std::vector<HangulList> lists) {
  Control control;
  control.kind = kind;
  control.lists = std::move(lists);
  return control;
}

ExtractedFile written(const std::vector<HangulParagraph>& section) {
  const LabelDefinitions none;
  ExtractBuilder out(FileFormat::kHwp, AnchorGrade::kPart, "test/1", 1 << 20);
  out.add_part({"part", "", 1 << 20, 0, 0});
  HangulWriter writer(out, none);
  writer.write(section);
  ExtractedFile file = out.finish();
  EXPECT_EQ(why_unsound(file), "");
  return file;
}

TEST(HangulWriter, PutsNotesBehindTheirParagraphAndTheirMarksInIt) {
  HangulParagraph text = paragraph("예산이 늘었다. Budgets grew.");
  Control note = control_of(Control::Kind::kNote,
                            {list_of({paragraph("국회예산정책처, 2024."), paragraph("둘째 줄")})});
  note.counts = Control::Counts::kFootnotes;
  hang(text, 20, note);
  hang(text, 33, note);
  const ExtractedFile file = written({text, paragraph("다음 문단")});
  EXPECT_THAT(testing::block_lines(file),
              ElementsAre("paragraph 예산이 늘었다. Budgets grew.",
                          "note [1] 국회예산정책처, 2024.", "note 둘째 줄",
                          "note [2] 국회예산정책처, 2024.", "note 둘째 줄", "paragraph 다음 문단"));
  EXPECT_THAT(file.marks, ElementsAre(NoteMark{20, "1", 1}, NoteMark{33, "2", 3}));
}

TEST(HangulWriter, MakesRowsOfCellsAndTextOfAFrame) {
  std::vector<HangulList> cells;
  for (std::uint32_t i = 0; i < 4; ++i) {
    cells.push_back(list_of({paragraph("칸 " + std::to_string(i)), two_lines()}));
    cells.back().row = i / 2;
    cells.back().column = i % 2;
    cells.back().head = i < 2;
  }
  std::swap(cells[0], cells[3]);  // cells come in any order
  HangulParagraph with_table;
  hang(with_table, 0, control_of(Control::Kind::kTable, cells));
  HangulParagraph with_frame;
  hang(with_frame, 0,
       control_of(Control::Kind::kTable, {list_of({paragraph("하나"), paragraph("two")})}));
  const ExtractedFile file = written({with_table, with_frame});
  EXPECT_THAT(testing::block_lines(file),
              ElementsAre("row 칸 0 b c|칸 1 b c", "row <0 칸 2 b c|칸 3 b c", "paragraph 하나",
                          "paragraph two"));
}

TEST(HangulWriter, KeepsCaptionsOnTheirSideOfABox) {
  HangulList above = list_of({paragraph("위")}), below = list_of({paragraph("아래")});
  above.role = HangulList::Role::kCaptionAbove;
  below.role = HangulList::Role::kCaptionBelow;
  HangulParagraph text = paragraph("본문");
  hang(text, 3, control_of(Control::Kind::kBox, {below, list_of({paragraph("상자 box")}), above}));
  EXPECT_THAT(testing::block_lines(written({text})),
              ElementsAre("paragraph 본문", "caption 위", "box 상자 box", "caption 아래"));
}

TEST(HangulWriter, LeadsLinksOverParagraphsToTheirEnd) {
  HangulParagraph first = paragraph("see 통계청"), second = paragraph("누리집 now");
  add_event(first, 4, Event::Kind::kFieldBegin, "https://example.org/a");
  add_event(second, 9, Event::Kind::kFieldEnd);
  const ExtractedFile file = written({first, second});
  EXPECT_THAT(file.links, ElementsAre(TextLink{{4, 13}, "https://example.org/a"},
                                      TextLink{{14, 23}, "https://example.org/a"}));
}

TEST(HangulWriter, LeavesOutAGuideThatNobodyFilledIn) {
  for (const bool filled : {false, true}) {
    HangulParagraph text = paragraph(filled ? "이름: 홍길동 끝" : "이름: 쓰세요 끝");
    add_event(text, 8, Event::Kind::kFieldBegin, {}, "쓰세요");
    add_event(text, 17, Event::Kind::kFieldEnd);
    const ExtractedFile file = written({text});
    EXPECT_EQ(file.text, filled ? "이름: 홍길동 끝" : "이름:  끝");
    EXPECT_EQ(file.left_out_count, filled ? 0U : 1U);
    EXPECT_TRUE(filled || file.left_out.at(0).reason == LeftOutText::Reason::kHidden);
  }
}

TEST(HangulWriter, ShowsNumbersOfTablesButNotOfPages) {
  HangulParagraph text = paragraph("표  예산, 쪽 ");
  Control table = control_of(Control::Kind::kAutoNumber, {}), page = table;
  table.number = page.number = 7;
  table.look.format = NumberFormat::kRomanCapital;
  page.counts = Control::Counts::kPages;
  hang(text, 4, table);
  hang(text, text.text.size(), page);
  EXPECT_EQ(written({text}).text, "표 VII 예산, 쪽");
}

}  // namespace
}  // namespace ibid
