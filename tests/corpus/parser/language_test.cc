// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/parser/language.h"

#include <gtest/gtest.h>

namespace ibid {
namespace {

struct Counted {
  std::string text;
  std::uint64_t hangul, latin;
};

TEST(Language, CountsLettersOutsideMarksAndUrls) {
  const std::vector<Counted> table = {
      {"", 0, 0},
      {"S-400 and 12%", 0, 4},
      {"러시아는 S-400을 팔았다.", 8, 1},
      {"팔았다 (source: go-public-web-eng-1-0-0).", 3, 0},
      {"팔았다 (출처: 연합뉴스)", 3, 0},
      {"보라 https://example.org/long/path?q=abc 끝", 3, 0},
      {"www.example.org에서", 2, 0},
      {"go-public-web-eng-12-0-0 says", 0, 4},
      {"café", 0, 4},
      {"漢字 кириллица", 0, 0},
      {"\u1112\u1161\u11AB", 3, 0},
  };
  for (const Counted& row : table) {
    const ScriptCount count = count_scripts(row.text);
    EXPECT_EQ(count.hangul, row.hangul) << row.text;
    EXPECT_EQ(count.latin, row.latin) << row.text;
  }
}

TEST(Language, CallsAQuarterOfHangulKorean) {
  EXPECT_EQ(passage_language({0, 0}), "und");
  EXPECT_EQ(passage_language({0, 1}), "en");
  EXPECT_EQ(passage_language({1, 0}), "ko");
  EXPECT_EQ(passage_language({25, 75}), "ko");
  EXPECT_EQ(passage_language({24, 76}), "en");
}

}  // namespace
}  // namespace ibid
