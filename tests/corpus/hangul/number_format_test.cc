// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/hangul/number_format.h"

#include <gtest/gtest.h>

namespace ibid {
namespace {

using F = NumberFormat;

TEST(NumberFormat, CountsInEachRowOfSigns) {
  struct Case {
    F format;
    std::uint32_t number;
    const char* shown;
  };
  for (const Case& c : {
           Case{F::kDigit, 12, "12"},
           Case{F::kCircledDigit, 1, "①"},
           Case{F::kCircledDigit, 20, "⑳"},
           Case{F::kCircledDigit, 21, "㉑"},
           Case{F::kCircledDigit, 36, "㊱"},
           Case{F::kCircledDigit, 50, "㊿"},
           Case{F::kCircledDigit, 51, "51"},
           Case{F::kRomanCapital, 4, "IV"},
           Case{F::kRomanCapital, 1999, "MCMXCIX"},
           Case{F::kRomanSmall, 3, "iii"},
           Case{F::kRomanSmall, 4000, "4000"},
           Case{F::kLatinCapital, 26, "Z"},
           Case{F::kLatinCapital, 27, "AA"},
           Case{F::kLatinSmall, 2, "b"},
           Case{F::kCircledLatinCapital, 2, "Ⓑ"},
           Case{F::kCircledLatinSmall, 26, "ⓩ"},
           Case{F::kHangulSyllable, 1, "가"},
           Case{F::kHangulSyllable, 14, "하"},
           Case{F::kHangulSyllable, 15, "거"},
           Case{F::kHangulSyllable, 29, "고"},
           Case{F::kHangulSyllable, 84, "히"},
           Case{F::kHangulSyllable, 85, "85"},
           Case{F::kCircledHangulSyllable, 14, "㉻"},
           Case{F::kHangulJamo, 14, "ㅎ"},
           Case{F::kCircledHangulJamo, 1, "㉠"},
           Case{F::kHangulPhonetic, 21, "이십일"},
           Case{F::kIdeograph, 10, "十"},
           Case{F::kIdeograph, 11, "十一"},
           Case{F::kCircledIdeograph, 10, "㊉"},
           Case{F::kDecagonCircle, 2, "을"},
           Case{F::kDecagonCircleHanja, 10, "癸"},
           Case{F::kHangulSyllable, 0, "0"},
           Case{F::kCircledDigit, 0, "0"},
       }) {
    EXPECT_EQ(format_number(c.number, c.format), c.shown);
  }
}

TEST(NumberFormat, IsKnownByNumberAndByName) {
  EXPECT_EQ(number_format(8U), F::kHangulSyllable);
  EXPECT_EQ(number_format(99U), F::kDigit);
  EXPECT_EQ(number_format("HANGUL_SYLLABLE"), F::kHangulSyllable);
  EXPECT_EQ(number_format("DECAGON_CIRCLE_HANJA"), F::kDecagonCircleHanja);
  EXPECT_EQ(number_format("NEVER_HEARD_OF"), F::kDigit);
}

TEST(BulletSign, ShowsWhatAPrivateCharacterLooksLike) {
  EXPECT_EQ(bullet_sign(U'\uF06C'), "●");
  EXPECT_EQ(bullet_sign(U'\uF09F'), "●");
  EXPECT_EQ(bullet_sign(U'\uF06E'), "■");
  EXPECT_EQ(bullet_sign(U'\uF0A7'), "▪");
  EXPECT_EQ(bullet_sign(U'-'), "-");
  EXPECT_EQ(bullet_sign(U'□'), "□");
  EXPECT_EQ(bullet_sign(U'\0'), "");
  EXPECT_EQ(bullet_sign(U' '), "");
}

}  // namespace
}  // namespace ibid
