// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/words/suggest.h"

#include <gtest/gtest.h>

#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using testing::TextIndex;

class Suggestion : public ::testing::Test {
 protected:
  // As typed: else the passages with the offered word are hits, and it is not offered.
  std::string of(std::string_view query) {
    SearchOptions options = testing::SampleIndex::everything();
    options.names.aliases = Aliases::kNo;
    return texts_.search(query, options).suggestion.value_or("(none)");
  }
  TextIndex texts_{{"Russia and China signed a treaty in Pyongyang.",
                    "The treaty with Russia, in weapons and letters.",
                    "러시아와 북한이 국방 협정을 맺었다.", "우크라이나 전쟁과 협정, 러시아의 무기.",
                    "한국방송은 지방협의회와 협정을 말했다. 국방협력도 있다."}};
};

TEST_F(Suggestion, CorrectsEnglishTypos) {
  EXPECT_EQ(of("Rusia"), "russia");
  EXPECT_EQ(of("treatty with Russia"), "treaty with Russia");
  EXPECT_EQ(of("the Pyonyang treaty"), "the pyongyang treaty");
  EXPECT_EQ(of("Chnia Rusia"), "china russia");
}

TEST_F(Suggestion, CorrectsKoreanTyposByLetter) {
  EXPECT_EQ(of("국방 협종"), "국방 협정");
  EXPECT_EQ(of("러시어를"), "러시아를");
  EXPECT_EQ(of("우크라이너 전쟁"), "우크라이나 전쟁");
  EXPECT_EQ(of("러시어 treatty"), "러시아 treaty");
}

TEST_F(Suggestion, IsNoneForKnownWords) {
  for (const char* query :
       {"Russia", "russia's treaties", "러시아", "러시아를", "협정이", "국방 협정", "the of",
        "S-400", "2023", "", "\"\"", "lang:ko", "러시아 treaty"}) {
    EXPECT_EQ(of(query), "(none)") << query;
  }
}

TEST_F(Suggestion, IsNoneIfNothingIsNear) {
  EXPECT_EQ(of("zzzzzzzz"), "(none)");
  EXPECT_EQ(of("뷁쉙퉳"), "(none)");
  EXPECT_EQ(of("xy"), "(none)");  // too short
}

// 국방협정 does not occur, but every pair of its syllables does: it is a compound, not a
// misspelling.
TEST_F(Suggestion, LeavesCompoundsOfKnownPartsAlone) { EXPECT_EQ(of("국방협정"), "(none)"); }

TEST_F(Suggestion, IsAQueryThatFindsWhatItSays) {
  for (const char* query : {"Rusia", "국방 협종", "러시어 treatty"}) {
    const std::string better = of(query);
    EXPECT_FALSE(texts_.search(better).hits.empty()) << better;
    EXPECT_EQ(of(better), "(none)") << better;
  }
}

TEST_F(Suggestion, IsNoneForWordsThatTheHitsShow) {
  for (const char* query : {"Rusia", "treatty with Russia", "러시어를", "Chnia Rusia"}) {
    EXPECT_FALSE(texts_.search(query).suggestion.has_value()) << query;
  }
}

TEST(StillToOffer, KeepsTheQueryWhereTheOfferIsShown) {
  const std::vector<std::string> shown = {"treaty", "러시아와", "moscow's"};
  EXPECT_EQ(still_to_offer("treatty Chnia", "treaty china", shown), "treatty china");
  EXPECT_EQ(still_to_offer("러시어 treatty", "러시아 treaty", shown), std::nullopt);
  EXPECT_EQ(still_to_offer("Mosckow  Chnia", "moscow china", shown), "Mosckow china");
  EXPECT_EQ(still_to_offer("Treaty Chnia", "treaty china", {}), "Treaty china");
  EXPECT_EQ(still_to_offer("국방협종", "국방 협정", shown),
            "국방 협정");  // words do not correspond
}

}  // namespace
}  // namespace ibid
