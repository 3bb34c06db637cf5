// SPDX-License-Identifier: GPL-2.0-or-later
//
// Latin and Korean spellings of one name, both ways.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "indexer/names/korean_sounds.h"
#include "indexer/names/latin_sounds.h"
#include "tests/support/korean_text.h"

namespace ibid {
namespace {

using testing::to_code_points;

int back(std::string_view korean, std::string_view latin, int most) {
  const KoreanSounds sounds(to_code_points(korean), most);
  KoreanSounds::States states = sounds.begin();
  for (const char letter : latin) {
    EXPECT_TRUE(states.states.empty() || !sounds.next(states).empty()) << latin;
    states = sounds.read(states, letter);
  }
  return sounds.cost(states);
}

struct Case {
  const char *latin, *korean;
  int most;  // the spelling costs no more; -1: it is none, whatever it costs
};

// Spellings of the rules for foreign words, from their own examples and from maps.
constexpr Case kCases[] = {
    {"obama", "오바마", 0},        {"putin", "푸틴", 0},
    {"rumsfeld", "럼즈펠드", 1},   {"hiroshima", "히로시마", 0},
    {"sarkozy", "사르코지", 0},    {"medvedev", "메드베데프", 0},
    {"karadzic", "카라지치", 2},   {"berlusconi", "베를루스코니", 0},
    {"gibson", "깁슨", 0},         {"manchester", "맨체스터", 1},
    {"vladimir", "블라디미르", 0}, {"dixon", "딕슨", 0},
    {"knight", "나이트", 0},       {"churchill", "처칠", 0},
    {"walker", "워커", 0},         {"hussein", "후세인", 0},
    {"fukushima", "후쿠시마", 0},  {"vancouver", "밴쿠버", 1},
    {"obama", "오사마", -1},       {"putin", "라덴", -1},
    {"gibson", "깁스", -1},        {"merkel", "메르츠", -1},
    {"manchester", "멘체스", -1},  {"dixon", "딕", -1},
};

TEST(Sounds, LeadFromOneSpellingToTheOther) {
  constexpr int kMuch = 4;
  for (const Case& c : kCases) {
    const int cost = sound_cost(to_code_points(c.korean), c.latin, kMuch);
    if (c.most < 0) {
      EXPECT_EQ(cost, -1) << c.latin << ' ' << c.korean;
    } else {
      EXPECT_GE(cost, 0) << c.latin << ' ' << c.korean;
      EXPECT_LE(cost, c.most) << c.latin << ' ' << c.korean;
    }
    EXPECT_EQ(back(c.korean, c.latin, kMuch), cost) << c.korean << ' ' << c.latin;
  }
}

TEST(Sounds, FollowNothingThatCostsMore) {
  EXPECT_EQ(sound_cost(U"카라지치", "karadzic", 2), 2);
  EXPECT_EQ(sound_cost(U"카라지치", "karadzic", 1), -1);
  EXPECT_EQ(back("카라지치", "karadzic", 1), -1);
}

TEST(Sounds, AreTheLettersOfSyllables) {
  EXPECT_EQ(sounds_of(U"푸틴"), U"ㅍㅜㅌㅣㄴ");
  EXPECT_EQ(sounds_of(U"아이"), U"ㅏㅣ");
  EXPECT_EQ(sounds_of(U"값 a"), U"ㄱㅏㅂㅅ");
}

}  // namespace
}  // namespace ibid
