// SPDX-License-Identifier: GPL-2.0-or-later
//
// Paragraphs, headings, items, notes, and what belongs to the page and not to the text.
#include <gmock/gmock.h>

#include "corpus/pdf/line_start.h"
#include "tests/corpus/pdf/read_sample.h"

namespace ibid {
namespace {

using Kind = ExtractedBlock::Kind;
using ::testing::ElementsAre;
using testing::PdfPageContent;
using testing::PdfWriter;
using testing::read_bytes;
using testing::read_page;
using testing::texts_of;

const std::vector<std::string> kBody{
    "The ministry wants to buy forty aircraft in the next five years, and the parliament has",
    "to agree before the end of June. Two of the parties that govern are against it."};

TEST(PageBlocks, PartParagraphsByGapIndentAndShortLine) {
  PdfPageContent page;
  double y = page.lines(72, 100, 10, 12, "F", kBody);
  y = page.lines(72, y, 10, 12, "F", {"A short one."});
  y = page.lines(72, y, 10, 12, "F", kBody);
  page.text(90, y, 10, "F",
            "An indented line begins the next paragraph, which goes on for one line");
  page.text(72, y + 12, 10, "F", "more than the one before it.");
  page.text(72, y + 40, 10, "F", "Far below.");
  const ExtractedFile file = read_page(page);
  EXPECT_THAT(texts_of(file),
              ElementsAre(kBody[0] + " " + kBody[1], "A short one.", kBody[0] + " " + kBody[1],
                          "An indented line begins the next paragraph, which goes on for one line "
                          "more than the one before it.",
                          "Far below."));
}

TEST(PageBlocks, TellHeadingsBySizeAndWeight) {
  PdfPageContent page;
  page.text(72, 60, 20, "B", "Air forces");
  page.text(72, 90, 14, "B", "1. The plan");
  double y = page.lines(72, 110, 10, 12, "F", kBody);
  page.text(72, y + 10, 10, "B", "What it costs");
  page.lines(72, y + 24, 10, 12, "F", kBody);
  page.text(72, y + 70, 14, "B", "2. The vote");
  page.lines(72, y + 90, 10, 12, "F", kBody);
  std::vector<std::string> headings;
  const ExtractedFile file = read_page(page);
  for (const ExtractedBlock& block : file.blocks) {
    if (block.kind != Kind::kHeading) continue;
    headings.push_back(std::to_string(block.level) + " " + testing::text_of(file, block));
    EXPECT_EQ(block.label, "");
  }
  EXPECT_THAT(headings,
              ElementsAre("1 Air forces", "2 1. The plan", "3 What it costs", "2 2. The vote"));
}

TEST(PageBlocks, KeepBulletsThatAreTextAndLabelThoseOfWingdings) {
  PdfPageContent page;
  page.lines(72, 80, 10, 12, "F", kBody);
  page.hex(72, 120, 10, "K", "25A1").korean(90, 120, 10, "예산을 늘린다");
  page.hex(72, 136, 10, "K", "25A1").korean(90, 136, 10, "병력을 줄인다");
  page.text(72, 152, 10, "W", "n").text(90, 152, 10, "F", "Aircraft come first");
  page.text(72, 168, 10, "W", "l").text(90, 168, 10, "F", "Ships come second");
  const ExtractedFile file = read_page(page);
  ASSERT_EQ(file.blocks.size(), 5u);
  EXPECT_EQ(texts_of(file)[1], "□ 예산을 늘린다");
  EXPECT_EQ(texts_of(file)[2], "□ 병력을 줄인다");
  EXPECT_EQ(texts_of(file)[3], "Aircraft come first");
  EXPECT_EQ(texts_of(file)[4], "Ships come second");
  for (std::size_t i = 1; i < 5; ++i) EXPECT_EQ(file.blocks[i].kind, Kind::kItem) << i;
  EXPECT_EQ(file.blocks[2].label, "");
  EXPECT_EQ(file.blocks[3].label, "■");
  EXPECT_EQ(file.blocks[4].label, "●");
}

TEST(PageBlocks, JoinAParagraphOverTheEndOfAPage) {
  PdfWriter pdf;
  PdfPageContent first, second;
  first.lines(72, 700, 10, 12, "F",
              {kBody[0], kBody[1],
               "They want the money for ships that can "
               "carry the helicopters which the navy has"});
  second.lines(72, 72, 10, 12, "F", {"bought for its patrols in the north.", kBody[0], kBody[1]});
  pdf.add_page(first);
  pdf.add_page(second);
  const ExtractedFile file = read_bytes(pdf.bytes());
  ASSERT_EQ(file.blocks.size(), 3u);
  EXPECT_THAT(texts_of(file)[1],
              ::testing::EndsWith("which the navy has bought for its patrols in the "
                                  "north."));
  std::set<std::uint32_t> pages;
  for (const SourceAnchor& anchor : file.anchors) {
    if (anchor.span.text_begin >= file.blocks[1].text.begin &&
        anchor.span.text_begin < file.blocks[1].text.end) {
      pages.insert(anchor.part);
    }
  }
  EXPECT_EQ(pages, (std::set<std::uint32_t>{0, 1}));
}

TEST(PageBlocks, EndAParagraphWithItsPageAfterASentence) {
  PdfWriter pdf;
  PdfPageContent first, second;
  first.lines(72, 700, 10, 12, "F", kBody);
  second.lines(72, 72, 10, 12, "F", kBody);
  pdf.add_page(first);
  pdf.add_page(second);
  EXPECT_EQ(read_bytes(pdf.bytes()).blocks.size(), 2u);
}

TEST(PageBlocks, LeaveOutRunningHeadsAndPageNumbers) {
  PdfWriter pdf;
  for (int i = 0; i < 5; ++i) {
    PdfPageContent page;
    page.korean(72, 40, 9, "국방 백서");
    page.text(500, 40, 9, "F", i % 2 == 0 ? "Chapter 1" : "Chapter 2");
    page.text(300, 760, 9, "F", "- " + std::to_string(i + 79) + " -");
    page.lines(72, 80 + 3 * i, 10, 12, "F", kBody);
    page.text(72, 300, 10, "F", "Exports were " + std::to_string(i + 79) + " in this year.");
    pdf.add_page(page);
  }
  const ExtractedFile file = read_bytes(pdf.bytes());
  EXPECT_EQ(file.text.find("국방"), std::string::npos);
  EXPECT_EQ(file.text.find("Chapter"), std::string::npos);
  EXPECT_EQ(file.text.find("- 79"), std::string::npos);
  EXPECT_NE(file.text.find("Exports were 79 in"), std::string::npos);
  ASSERT_EQ(file.left_out.size(), 5u);
  for (std::uint32_t i = 0; i < 5; ++i) {
    EXPECT_EQ(file.left_out[i].reason, LeftOutText::Reason::kPageFrame);
    EXPECT_EQ(file.left_out[i].part, i);
    EXPECT_EQ(file.parts[i].name, std::to_string(i + 79));
  }
  EXPECT_EQ(file.left_out[1].text, "국방 백서\nChapter 2\n- 80 -");
}

// By poppler: else bold letters of old files would be there twice.
TEST(PageBlocks, ReadTextThatIsDrawnTwiceOnce) {
  PdfPageContent page;
  page.text(72, 100, 10, "B", "Twelve ships").text(72.9, 100.3, 10, "B", "Twelve ships");
  page.lines(72, 130, 10, 12, "F", kBody);
  EXPECT_EQ(texts_of(read_page(page))[0], "Twelve ships");
  EXPECT_TRUE(read_page(page).left_out.empty());
}

// No font, size or order says which of two texts is the one that is seen.
TEST(PageBlocks, KeepBothOfTwoTextsOnOnePlace) {
  PdfPageContent page;
  page.text(72, 60, 10, "F", "Name: ____________________").text(108, 59, 9, "C", "Hong Gildong");
  page.lines(72, 100, 10, 12, "F", {kBody[0], kBody[1], kBody[0], kBody[1], kBody[0]});
  page.lines(70, 101, 11, 12, "C", {"Small words of a picture", "lie here and say 999"});
  page.text(80, 140, 60, "B", "SAMPLE");
  const ExtractedFile file = read_page(page);
  EXPECT_TRUE(file.left_out.empty());
  for (const char* part : {"Hong", "Gildong", "SAMPLE", "aircraft", "parliament", "Small", "words",
                           "picture", "999"}) {
    EXPECT_THAT(file.text, ::testing::HasSubstr(part));
  }
  EXPECT_THAT(file.notes, ::testing::Contains(::testing::HasSubstr("texts overlap")));
}

TEST(PageBlocks, KeepWhatStandsInOneHeightButIsNotTheSame) {
  PdfWriter pdf;  // figures at the foot of each page
  for (int i = 0; i < 4; ++i) {
    PdfPageContent page;
    page.lines(72, 80 + 3 * i, 10, 12, "F", kBody);
    page.text(72, 600, 10, "F", "The sum is " + std::to_string(i * i * 7 + 3) + " million.");
    page.text(72, 640, 10, "F", std::to_string(i * i * 7 + 3));
    pdf.add_page(page);
  }
  const ExtractedFile file = read_bytes(pdf.bytes());
  EXPECT_TRUE(file.left_out.empty());
  EXPECT_NE(file.text.find("The sum is 66 million.\n66"), std::string::npos);
}

TEST(PageBlocks, TieANoteToItsMark) {
  PdfPageContent page;
  page.text(72, 100, 10, "F", "The budget grew by a tenth").text(191.5, 96, 6, "F", "1");
  page.text(198, 100, 10, "F", "and the plan was kept for another ten months.");
  page.lines(72, 112, 10, 12, "F",
             {"Nobody in the committee was against it, as far as is known now."});
  page.text(72, 700, 6, "F", "1").text(77, 703, 8, "F", "Ministry of Finance, budget of 2024.");
  page.text(72, 712, 6, "F", "2").text(77, 715, 8, "F", "This one has no mark.");
  const ExtractedFile file = read_page(page);
  ASSERT_EQ(file.blocks.size(), 3u);
  EXPECT_THAT(file.text, ::testing::StartsWith("The budget grew by a tenth and the plan"));
  ASSERT_EQ(file.marks.size(), 1u);
  EXPECT_EQ(file.marks[0].at, std::string("The budget grew by a tenth").size());
  EXPECT_EQ(file.marks[0].label, "1");
  EXPECT_EQ(file.marks[0].note, 1u);
  EXPECT_EQ(file.blocks[1].kind, Kind::kNote);
  EXPECT_EQ(file.blocks[1].label, "1");
  EXPECT_EQ(texts_of(file)[1], "Ministry of Finance, budget of 2024.");
  EXPECT_EQ(file.blocks[2].kind, Kind::kParagraph);
  EXPECT_THAT(texts_of(file)[2], ::testing::StartsWith("2"));
}

TEST(PageBlocks, KeepAnExponentAndAFraction) {
  PdfPageContent page;
  page.text(72, 100, 10, "F", "It covers 10")
      .text(123.9, 96, 6, "F", "2")
      .text(130, 100, 10, "F", "acres.");
  page.text(72, 112, 10, "F", "It takes a half,")
      .text(141, 109, 6, "F", "1")
      .text(141.5, 112, 10, "F", "/");
  page.text(72, 700, 6, "F", "1").text(77, 703, 8, "F", "Nobody says half of what.");
  const ExtractedFile file = read_page(page);
  EXPECT_THAT(file.text, ::testing::StartsWith("It covers 10^2 acres."));
  EXPECT_TRUE(file.marks.empty());
  EXPECT_THAT(file.text, ::testing::HasSubstr("half, 1/"));
}

TEST(PageBlocks, SignARaisedOrLoweredNumberAsTheOtherFormatsDo) {
  struct Case {
    const char* small;
    double y;
    const char* expected;
  };
  const Case cases[] = {{"6", 96, "It is 10^6 more"},  {"-6", 96, "It is 10^-6 more"},
                        {"2", 103, "It is 10_2 more"}, {"+3", 96, "It is 10^+3 more"},
                        {"th", 96, "It is 10th more"}, {"6", 100, "It is 106 more"},
                        {"-", 96, "It is 10- more"}};
  for (const Case& c : cases) {
    PdfPageContent page;
    page.text(72, 100, 10, "F", "It is 10").text(101.6, c.y, 6, "F", c.small);
    page.text(114, 100, 10, "F", "more of it than in the year before.");
    EXPECT_THAT(read_page(page).text, ::testing::StartsWith(c.expected)) << c.small;
  }
  PdfPageContent letter;
  letter.text(72, 100, 10, "F", "One km")
      .text(107.1, 96, 6, "F", "2")
      .text(112, 100, 10, "F", "up");
  EXPECT_EQ(read_page(letter).text, "One km2 up");
}

TEST(PageBlocks, KeepTheLinesOfCode) {
  PdfPageContent page;
  page.lines(72, 80, 10, 12, "F", kBody);
  page.lines(72, 120, 10, 12, "C", {"report --from 2024", "report --to 2025"});
  page.lines(72, 160, 10, 12, "F", kBody);
  const ExtractedFile file = read_page(page);
  ASSERT_EQ(file.blocks.size(), 3u);
  EXPECT_EQ(file.blocks[1].kind, Kind::kCode);
  EXPECT_EQ(texts_of(file)[1], "report --from 2024\nreport --to 2025");
}

TEST(LineStart, TellsBulletsFromWords) {
  struct Case {
    const char* word;
    LineStart start;
  };
  const Case cases[] = {
      {"•", LineStart::kBullet},      {"□", LineStart::kBullet},   {"-", LineStart::kWeakBullet},
      {"ㅇ", LineStart::kWeakBullet}, {"1.", LineStart::kNumber},  {"가.", LineStart::kNumber},
      {"(3)", LineStart::kNumber},    {"iv)", LineStart::kNumber}, {"①", LineStart::kNumber},
      {"1.2.3", LineStart::kNumber},  {"-23%", LineStart::kText},  {"3.5", LineStart::kText},
      {"2024.", LineStart::kText},    {"The", LineStart::kText},   {"다.", LineStart::kNumber},
      {"했다.", LineStart::kText},    {"", LineStart::kText},      {"a", LineStart::kText},
  };
  for (const Case& c : cases) EXPECT_EQ(line_start(c.word), c.start) << c.word;
}

}  // namespace
}  // namespace ibid
