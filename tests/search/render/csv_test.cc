// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/csv.h"

#include <gtest/gtest.h>

namespace ibid {
namespace {

TEST(Csv, QuotesAsRfc4180Says) {
  EXPECT_EQ(csv_row({"a", "b"}), "a,b\r\n");
  EXPECT_EQ(csv_row({"", "", ""}), ",,\r\n");
  EXPECT_EQ(csv_row({"a,b", "say \"hi\"", "두 줄\n이다", "협정"}),
            "\"a,b\",\"say \"\"hi\"\"\",\"두 줄\n이다\",협정\r\n");
}

TEST(Csv, MakesFormulasText) {
  struct Cell {
    std::string text, shown;
  };
  const std::vector<Cell> table = {
      {"=1+1", "'=1+1"},
      {"+82 2", "'+82 2"},
      {"-5", "'-5"},
      {"@이름", "'@이름"},
      {"\tx", "'\tx"},
      {"\rx", "\"'\rx\""},
      {"＝SUM(A1)", "'＝SUM(A1)"},
      {"=HYPERLINK(\"https://a.b\",\"c\")", "\"'=HYPERLINK(\"\"https://a.b\"\",\"\"c\"\")\""},
      {"1-1=0", "1-1=0"},  // only the first character makes a formula
      {"S-400", "S-400"},
  };
  for (const Cell& row : table) EXPECT_EQ(csv_cell(row.text), row.shown) << row.text;
}

TEST(Csv, ShowsControls) {
  EXPECT_EQ(csv_cell("a\x1b[31mb"), "a\\u{1B}[31mb");
  EXPECT_EQ(csv_cell("협정\xE2\x80\xAE"), "협정\\u{202E}");
  EXPECT_EQ(csv_cell("a\xFF"), "a\\x{FF}");
}

}  // namespace
}  // namespace ibid
