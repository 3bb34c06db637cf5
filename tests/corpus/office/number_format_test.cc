// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/office/number_format.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/office/symbol_signs.h"

namespace ibid {
namespace {

struct Case {
  const char* format;
  std::int64_t number;
  const char* text;
};

TEST(NumberFormat, ShowsNumbersAsListsDo) {
  const std::vector<Case> cases = {
      {"decimal", 12, "12"},
      {"decimalZero", 3, "03"},
      {"decimalZero", 123, "123"},
      {"upperRoman", 1994, "MCMXCIV"},
      {"lowerRoman", 4, "iv"},
      {"lowerRoman", 0, "0"},
      {"lowerLetter", 26, "z"},
      {"lowerLetter", 27, "aa"},
      {"upperLetter", 53, "AAA"},
      {"upperLetter", 100'000, "100000"},
      {"ordinal", 1, "1st"},
      {"ordinal", 11, "11th"},
      {"ordinal", 22, "22nd"},
      {"ganada", 1, "가"},
      {"ganada", 14, "하"},
      {"ganada", 15, "가가"},
      {"chosung", 3, "ㄷ"},
      {"koreanDigital", 10, "일영"},
      {"koreanCounting", 21, "이십일"},
      {"koreanCounting", 110, "백십"},
      {"koreanLegal", 13, "열셋"},
      {"koreanDigital2", 24, "二四"},
      {"chineseCounting", 12, "十二"},
      {"decimalEnclosedCircle", 3, "③"},
      {"decimalEnclosedCircle", 21, "21"},
      {"decimalEnclosedParen", 2, "⑵"},
      {"decimalFullWidth", 10, "１０"},
      {"chicago", 6, "††"},
      {"none", 5, ""},
      {"bullet", 5, ""},
      {"never heard of", 5, "5"},
      {"koreanDigital", -12, "-일이"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(formatted_number(c.number, c.format), c.text) << c.format << ' ' << c.number;
  }
}

TEST(SymbolSigns, AreWhatTheirFontShows) {
  EXPECT_EQ(symbol_sign("Symbol", 0xF0B7), U'•');
  EXPECT_EQ(symbol_sign("Symbol", 0x61), U'α');
  EXPECT_EQ(symbol_sign("Symbol", 0xF0A3), U'≤');
  EXPECT_EQ(symbol_sign("symbol", 0xF0), char32_t{0});  // a firm's apple
  EXPECT_EQ(symbol_sign("Symbol", 0xFE), U'⎭');
  EXPECT_EQ(symbol_sign("Wingdings", 0xF06C), U'●');
  EXPECT_EQ(symbol_sign("Wingdings", 0xFC), U'✓');
  EXPECT_EQ(symbol_sign("Arial", 0xF06C), char32_t{0});
  EXPECT_EQ(readable_label("\uF06E", "Wingdings"), "■");
  EXPECT_EQ(readable_label("\uF0A7", ""), "▪");
  EXPECT_EQ(readable_label("\uE123", "Odd Font"), "•");
  EXPECT_EQ(readable_label("제1장", "바탕"), "제1장");
}

}  // namespace
}  // namespace ibid
