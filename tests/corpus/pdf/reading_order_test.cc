// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/pdf/reading_order.h"

#include <gmock/gmock.h>

#include "tests/corpus/pdf/read_sample.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::PdfPageContent;
using testing::PdfWriter;
using testing::read_bytes;
using testing::read_page;
using testing::texts_of;

const std::vector<std::string> kLeft{
    "The council met on the first day of the", "month and heard what the members had to",
    "say of the harbour. Nobody was against",  "the plan, but some asked who would pay",
    "for the dredging of the outer channel",   "which ships of the larger class need if",
    "they are to reach the new quay at any"};
const std::vector<std::string> kRight{
    "state of the tide. The answer was put",    "off to the spring, when the survey will",
    "be complete and the costs are known to",   "all. A second question was about cranes",
    "that stand idle since the war; they will", "be sold, and the money goes to the fund",
    "for pilots and their families at once."};

std::string all(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : " ") + line;
  return text;
}

TEST(ReadingOrder, FinishesAColumnBeforeTheNextOne) {
  PdfPageContent page;
  page.text(200, 80, 18, "B", "Notes of the harbour council");
  page.lines(72, 120, 9, 11, "F", kLeft);
  page.lines(270, 120, 9, 11, "F", kRight);
  const ExtractedFile file = read_page(page);
  EXPECT_THAT(texts_of(file),
              ElementsAre("Notes of the harbour council", all(kLeft) + " " + all(kRight)));
  EXPECT_EQ(file.blocks[0].kind, ExtractedBlock::Kind::kHeading);
  EXPECT_THAT(file.notes, ElementsAre());
}

TEST(ReadingOrder, DoesNotHangOnTheOrderOfTheContentStream) {
  PdfPageContent page;  // the right column first
  page.lines(270, 120, 9, 11, "F", kRight);
  page.lines(72, 120, 9, 11, "F", kLeft);
  EXPECT_THAT(texts_of(read_page(page)), ElementsAre(all(kLeft) + " " + all(kRight)));
}

TEST(ReadingOrder, IsUncertainWhereTheContentStreamHasAnother) {
  PdfPageContent page;
  page.lines(270, 120, 9, 11, "F", kRight);
  page.lines(72, 120, 9, 11, "F", kLeft);
  EXPECT_THAT(read_page(page).notes, ElementsAre("page 1: reading order is uncertain"));
}

TEST(ReadingOrder, ReadsKoreanColumns) {
  const std::vector<std::string> left{"국방부는 올해 예산안을 국회에 냈다고",
                                      "밝히고 다음 달까지 심의가 끝나기를",
                                      "바란다고 말하였다 이어서 장관은 새로"},
      right{"들여올 장비의 목록을 공개하고 값이", "얼마인지 하나씩 설명한 다음 질문을",
            "받았으나 대답하지 않은 것도 있었다."};
  PdfPageContent page;
  page.lines(72, 120, 10, 15, "K", left);
  page.lines(300, 120, 10, 15, "K", right);
  const ExtractedFile file = read_page(page);
  ASSERT_EQ(file.blocks.size(), 1u);
  EXPECT_LT(file.text.find("장관은"), file.text.find("들여올"));
  EXPECT_LT(file.text.find("바란다고"), file.text.find("들여올"));
}

TEST(ReadingOrder, ReadsATableRowByRow) {
  PdfPageContent page;
  const std::vector<std::vector<std::string>> rows{
      {"Year", "Exports", "Imports"}, {"2022", "1,204", "987"}, {"2023", "-23%", "1,010"}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      page.text(72 + 120.0 * static_cast<double>(j), 100 + 14.0 * static_cast<double>(i), 10, "F",
                rows[i][j]);
    }
  }
  const ExtractedFile file = read_page(page);
  EXPECT_THAT(texts_of(file),
              ElementsAre("Year\tExports\tImports", "2022\t1,204\t987", "2023\t-23%\t1,010"));
  for (const ExtractedBlock& block : file.blocks) {
    EXPECT_EQ(block.kind, ExtractedBlock::Kind::kRow);
  }
  EXPECT_EQ(file.blocks[0].header, ExtractedBlock::kNone);
  EXPECT_EQ(file.blocks[2].header, 0u);
}

TEST(ReadingOrder, PutsWhatIsTurnedBehindThePage) {
  PdfWriter pdf;
  PdfPageContent page;
  page.lines(72, 120, 9, 11, "F", kLeft);
  // A stamp at the left edge, read upwards.
  PdfPageContent stamped = page;
  std::string operators = "BT /F 9 Tf 0 1 -1 0 30 300 Tm (Stamped upwards) Tj ET\n";
  const int stream = pdf.add_stream("", operators + page.operators());
  pdf.add_page(PdfPageContent(), "/Contents " + std::to_string(stream) + " 0 R");
  std::string bytes = pdf.bytes();
  // The page's own empty content gives way to the one above.
  const std::size_t first = bytes.find("/Contents");
  bytes.replace(first, bytes.find(" 0 R", first) + 4 - first,
                std::string(bytes.find(" 0 R", first) + 4 - first, ' '));
  const ExtractedFile file = read_bytes(bytes);
  EXPECT_THAT(texts_of(file), ElementsAre(all(kLeft), "Stamped upwards"));
  EXPECT_EQ(file.blocks[1].kind, ExtractedBlock::Kind::kBox);
}

TEST(ReadingOrder, SaysWhereTextsLieOverEachOther) {
  const ExtractedFile file =
      read_page(PdfPageContent()
                    .text(72, 100, 12, "F", "Revenue of seventeen million")
                    .text(74, 101, 12, "F", "Confidential preliminary draft"));
  EXPECT_THAT(file.notes, ElementsAre("page 1: texts overlap, their order is uncertain"));
}

TEST(ReadingOrder, GroupsWordsIntoLines) {
  const std::vector<PdfBox> boxes{
      {50, 10, 80, 20}, {10, 11, 40, 21}, {10, 30, 40, 40}, {42, 8, 46, 14}};
  EXPECT_EQ(lines_of(boxes, {0, 1, 2, 3}),
            (std::vector<std::vector<std::uint32_t>>{{1, 3, 0}, {2}}));
}

}  // namespace
}  // namespace ibid
