// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/display_width.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ibid {
namespace {

struct Width {
  std::string text;
  std::size_t columns;
};

TEST(DisplayWidth, CountsColumnsOfATerminal) {
  const std::vector<Width> table = {
      {"", 0},        {"abc", 3},     {"한국", 4},
      {"S-400을", 7}, {"e\u0301", 1}, {"\u1112\u1161\u11AB", 2},  // 한, decomposed
      {"ｗ", 2},      {"·", 1},       {"a\u200Bb", 2},
      {"\x1B", 0},    {"漢字", 4},
  };
  for (const Width& row : table) EXPECT_EQ(display_width(row.text), row.columns) << row.text;
}

TEST(FitWidth, CutsBetweenClustersAndNeverTooWide) {
  EXPECT_EQ(fit_width("abcdef", 3), "abc");
  EXPECT_EQ(fit_width("abc", 3), "abc");
  EXPECT_EQ(fit_width("한국어", 5), "한국");
  EXPECT_EQ(fit_width("한국어", 1), "");
  EXPECT_EQ(fit_width("ae\u0301b", 2), "ae\u0301");
  EXPECT_EQ(fit_width("\u1112\u1161\u11ABx", 2), "\u1112\u1161\u11AB");
  EXPECT_EQ(fit_width("", 5), "");
  EXPECT_EQ(fit_width("abc", 0), "");
}

}  // namespace
}  // namespace ibid
