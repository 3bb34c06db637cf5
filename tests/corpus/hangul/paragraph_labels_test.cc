// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hangul/paragraph_labels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ibid {
namespace {

using Head = ParagraphShape::Head;
using testing::ElementsAre;

NumberingDefinition numbering(std::vector<NumberingLevel> levels) {
  NumberingDefinition definition;
  std::copy(levels.begin(), levels.end(), definition.levels.begin());
  return definition;
}

LabelDefinitions definitions() {
  LabelDefinitions all;
  all.numberings[1] = numbering({{"^1.", NumberFormat::kDigit, 1},
                                 {"^2.", NumberFormat::kHangulSyllable, 1},
                                 {"(^3)", NumberFormat::kCircledDigit, 1}});
  all.numberings[2] = numbering({{"제^1장", NumberFormat::kDigit, 1},
                                 {"제^1장 제^2절", NumberFormat::kDigit, 1},
                                 {"^1.^2-^3", NumberFormat::kRomanSmall, 1}});
  all.numberings[3] = numbering({{"^n", NumberFormat::kDigit, 3},
                                 {"^n", NumberFormat::kLatinSmall, 1},
                                 {"^N", NumberFormat::kDigit, 1}});
  all.bullets[1] = "●";
  return all;
}

std::vector<std::string> labels(const std::vector<ParagraphShape>& shapes,
                                std::uint32_t outline = 2) {
  const LabelDefinitions all = definitions();
  ParagraphLabels labels(all);
  labels.set_outline(outline);
  std::vector<std::string> out;
  for (const ParagraphShape& shape : shapes) out.push_back(labels.next(shape));
  return out;
}

TEST(ParagraphLabels, CountsLevelsAndBeginsThemAnewUnderTheNextNumber) {
  EXPECT_THAT(labels({{Head::kNumber, 1, 0},
                      {Head::kNumber, 1, 1},
                      {Head::kNumber, 1, 1},
                      {Head::kNumber, 1, 2},
                      {Head::kNumber, 1, 0},
                      {Head::kNumber, 1, 1},
                      {Head::kNumber, 1, 2}}),
              ElementsAre("1.", "가.", "나.", "(①)", "2.", "가.", "(①)"));
}

TEST(ParagraphLabels, GoesOnAfterOtherParagraphsAndCountsEachNumberingApart) {
  EXPECT_THAT(labels({{Head::kNumber, 1, 0},
                      {Head::kNone, 0, 0},
                      {Head::kNumber, 3, 0},
                      {Head::kBullet, 1, 0},
                      {Head::kOutline, 0, 0},
                      {Head::kNumber, 1, 0},
                      {Head::kNumber, 3, 0},
                      {Head::kNumber, 2, 0}}),
              ElementsAre("1.", "", "3", "●", "제1장", "2.", "4", "제1장"));
}

TEST(ParagraphLabels, ShowsNumbersOfLevelsAbove) {
  EXPECT_THAT(labels({{Head::kOutline, 0, 0},
                      {Head::kOutline, 0, 1},
                      {Head::kOutline, 0, 2},
                      {Head::kNumber, 3, 1},
                      {Head::kNumber, 3, 2}}),
              ElementsAre("제1장", "제1장 제1절", "1.1-i", "3.a", "3.a.1."));
}

TEST(ParagraphLabels, TakesAnOutlineWithoutNumberingAsHancomDoes) {
  EXPECT_THAT(labels({{Head::kOutline, 0, 0},
                      {Head::kOutline, 0, 0},
                      {Head::kOutline, 0, 1},
                      {Head::kOutline, 0, 2},
                      {Head::kOutline, 0, 9}},
                     0),
              ElementsAre("1.", "2.", "2.1.", "2.1.1.", "2.1.1.1.1.1.1.1.1.1."));
}

TEST(ParagraphLabels, CountsAnOutlineAnewWithAnotherNumbering) {
  const LabelDefinitions all = definitions();
  ParagraphLabels labels(all);
  labels.set_outline(2);
  EXPECT_EQ(labels.next({Head::kOutline, 0, 0}), "제1장");
  EXPECT_EQ(labels.next({Head::kOutline, 0, 0}), "제2장");
  labels.set_outline(1);
  EXPECT_EQ(labels.next({Head::kOutline, 0, 0}), "1.");
  labels.set_outline(2);
  EXPECT_EQ(labels.next({Head::kOutline, 0, 0}), "제3장");
}

TEST(ParagraphLabels, HasNoneForWhatIsNotDefined) {
  EXPECT_THAT(labels({{Head::kNumber, 0, 0},
                      {Head::kNumber, 9, 0},
                      {Head::kBullet, 0, 0},
                      {Head::kBullet, 2, 0},
                      {Head::kNumber, 1, 200}}),
              ElementsAre("", "", "", "", ""));
  EXPECT_EQ(ParagraphLabels(definitions()).shape(77).head, Head::kNone);
}

}  // namespace
}  // namespace ibid
