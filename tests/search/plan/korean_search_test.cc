// SPDX-License-Identifier: GPL-2.0-or-later
//
// Korean words are found in any form and spacing, and no further.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using testing::TextIndex;

TEST(KoreanSearch, FindsVerbsInAnyForm) {
  TextIndex index({
      "외교부는 새 방침을 밝혔다.",  // 0
      "방침을 밝히는 자리였다.",     // 1
      "그는 구호품을 보냈다.",       // 2
      "함대가 항구를 떠났다.",       // 3
      "이웃을 도운 사람들.",         // 4
      "그는 점심을 먹었다.",         // 5
      "NATO가 병력을 늘렸다.",       // 6
      "배가 왔다.",                  // 7
  });
  expect_found(index, {
                          {"밝히다", {0, 1}},
                          {"밝힌", {0, 1}},
                          {"보내다", {2}},
                          {"떠난", {3}},
                          {"돕다", {4}},
                          {"먹다", {5}},
                          {"NATO +늘리다", {6}},
                          {"+밝히다 -외교부", {1}},
                      });
}

TEST(KoreanSearch, TakesNamesJoinedByDotsAsOneWord) {
  TextIndex index({
      "북·러 조약이 맺어졌다.",           // 0
      "북러 조약을 비판했다.",            // 1
      "북-러 관계가 가까워졌다.",         // 2
      "한ㆍ미ㆍ일의 공동 훈련.",          // 3
      "한미일 정상이 Seoul에서 만났다.",  // 4
      "중일 회담이 열렸다.",              // 5
  });
  expect_found(index, {
                          {"북러", {0, 1, 2}},
                          {"북·러", {0, 1, 2}},
                          {"북ㆍ러의", {0, 1, 2}},
                          {"+한미일", {3, 4}},
                          {"\"북러 조약\"", {0, 1}},
                          {"\"북·러 조약\"", {0, 1}},
                          {"\"한미일\" -Seoul", {3}},
                          {"북 러", {0, 1, 2}},
                          {"북 러의 조약", {0, 1, 2}},
                          {"한 미 일", {3, 4}},
                          {"중 일", {5}},
                      });
}

TEST(KoreanSearch, FindsPhrasesInAnySpacing) {
  TextIndex index({
      "일론 머스크가 말했다.",             // 0
      "일론머스크는 침묵했다.",            // 1
      "국방협정을 맺었다.",                // 2
      "국방 협정에 서명했다.",             // 3
      "협정은 국방부가 맡았다.",           // 4
      "국방 협정문이 공개됐다.",           // 5
      "Tesla의 최고 경영자 일론 머스크.",  // 6
      "최고경영자가 물러났다.",            // 7
  });
  expect_found(index, {
                          {"\"일론머스크\"", {0, 1, 6}},
                          {"\"일론 머스크\"", {0, 1, 6}},
                          {"+일론머스크", {0, 1, 6}},
                          {"\"국방협정\"", {2, 3}},
                          {"\"국방 협정\"", {2, 3}},
                          {"\"최고경영자 일론머스크\"", {6}},
                          {"\"최고 경영자\"", {6, 7}},
                          {"\"Tesla의 최고경영자\"", {6}},
                          {"\"협정 국방\"", {}},
                      });
}

// Each word of the row is known, in very many ways, but none of them reaches the end.
TEST(KoreanSearch, BoundsTheSpacingsThatItTries) {
  std::string words, row;
  for (int i = 1; i <= 10; ++i) {
    row += "가나";
    words += row + " ";
  }
  TextIndex index({words + "말했다."});
  EXPECT_THAT(index.found("\"" + row.substr(0, 54) + "힣\""), ::testing::IsEmpty());
  EXPECT_THAT(index.found("\"가나 가나가나\""), ::testing::ElementsAre(0));
}

TEST(KoreanSearch, KeepsNounsThatEndLikeParticlesWhole) {
  TextIndex index({
      "경기도는 예산을 늘렸다.",  // 0
      "경기 침체가 길어졌다.",    // 1
      "경기도청이 발표했다.",     // 2
      "전문가들은 반대했다.",     // 3
      "판결 전문을 공개했다.",    // 4
      "하와이에서 만났다.",       // 5
      "하와 이브의 이야기.",      // 6
      "투자가는 떠났다.",         // 7
      "투자는 어렵다.",           // 8
  });
  expect_found(index, {
                          {"경기도", {0, 2}},
                          {"전문가", {3}},
                          {"하와이", {5}},
                      });
  EXPECT_GT(index.hit("투자가", 7).score, index.hit("투자가", 8).score);
  TextIndex names(
      {"김재만은 떠났다.", "김재가 떠났다.", "김재만 의원이 떠났다.", "김재만의 Seoul 방문."});
  for (const int named : {0, 2, 3}) {
    EXPECT_GT(names.hit("김재만", named).score, names.hit("김재만", 1).score) << named;
  }
  EXPECT_GT(names.hit("김재만은 김재만의", 0).score, names.hit("김재만은 김재만의", 1).score);
}

}  // namespace
}  // namespace ibid
