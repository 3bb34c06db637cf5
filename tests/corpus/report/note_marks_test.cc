// SPDX-License-Identifier: GPL-2.0-or-later
//
// Texts with their marks in « ».
#include "corpus/report/note_marks.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/text_parts.h"

namespace ibid {
namespace {

using testing::in_marks;
using testing::without_marks;

void expect_marks(std::initializer_list<const char*> texts) {
  for (const std::string expected : texts) {
    const std::string text = without_marks(expected);
    EXPECT_EQ(in_marks(text, unquoted_marks(text)), expected);
  }
}

TEST(NoteMarks, StandAtAWordOrSentence) {
  expect_marks({"Fares fell«[7]» and rose«[2, 4-6]» again.«[^mint]»", "Fares fell«³» and rose.«¹²»",
                "It sank«†» there«‡».", "운임이 내렸다«1)» 그리고 올랐다.«23)» 끝.",
                "배가 떠났다«²» KTX도«³» 섰다.",
                "The pact «(source: go-public-web-eng-2877220144866105163-0-0)» held«¹»."});
}

TEST(NoteMarks, AreNoExponentsIndicesOrNumbers) {
  expect_marks({"It covers 9 km² and 5 m³, 38² and 10⁻⁶ of CO₂.", "See [12] and [a] of rows[2024].",
                "(제1) 조와 (가1) 조, 3) 항", "¹ The first note."});
}

}  // namespace
}  // namespace ibid
