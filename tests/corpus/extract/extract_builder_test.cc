// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "corpus/extract/reader_input.h"

namespace ibid {
namespace {

using Kind = ExtractedBlock::Kind;
using testing::ElementsAre;

ExtractBuilder builder(AnchorGrade grade = AnchorGrade::kByte, std::uint64_t most = 1000) {
  ExtractBuilder builder(FileFormat::kHtml, grade, "test/1", most);
  builder.add_part({});
  return builder;
}

TEST(ExtractBuilder, PutsALineFeedBetweenBlocksAndNoSpaceAtTheirEdges) {
  ExtractBuilder out = builder();
  out.begin_block(Kind::kHeading, 1);
  out.add("  제목 ", 0, 10, 9);
  out.begin_block(Kind::kParagraph);
  out.add(" \n", 0, 30, 2);
  out.begin_block(Kind::kItem, 1, "가.");
  out.add("수출은", 0, 40, 9);
  out.add_unplaced(" ");
  out.add("3%", 0, 60, 2);
  const ExtractedFile file = out.finish();
  EXPECT_EQ(file.text, "제목\n수출은 3%");
  ASSERT_EQ(file.blocks.size(), 2u);
  EXPECT_EQ(file.blocks[0].text, (ByteRange{0, 6}));
  EXPECT_EQ(file.blocks[1].text, (ByteRange{7, 19}));
  EXPECT_EQ(file.blocks[1].label, "가.");
  ASSERT_EQ(file.anchors.size(), 3u);
  EXPECT_EQ(file.anchors[0].span, (TextSpan{0, 12, 6, 6}));
  EXPECT_EQ(file.anchors[1].span, (TextSpan{7, 40, 9, 9}));
  EXPECT_EQ(file.anchors[2].span, (TextSpan{17, 60, 2, 2}));
  EXPECT_EQ(why_unsound(file), "");
}

TEST(ExtractBuilder, JoinsWhatIsOneStretchOfTheFile) {
  ExtractBuilder out = builder();
  out.add("a", 0, 5, 1);
  out.add("b", 0, 6, 1);
  out.add("&", 0, 7, 5);
  out.add("&", 0, 12, 5);
  out.add("c", 0, 17, 1);
  out.add("한", 0, 18, 2);
  out.add("글", 0, 20, 2);
  const ExtractedFile file = out.finish();
  ASSERT_EQ(file.anchors.size(), 4u);
  EXPECT_EQ(file.anchors[1].span, (TextSpan{2, 7, 2, 10}));
  EXPECT_EQ(file.anchors[3].span, (TextSpan{5, 18, 6, 4}));
}

TEST(ExtractBuilder, CutsSpacesOfAnotherLengthInTheFile) {
  ExtractBuilder out = builder();
  out.add("\u00A0\u00A0x\u00A0", 0, 0, 0 + 24);  // not a row of like characters: one by one
  const ExtractedFile one = out.finish();
  EXPECT_EQ(one.text, "x");
  ExtractBuilder rows = builder();
  rows.add("\u00A0\u00A0", 0, 0, 12);
  rows.add("x", 0, 12, 1);
  rows.add("\u00A0\u00A0", 0, 13, 12);
  const ExtractedFile file = rows.finish();
  EXPECT_EQ(file.text, "x");
  ASSERT_EQ(file.anchors.size(), 1u);
  EXPECT_EQ(file.anchors[0].span, (TextSpan{0, 12, 1, 1}));
}

TEST(ExtractBuilder, KeepsMarksLinksAndWhatIsLeftOutWithinTheText) {
  ExtractBuilder out = builder();
  out.begin_block(Kind::kParagraph);
  const std::uint64_t begin = out.at();
  out.add("see this ", 0, 0, 9);
  out.add_link(begin, "https://example.org/");
  out.add_mark("1");
  out.file().marks.back().note = 1;
  out.add_mark("2");
  out.leave_out(LeftOutText::Reason::kDeleted, "never");
  out.begin_block(Kind::kNote, 0, "1");
  out.add("A note.", 0, 20, 7);
  out.end_block();
  out.begin_block(Kind::kParagraph);
  const std::uint64_t empty = out.at();
  out.add_unplaced("  ");
  out.add_link(empty, "https://example.org/nothing");
  const ExtractedFile file = out.finish();
  EXPECT_EQ(why_unsound(file), "");
  EXPECT_THAT(file.links, ElementsAre(TextLink{{0, 8}, "https://example.org/"}));
  EXPECT_THAT(file.marks, ElementsAre(NoteMark{8, "1", 1}));
  EXPECT_EQ(file.left_out_count, 1u);
  EXPECT_EQ(file.left_out[0].text, "never");
}

TEST(ExtractBuilder, PullsPlacesOutOfWhiteSpaceThatIsCutOff) {
  ExtractBuilder out = builder();
  out.begin_block(Kind::kParagraph);
  const std::uint64_t begin = out.at();
  out.add("ab   ", 0, 0, 5);
  out.leave_out(LeftOutText::Reason::kDeleted, "gone");
  out.add_link(begin, "https://example.org/");
  out.begin_block(Kind::kParagraph);
  out.add("가나", 0, 9, 6);
  const ExtractedFile file = out.finish();
  EXPECT_EQ(why_unsound(file), "");
  EXPECT_EQ(file.left_out[0].at, 2u);
  EXPECT_EQ(file.links[0].text, (ByteRange{0, 2}));
}

TEST(ExtractBuilder, RefusesTextBeyondItsLimit) {
  ExtractBuilder out = builder(AnchorGrade::kByte, 10);
  out.add("12345", 0, 0, 5);
  try {
    out.add("67890!", 0, 5, 6);
    FAIL() << "11 bytes were taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kInput);
    EXPECT_STREQ(error.what(), "it has more than 10 bytes of text; split it");
  }
}

TEST(ExtractBuilder, KeepsTheFirstValueOfAFieldInOneLine) {
  ExtractBuilder out = builder();
  out.add_field("title", " 국방 \n 백서 ", "og:title");
  out.add_field("title", "other", "title");
  out.add_field("author", " \t", "meta");
  const ExtractedFile file = out.finish();
  EXPECT_THAT(file.fields, ElementsAre(ExtractedField{"title", "국방 백서", "og:title"}));
}

}  // namespace
}  // namespace ibid
