// SPDX-License-Identifier: GPL-2.0-or-later
//
// Misspelt words find what was meant; known words find nothing else.
#include "search/words/similar_spellings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "search/index/index_snapshot.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TextIndex;

class SimilarSpellings : public ::testing::Test {
 protected:
  std::vector<std::string> of(std::string_view word) {
    std::vector<std::string> texts;
    IndexSnapshot snapshot(IndexDir(index_.test().index()));
    for (const SimilarSpelling& s : similar_spellings(snapshot.index(), word)) {
      texts.push_back(s.text);
    }
    return texts;
  }
  TextIndex index_{{
      "The government embargoed missiles.",          // 0
      "Governments of Ukraine and Sweden met.",      // 1
      "정부는 세력을 넓히고 제재를 강화했다.",       // 2
      "대학생들이 트레일러를 봤다. 세력이 커졌다.",  // 3
      "NATO의 정책은 재정을 넓혔다.",                // 4
      "새 총리가 취임했다.",                         // 5
  }};
};

TEST_F(SimilarSpellings, AreOneEditAway) {
  EXPECT_THAT(of("misslies"), ElementsAre("missiles"));  // exchanged
  EXPECT_THAT(of("missles"), ElementsAre("missiles"));   // left out
  EXPECT_THAT(of("swedden"), ElementsAre("sweden"));     // put in
  EXPECT_THAT(of("zkraine"), ElementsAre("ukraine"));    // replaced, the first letter
  EXPECT_THAT(of("kuraine"), ElementsAre("ukraine"));    // exchanged, the first two
  EXPECT_THAT(of("kraine"), ElementsAre("ukraine"));
  EXPECT_THAT(of("세럭"), ElementsAre("세력"));
  EXPECT_THAT(of("정첵"), ElementsAre("정책"));
  EXPECT_THAT(of("메학생"), IsEmpty());  // two letters of the first syllable
}

TEST_F(SimilarSpellings, AreTwoEditsAwayInLongWords) {
  EXPECT_THAT(of("gouermnetn"), IsEmpty());
  EXPECT_THAT(of("goverment"), ElementsAre("government"));
  EXPECT_THAT(of("govrenmnet"), ElementsAre("government"));
  EXPECT_THAT(of("트래일라"), ElementsAre("트레일러"));
}

TEST_F(SimilarSpellings, TakeVowelsThatSoundAlikeFirst) {
  EXPECT_THAT(of("새력"), ElementsAre("세력"));
  EXPECT_THAT(of("트래일러"), ElementsAre("트레일러"));
  EXPECT_THAT(of("제정"), ElementsAre("재정"));
}

TEST_F(SimilarSpellings, AreNoneForShortAndStrangeWords) {
  for (const char* word : {"", "xy", "met", "zzzzzzzz", "뷁쉙퉳", "나", "1234", "s400"}) {
    EXPECT_THAT(of(word), IsEmpty()) << word;
  }
}

TEST_F(SimilarSpellings, FindPassagesAndSaySo) {
  const Hit hit = index_.hit("missles", 0);
  EXPECT_THAT(hit.aliases, ElementsAre(AliasMatch{"missles", "missiles", AliasKind::kSpelling}));
  EXPECT_FALSE(hit.highlights.empty());
  EXPECT_THAT(index_.found("정첵을"), Contains(4));
  EXPECT_THAT(index_.found("NATO 정첵"), ElementsAre(4));
}

TEST_F(SimilarSpellings, DoNotJoinWordsThatTheIndexHas) {
  EXPECT_TRUE(index_.hit("missiles", 0).aliases.empty());
  EXPECT_THAT(index_.found("정부"), ElementsAre(2));
}

TEST_F(SimilarSpellings, AreOffInLiteralQueriesAndRequiredWords) {
  SearchOptions literal;
  literal.names.aliases = Aliases::kNo;
  for (const Hit& hit : index_.search("missles", literal).hits) EXPECT_TRUE(hit.aliases.empty());
  EXPECT_THAT(index_.found("+missles"), IsEmpty());
  EXPECT_THAT(index_.found("\"missles\""), IsEmpty());
}

}  // namespace
}  // namespace ibid
