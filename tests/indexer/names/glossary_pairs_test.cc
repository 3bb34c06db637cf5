// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/glossary_pairs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "indexer/names/sounds_alike.h"

namespace ibid {

void PrintTo(const NamePair& pair, std::ostream* out) {
  *out << pair.hangul << " = " << pair.latin;
}

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(GlossaryPairs, FindsNamesGivenInBothScripts) {
  const struct {
    const char* text;
    NamePair pair;
  } cases[] = {
      {"중국 국가주석 시진핑(Xi Jinping)은 말했다.", {"시진핑", "Xi Jinping"}},
      {"President Xi Jinping (시진핑) said so.", {"시진핑", "Xi Jinping"}},
      {"블라디미르 푸틴(Vladimir Putin)이 왔다.", {"블라디미르 푸틴", "Vladimir Putin"}},
      {"대통령 푸틴(Putin)이 왔다.", {"푸틴", "Putin"}},
      {"시진핑(중국어: 习近平, 영어: Xi Jinping)은", {"시진핑", "Xi Jinping"}},
      {"북대서양조약기구(NATO)는", {"북대서양조약기구", "NATO"}},
      {"나토(NATO)는", {"나토", "NATO"}},
      {"IAEA (국제원자력기구) inspectors", {"국제원자력기구", "IAEA"}},
      {"The agency IAEA(국제 원자력 기구) met.", {"국제 원자력 기구", "IAEA"}},
  };
  for (const auto& c : cases) EXPECT_THAT(find_name_pairs(c.text), ElementsAre(c.pair)) << c.text;
}

TEST(GlossaryPairs, SkipsBracketsThatGiveNoName) {
  for (const char* text : {
           "정상회담(Summit Meeting)에서",     // sense, not sound: where it begins is unknown
           "세계 보건 기구(WHO)는",            // only the last word before the bracket counts
           "푸틴(go-public-web-kor-1-0-0)은",  // a citation
           "NATO (출처: 연합)",                // a remark
           "Putin (사진 제공)",                //
           "드라이브(120GB)를",                // a size
           "시진핑 (Xi Jinping)",              // apart: another thought
           "the pact (협정)",                  // not a name
           "인도(印度)는",
           "러시아(2024)",
           "()",
           "(",
           "푸틴(Putin",
           "가(Ga)",
       }) {
    EXPECT_THAT(find_name_pairs(text), IsEmpty()) << text;
  }
}

TEST(GlossaryPairs, ReturnsEachPairOnce) {
  EXPECT_THAT(find_name_pairs("푸틴(Putin)과 푸틴(Putin), Modi(모디)"),
              ElementsAre(NamePair{"푸틴", "Putin"}, NamePair{"모디", "Modi"}));
}

TEST(SoundsAlike, ComparesConsonants) {
  EXPECT_EQ(sound_similarity("시진핑", "Xi Jinping"), 1);
  EXPECT_EQ(sound_similarity("도널드 트럼프", "Donald Trump"), 1);
  EXPECT_EQ(sound_similarity("갈릴레오", "Galileo"), 1);
  EXPECT_LT(sound_similarity("블루스", "Blue Devils"), 0.8);
  EXPECT_LT(sound_similarity("시진핑", "Vladimir Putin"), 0.5);
  EXPECT_EQ(sound_similarity("아이", "Io"), 0);  // nothing to compare
}

}  // namespace
}  // namespace ibid
