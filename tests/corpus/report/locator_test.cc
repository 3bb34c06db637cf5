// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/locator.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ibid {
namespace {

TEST(Locator, IsAPlaceOrADate) {
  for (const std::string text : {"p. 4",
                                 "pp. 12-14",
                                 "p4",
                                 "§ 3",
                                 "¶ 7",
                                 "para. 2",
                                 "ch. xii",
                                 "vol. 3, no. 2",
                                 "L12-L19",
                                 "4",
                                 "2024",
                                 "4쪽",
                                 "12~13쪽",
                                 "제3장",
                                 "제2조 제1항",
                                 "101-104쪽",
                                 "2024. 9. 3.",
                                 "2024.9.3",
                                 "June 3, 2024",
                                 "3 June 2024",
                                 "accessed June 3",
                                 "2024. 6. 3. 접속",
                                 "2024년 5월 기준",
                                 "Table 3",
                                 "1st",
                                 "12b",
                                 "xii"}) {
    EXPECT_TRUE(is_locator(text)) << text;
  }
  for (const std::string text :
       {"", "p", "쪽", "Reuters", "연합뉴스", "G20", "S-400", "World Bank 2024", "국토연구원", "X",
        "장관", "page of history", "20세기 소년", "1,2-dichloroethane"}) {
    EXPECT_FALSE(is_locator(text)) << text;
  }
}

TEST(Locator, EndsWordsBehindAComma) {
  struct Row {
    std::string words, source;
  };
  for (const Row& row : std::vector<Row>{{"뉴시스 2024.9.3", "뉴시스"},
                                         {"현대경제연구원, 2020", "현대경제연구원"},
                                         {"Reuters, 3 May 2024", "Reuters"},
                                         {"KOSIS 2024년 5월", "KOSIS"},
                                         {"Kim, p. 14", "Kim"},
                                         {"Vision 2030", "Vision 2030"},
                                         {"Annual Report 2023", "Annual Report 2023"},
                                         {"Foo (2024)", "Foo (2024)"},
                                         {"연합뉴스", "연합뉴스"}}) {
    EXPECT_EQ(row.words.substr(0, trailing_locator(row.words)), row.source) << row.words;
  }
}

}  // namespace
}  // namespace ibid
