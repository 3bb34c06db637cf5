// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/extract/raised_number.h"

#include <gtest/gtest.h>

namespace ibid {
namespace {

TEST(RaisedNumber, IsPartedFromTheDigitBeforeIt) {
  for (const char* text : {"2", "23 km", "6)", "-6", "+3", "\u22126", "\u20136"}) {
    EXPECT_EQ(sign_before_number(text, TextHeight::kRaised, false), "^") << text;
    EXPECT_EQ(sign_before_number(text, TextHeight::kRaised, true), " ") << text;
    EXPECT_EQ(sign_before_number(text, TextHeight::kLowered, false), "_") << text;
    EXPECT_EQ(sign_before_number(text, TextHeight::kLowered, true), "_") << text;
    EXPECT_EQ(sign_before_number(text, TextHeight::kLine, true), "") << text;
  }
  for (const char* text : {"", "-", "nd", "\u2212", "--6", "년", " 2", "*"}) {
    EXPECT_EQ(sign_before_number(text, TextHeight::kRaised, false), "") << text;
    EXPECT_EQ(sign_before_number(text, TextHeight::kLowered, false), "") << text;
  }
}

TEST(RaisedNumber, MakesAFractionWithASlashAlone) {
  EXPECT_TRUE(is_fraction_slash("/"));
  EXPECT_TRUE(is_fraction_slash("\u2044"));
  for (const char* text : {"", " /", "/ ", "//", "-", "분의"}) {
    EXPECT_FALSE(is_fraction_slash(text)) << text;
  }
}

}  // namespace
}  // namespace ibid
