// SPDX-License-Identifier: GPL-2.0-or-later
//
// The tables say what a reader of Korean says: which noun is in the word, and which words only look
// as if they ended in a particle.
#include "indexer/korean/hangul.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/korean_text.h"

namespace ibid {
namespace {

using testing::to_utf8;

struct ParticleCase {
  std::u32string word;
  std::u32string noun;
};

void expect_nouns(const std::vector<ParticleCase>& cases) {
  for (const ParticleCase& c : cases) {
    EXPECT_EQ(to_utf8(c.word.substr(0, without_particles(c.word))), to_utf8(c.noun))
        << to_utf8(c.word);
  }
}

TEST(WithoutParticles, StripsOneParticle) {
  expect_nouns({
      {U"푸틴은", U"푸틴"},       {U"푸틴이", U"푸틴"},     {U"푸틴을", U"푸틴"},
      {U"푸틴의", U"푸틴"},       {U"러시아는", U"러시아"}, {U"러시아가", U"러시아"},
      {U"러시아를", U"러시아"},   {U"러시아와", U"러시아"}, {U"미국과", U"미국"},
      {U"미국에", U"미국"},       {U"미국에서", U"미국"},   {U"미국에게", U"미국"},
      {U"평양으로", U"평양"},     {U"서울로", U"서울"},     {U"모스크바로", U"모스크바"},
      {U"중국만", U"중국"},       {U"중국까지", U"중국"},   {U"중국부터", U"중국"},
      {U"중국처럼", U"중국"},     {U"중국보다", U"중국"},   {U"회담이다", U"회담"},
      {U"협정이었다", U"협정"},   {U"동맹이며", U"동맹"},   {U"정부로부터", U"정부"},
      {U"북한으로부터", U"북한"},
  });
}

TEST(WithoutParticles, StripsStackedParticlesAndPlurals) {
  expect_nouns({
      {U"미국에서는", U"미국"},
      {U"미국에서도", U"미국"},
      {U"정상회담에서의", U"정상회담"},
      {U"중국과의", U"중국"},
      {U"중국까지도", U"중국"},
      {U"국가들이", U"국가"},
      {U"국가들과의", U"국가"},
      {U"전문가들은", U"전문가"},
      {U"전략적인", U"전략"},
      {U"전략적", U"전략"},
      {U"평가가", U"평가"},
      {U"한반도에서", U"한반도"},
      {U"우크라이나를", U"우크라이나"},
      {U"인도는", U"인도"},
      {U"인도에서도", U"인도"},
      {U"고속도로를", U"고속도로"},
      {U"제주도의", U"제주도"},
      {U"합의로", U"합의"},
      {U"국회의", U"국회"},
      {U"위원회의", U"위원회"},
      {U"안보회의의", U"안보회의"},
      {U"이란은", U"이란"},
      {U"이란이", U"이란"},
  });
}

TEST(WithoutParticles, LeavesNounsThatOnlyLookSo) {
  for (const std::u32string word :
       {U"평가",     U"국가",   U"한반도", U"우크라이나", U"제주도", U"고속도로", U"경기도",
        U"강원도",   U"충청도", U"경상도", U"전라도",     U"인도",   U"황해도",   U"함경도",
        U"대만",     U"이란",   U"하와이", U"전문가",     U"소설가", U"외국인",   U"민주주의",
        U"정상회의", U"합의",   U"목적",   U"결과",       U"철도",   U"속도",     U"파리",
        U"아이",     U"러시아", U"미국"}) {
    EXPECT_EQ(without_particles(word), word.size()) << to_utf8(word);
  }
}

// The last particle is taken off; what is before it and cannot be followed by it is of the noun.
TEST(WithoutParticles, StripsNoSecondParticleThatCannotStandThere) {
  expect_nouns({
      {U"김영도는", U"김영도"},
      {U"투자가는", U"투자가"},
      {U"박상은이", U"박상은"},
      {U"미국만은", U"미국"},
      {U"미국에도", U"미국"},
      {U"미국과의", U"미국"},
  });
}

TEST(NameBeforeParticle, IsThereIfTheNameMayEndInAParticle) {
  EXPECT_EQ(name_before_particle(U"김재만은"), 3U);
  EXPECT_EQ(name_before_particle(U"김재만의"), 3U);
  for (const std::u32string word :
       {U"김재만", U"김재만이", U"대만은", U"미국은", U"미국에만", U""}) {
    EXPECT_EQ(name_before_particle(word), 0U) << to_utf8(word);
  }
}

TEST(EndsLikeParticle, IsTrueForNounsOfThreeSyllablesThatOnlyLookSo) {
  for (const std::u32string word : {U"경기도", U"전문가", U"상하이", U"하와이"}) {
    EXPECT_TRUE(ends_like_particle(word)) << to_utf8(word);
  }
  for (const std::u32string word : {U"미국은", U"국가", U"대통령", U"고속도로", U""}) {
    EXPECT_FALSE(ends_like_particle(word)) << to_utf8(word);
  }
}

TEST(WithoutParticles, KnowsTheNamesOfLeaders) {
  for (const std::u32string word :
       {U"김정은", U"시진핑", U"푸틴", U"바이든", U"트럼프", U"윤석열", U"젤렌스키"}) {
    EXPECT_EQ(without_particles(word), word.size()) << to_utf8(word);
  }
}

TEST(WithoutParticles, ChecksTheSoundBeforeTheParticle) {
  expect_nouns({
      {U"서울는", U"서울는"},  // 는 never follows a final consonant
      {U"모스크바은", U"모스크바은"},
      {U"러시아을", U"러시아을"},
      {U"중국로", U"중국로"},
  });
}

TEST(WithoutParticles, NeverLeavesNothing) {
  for (const std::u32string word : {U"은", U"는", U"에서", U"으로부터", U"가", U"한", U"들이"}) {
    EXPECT_GE(without_particles(word), 1U) << to_utf8(word);
    EXPECT_LE(without_particles(word), word.size()) << to_utf8(word);
  }
  EXPECT_EQ(without_particles(U""), 0U);
  EXPECT_EQ(without_particles(U"나는"), 1U);
  EXPECT_EQ(without_particles(U"법을"), 1U);
}

TEST(NounOfVerb, FindsTheNounUnderItsVerb) {
  const ParticleCase cases[] = {
      {U"강화했다", U"강화"},   {U"강화한", U"강화"},       {U"강화하는", U"강화"},
      {U"체결하기로", U"체결"}, {U"체결했습니다", U"체결"}, {U"체결하였습니다", U"체결"},
      {U"체결했으며", U"체결"}, {U"체결됐다", U"체결"},     {U"체결되었다", U"체결"},
      {U"체결되는", U"체결"},   {U"체결될", U"체결"},       {U"요구함", U"요구"},
      {U"발표하면서", U"발표"}, {U"강화시켰다", U"강화"},   {U"비판받았다", U"비판"},
      {U"공격당했다", U"공격"},
  };
  for (const ParticleCase& c : cases) {
    EXPECT_EQ(to_utf8(c.word.substr(0, noun_of_verb(c.word))), to_utf8(c.noun)) << to_utf8(c.word);
  }
}

TEST(NounOfVerb, LeavesOtherWordsAlone) {
  for (const std::u32string word : {U"남북한", U"북한", U"대한민국", U"러시아", U"협정을", U"갔다",
                                    U"하다", U"한국", U"함께", U"해군", U"되다", U""}) {
    EXPECT_EQ(noun_of_verb(word), 0U) << to_utf8(word);
  }
}

TEST(GoesOnByEnding, TellsParticlesAndEndingsFromOtherWords) {
  const struct {
    std::u32string_view word;
    std::size_t size;
    bool goes_on;
  } cases[] = {
      {U"협정을", 2, true},    {U"협정에서는", 2, true}, {U"지도자들은", 3, true},
      {U"지도자들", 3, true},  {U"체결했다", 2, true},   {U"법의", 1, true},
      {U"협정문", 2, false},   {U"협정문을", 2, false},  {U"대통령", 2, false},
      {U"체결했다", 1, false}, {U"이집트", 1, false},    {U"협정", 2, false},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(goes_on_by_ending(c.word, c.size), c.goes_on) << to_utf8(c.word) << ' ' << c.size;
  }
}

TEST(IsParticle, TakesWhatMayFollowANumberOrALatinWord) {
  for (const std::u32string word :
       {U"을", U"를", U"은", U"는", U"이", U"가", U"에서", U"으로", U"에서의", U"까지도", U"와의",
        U"의", U"만", U"도", U"에서는"}) {
    EXPECT_TRUE(is_particle(word)) << to_utf8(word);
  }
  for (const std::u32string word :
       {U"억", U"년", U"개", U"급", U"형", U"억을", U"미국", U"산", U""}) {
    EXPECT_FALSE(is_particle(word)) << to_utf8(word);
  }
}

}  // namespace
}  // namespace ibid
