// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/office/draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ibid {
namespace {

using Kind = Draft::Piece::Kind;
using ::testing::ElementsAre;

// "kind link size @source", as far as it has them.
std::vector<std::string> pieces_of(const Draft& draft) {
  std::vector<std::string> out;
  for (const Draft::Piece& piece : draft.pieces) {
    std::string line = piece.kind == Kind::kText       ? "text"
                       : piece.kind == Kind::kUnplaced ? "unplaced"
                                                       : "mark";
    if (piece.link != Draft::kNone) line += " to " + std::to_string(piece.link);
    line += " " + std::to_string(piece.size);
    if (piece.kind == Kind::kText) {
      line += " @" + std::to_string(piece.source) + "+" + std::to_string(piece.source_length);
    }
    out.push_back(std::move(line));
  }
  return out;
}

TEST(Draft, PutsSignsBeforeRaisedNumbersInNoPlace) {
  Draft draft;
  draft.add("수출 10", {100, 109});
  draft.add_mark({});
  draft.add("6", {120, 125}, 3);  // a reference: &#54;
  draft.set_height(9, TextHeight::kRaised);
  draft.add("톤 7", {130, 135});
  draft.add("8", {140, 141});
  draft.set_height(15, TextHeight::kLowered);
  draft.part_raised_numbers();
  EXPECT_EQ(draft.text, "수출 10^6톤 7_8");
  EXPECT_THAT(pieces_of(draft),
              ElementsAre("text 9 @100+9", "mark 0", "unplaced to 3 1", "text to 3 1 @120+5",
                          "text 5 @130+5", "unplaced 1", "text 1 @140+1"));
  // They are there: no second time.
  draft.part_raised_numbers();
  EXPECT_EQ(draft.text, "수출 10^6톤 7_8");
}

TEST(Draft, CutsAPieceThatARaisedNumberBeginsIn) {
  Draft draft;
  draft.add("10", {100, 102});
  draft.add("23", {102, 104});  // of one piece with it
  draft.set_height(2, TextHeight::kRaised);
  draft.part_raised_numbers();
  EXPECT_EQ(draft.text, "10^23");
  EXPECT_THAT(pieces_of(draft), ElementsAre("text 2 @100+2", "unplaced 1", "text 2 @102+2"));
}

TEST(Draft, KeepsTextWithoutRaisedNumbersAsItIs) {
  Draft draft;
  draft.add("5", {0, 1});
  draft.set_height(0, TextHeight::kRaised);  // behind nothing
  draft.add("th", {10, 12});
  draft.set_height(1, TextHeight::kRaised);
  draft.add(" 7", {20, 22});
  draft.set_height(3, TextHeight::kLine);
  draft.set_height(5, TextHeight::kRaised);  // nothing was added
  draft.part_raised_numbers();
  EXPECT_EQ(draft.text, "5th 7");
  EXPECT_THAT(pieces_of(draft), ElementsAre("text 1 @0+1", "text 2 @10+2", "text 2 @20+2"));
}

TEST(Draft, RowsTakeTheFirstLabelAndShowTheOthers) {
  const auto paragraph = [](std::string label, std::string_view text) {
    Draft out;
    out.label = std::move(label);
    out.add(text, {0, text.size()});
    return out;
  };
  Draft row;
  row.append_to_row(paragraph("1.", "imports"));
  row.append_to_row(paragraph("나.", "수출"));
  row.add_unplaced("\t");
  row.append_to_row(paragraph("", ""));
  row.append_to_row(paragraph("3.", ""));
  row.append_to_row(paragraph("", "3%"));
  EXPECT_EQ(row.label, "1.");
  EXPECT_EQ(row.text, "imports 나. 수출\t3. 3%");
  Draft plain;
  plain.append_to_row(paragraph("", "year"));
  plain.append_to_row(paragraph("가.", "2024"));
  EXPECT_EQ(plain.label, "");
  EXPECT_EQ(plain.text, "year 가. 2024");
}

}  // namespace
}  // namespace ibid
