// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names that no list has, found in the other script by their sound.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::SampleIndex;
using testing::TextIndex;

TEST(SoundSearch, FindsKoreanSpellingsOfLatinNames) {
  TextIndex index({
      "볼드윈은 사임했다.",          // 0
      "헨드릭스가 이겼다.",          // 1
      "카라마조프를 읽었다.",        // 2
      "Ms Baldwin resigned.",        // 3
      "그리고 비가 왔다.",           // 4
      "만에 하나 그렇다면 떠난다.",  // 5
  });
  expect_found(index, {{"Hendrix", {1}},
                       {"Karamazov", {2}},
                       {"hendrix", {}},  // no capital
                       {"\"Hendrix\"", {}},
                       {"Manner", {}},
                       {"Gregor", {}}});
}

TEST(SoundSearch, FindsLatinSpellingsOfKoreanWords) {
  TextIndex index({
      "Hendrix won again.",       // 0
      "They read Karamazov.",     // 1
      "The manner was good.",     // 2
      "The girl left in anger.",  // 3
      "헨드릭스는 없었다.",       // 4
  });
  expect_found(index, {{"헨드릭스가", {0, 4}}, {"카라마조프", {1}}, {"만에", {}}, {"길을", {}}});
}

TEST(SoundSearch, SaysSoAndIsOffWithLiteral) {
  TextIndex index({"헨드릭스가 이겼다.", "Rain."});
  SearchOptions options = SampleIndex::everything();
  options.explain = Explain::kYes;
  const SearchResult result = index.search("Jimi Hendrix", options);
  ASSERT_EQ(result.hits.size(), 1U);
  ASSERT_EQ(result.hits[0].aliases.size(), 1U);
  EXPECT_EQ(result.hits[0].aliases[0].query_word, "Hendrix");
  EXPECT_EQ(result.hits[0].aliases[0].alias, "헨드릭스");
  ASSERT_EQ(result.hits[0].matches.size(), 1U);
  EXPECT_EQ(result.hits[0].matches[0].form, "sound");
  options.names.aliases = Aliases::kNo;
  EXPECT_THAT(index.search("Jimi Hendrix", options).hits, IsEmpty());
}

TEST(SoundSearch, TakesKoreanNamesWhole) {
  TextIndex index({"김계관이 도착했다.", "김치를 담갔다.", "조태용과 만났다.", "관문을 지났다."});
  for (const char* query : {"Kim Gye-gwan", "Kim Gye Gwan", "Kim Gyegwan", "said Kim Gye-gwan"}) {
    EXPECT_THAT(index.found(query), ElementsAre(0)) << query;
  }
  EXPECT_THAT(index.found("Cho Tae-yong"), ElementsAre(2));
  EXPECT_THAT(index.found("Kim Gye-sam"), IsEmpty());
}

// A known name is that name only: 더블린 is Dublin, not Devlin.
TEST(SoundSearch, LeavesKnownNamesAlone) {
  TextIndex index({"더블린에 비가 왔다.", "Rain."});
  EXPECT_THAT(index.found("Dublin"), ElementsAre(0));
  EXPECT_THAT(index.found("Devlin"), IsEmpty());
}

}  // namespace
}  // namespace ibid
