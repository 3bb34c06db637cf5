// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/office/draft_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ibid {
namespace {

using Kind = ExtractedBlock::Kind;

Draft draft(Kind kind, std::string_view text, std::uint64_t at = 0) {
  Draft out;
  out.kind = kind;
  out.add(text, {at, at + text.size()});
  return out;
}

ExtractedFile written(const std::vector<Draft>& drafts,
                      const std::vector<std::string>& addresses = {}) {
  ExtractBuilder out(FileFormat::kDocx, AnchorGrade::kPart, "test/1", 10'000);
  out.add_part({});
  DraftWriter writer(out, addresses);
  for (const Draft& one : drafts) writer.write(one);
  ExtractedFile file = out.finish();
  EXPECT_EQ(why_unsound(file), "");
  return file;
}

TEST(DraftWriter, PutsNotesAfterTheirBlockAndBoxesAfterThose) {
  Draft paragraph = draft(Kind::kParagraph, "수출은 3% ");
  Draft::Mark mark;
  mark.label = "1";
  mark.note = {draft(Kind::kParagraph, "관세청", 50), draft(Kind::kParagraph, "2024", 60)};
  paragraph.add_mark(mark);
  paragraph.add("늘었다.", {20, 30});
  paragraph.after.push_back(draft(Kind::kBox, "Box", 70));
  const ExtractedFile file = written({paragraph, draft(Kind::kParagraph, "Next", 90)});
  EXPECT_EQ(file.text, "수출은 3% 늘었다.\n관세청\n2024\nBox\nNext");
  ASSERT_EQ(file.blocks.size(), 5u);
  EXPECT_EQ(file.blocks[1].kind, Kind::kNote);
  EXPECT_EQ(file.blocks[1].label, "1");
  EXPECT_EQ(file.blocks[2].label, "");
  EXPECT_EQ(file.blocks[3].kind, Kind::kBox);
  // On the word, not on the space before the next one.
  EXPECT_EQ(file.marks, (std::vector<NoteMark>{{12, "1", 1}}));
}

TEST(DraftWriter, LeavesTheAuthorsOwnMarkOutOfTheNote) {
  Draft paragraph = draft(Kind::kParagraph, "text");
  Draft::Mark mark;
  mark.label = "*";
  mark.counted = false;
  mark.note = {draft(Kind::kParagraph, " * The note", 50)};
  paragraph.add_mark(mark);
  const ExtractedFile file = written({paragraph});
  EXPECT_EQ(file.text, "text\nThe note");
  EXPECT_EQ(file.blocks[1].label, "*");
  EXPECT_EQ(file.anchors[1].span, (TextSpan{5, 53, 8, 8}));
}

TEST(DraftWriter, TellsRowsOfTheirHead) {
  Draft head = draft(Kind::kRow, "Year");
  head.table = 3;
  head.is_head = true;
  Draft row = draft(Kind::kRow, "2024");
  row.table = 3;
  Draft other = row;
  other.table = 4;
  const ExtractedFile file = written({head, row, other});
  EXPECT_EQ(file.blocks[0].header, ExtractedBlock::kNone);
  EXPECT_EQ(file.blocks[1].header, 0u);
  EXPECT_EQ(file.blocks[2].header, ExtractedBlock::kNone);
}

TEST(DraftWriter, LinksPiecesThatLeadToOneAddress) {
  Draft paragraph;
  paragraph.add("see ", {0, 4});
  paragraph.add("the ", {10, 14}, 0);
  paragraph.add_unplaced("\t", 0);
  paragraph.add("report", {20, 26}, 0);
  paragraph.add(" or mail", {30, 38}, 1);
  const ExtractedFile file =
      written({paragraph}, {"https://example.org/r", "mailto:a@example.org"});
  EXPECT_EQ(file.links, (std::vector<TextLink>{{{4, 15}, "https://example.org/r"}}));
}

TEST(DraftWriter, KeepsPlacesOfWhatIsLeftOutAtTheEndOfABlock) {
  Draft paragraph = draft(Kind::kParagraph, "a  ");
  paragraph.leave_out(LeftOutText::Reason::kDeleted, "gone", 0);
  const ExtractedFile file = written({paragraph, draft(Kind::kParagraph, "가나다", 9)});
  EXPECT_EQ(file.text, "a\n가나다");
  EXPECT_EQ(file.left_out[0].at, 1u);
}

}  // namespace
}  // namespace ibid
