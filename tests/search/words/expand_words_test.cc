// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/words/expand_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/match/ranking.h"
#include "tests/support/sample_index.h"
#include "tests/support/stored_passages.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::TextIndex;
using ::testing::UnorderedElementsAre;

TEST(MatchesWildcard, TakesStarForAnyRunAndQuestionMarkForOneCharacter) {
  const struct {
    const char* text;
    const char* pattern;
    bool matches;
  } cases[] = {
      {"weapon", "weapon", true},
      {"weapons", "weapon", false},
      {"weapons", "weapon*", true},
      {"weapon", "weapon*", true},
      {"weapo", "weapon*", false},
      {"weapons", "*pons", true},
      {"weapons", "w*p*s", true},
      {"weapons", "w*p*t", false},
      {"weapons", "w?apons", true},
      {"wapons", "w?apons", false},
      {"s400", "s4??", true},
      {"s40", "s4??", false},
      {"s4000", "s4??", false},
      {"", "", true},
      {"", "*", true},
      {"", "?", false},
      {"a", "", false},
      {"aab", "*ab", true},
      {"abab", "*ab", true},
      {"abcabd", "*abd", true},
      {"x", "***", true},
      {"무기를", "무기*", true},
      {"무기를", "무?를", true},
      {"무기를", "무??", true},
      {"무기를", "무?", false},
      {"무기를", "*를", true},
      {"무역을", "무기*", false},
      {"러시아군", "러??군", true},
      {"s400을", "s4?0*", true},
      {"🚀발사", "?발사", true},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(matches_wildcard(c.text, c.pattern), c.matches) << c.text << " " << c.pattern;
  }
}

TEST(MatchesWildcard, IsFastForManyStars) {
  const std::string text(2000, 'a');
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "a*";
  EXPECT_FALSE(matches_wildcard(text, pattern + "b"));
  EXPECT_TRUE(matches_wildcard(text, pattern));
}

class Vocabulary : public ::testing::Test {
 protected:
  std::vector<std::string> wildcard(FormKind kind, std::string_view pattern) {
    return expand_wildcard(statistics_, TextField::kBody, kind, pattern).terms;
  }
  std::vector<std::string> stem(std::string_view stem) {
    Analyzer analyzer;
    return expand_stem(statistics_, TextField::kBody, stem, analyzer).terms;
  }
  TextIndex texts_{
      {"Weapons and a weapon; the party's parties.", "A weapon of S-400, S-300 and KN-23.",
       "무기를 보냈다. 무기와 무역, 푸틴은 푸틴이.", "동맹을 강화했다. Zebra CamelCase zone"}};
  DatabaseStatistics statistics_{testing::live_database(texts_.test().index())};
};

TEST_F(Vocabulary, ExpandsWildcardsMostFrequentFirst) {
  EXPECT_THAT(wildcard(FormKind::kSurface, "weapon*"), ElementsAre("weapon", "weapons"));
  EXPECT_THAT(wildcard(FormKind::kSurface, "*apons"), ElementsAre("weapons"));
  EXPECT_THAT(wildcard(FormKind::kSurface, "무기*"), ElementsAre("무기를", "무기와"));
  EXPECT_THAT(wildcard(FormKind::kDesignator, "s?00"), UnorderedElementsAre("Ds300", "Ds400"));
  EXPECT_THAT(wildcard(FormKind::kSurface, "zzz*"), IsEmpty());
}

TEST_F(Vocabulary, NeverConfusesKindsOfTerms) {
  for (const std::string& term : wildcard(FormKind::kSurface, "*")) {
    EXPECT_FALSE(term[0] >= 'A' && term[0] <= 'Z') << term;
  }
  for (const std::string& term : wildcard(FormKind::kSurface, "z*")) EXPECT_NE(term[0], 'Z');
  EXPECT_THAT(wildcard(FormKind::kSurface, "z*"), UnorderedElementsAre("zebra", "zone"));
}

TEST_F(Vocabulary, ExpandsAStemToTheWordsThatHaveIt) {
  EXPECT_THAT(stem("weapon"), UnorderedElementsAre("weapon", "weapons"));
  EXPECT_THAT(stem("parti"), UnorderedElementsAre("party's", "parties"));
  EXPECT_THAT(stem("푸틴"), UnorderedElementsAre("푸틴은", "푸틴이"));
  EXPECT_THAT(stem("강화"), UnorderedElementsAre("강화했다"));
  EXPECT_THAT(stem("unknown"), IsEmpty());
}

TEST_F(Vocabulary, ExpandsAWordToWordsWithAnEnding) {
  const auto ending = [&](std::string_view surface) {
    return expand_ending(statistics_, TextField::kBody, surface);
  };
  EXPECT_THAT(ending("무기"), UnorderedElementsAre("무기", "무기를", "무기와"));
  EXPECT_THAT(ending("강화"), UnorderedElementsAre("강화", "강화했다"));
  EXPECT_THAT(ending("무"), ElementsAre("무"));
}

TEST(VocabularyOfTexts, KnowsIrregularWordsButNoHosts) {
  TextIndex texts({"He was dying when the state died.", "They were lying to the press.",
                   "See https://state.example.org when the press dies."});
  EXPECT_THAT(texts.found("die NEAR/2 was"), ElementsAre(0));
  EXPECT_THAT(texts.found("lies ADJ/3 press"), ElementsAre(1));
  EXPECT_THAT(texts.found("state NEAR/3 died"), ElementsAre(0));
  EXPECT_THAT(texts.found("state NEAR/3 see"), IsEmpty());
}

TEST(VocabularyBound, KeepsTheMostFrequentAndCountsAll) {
  std::string rare, common;
  for (std::size_t i = 0; i < kMaxExpansion + 50; ++i)
    rare += "wor" + std::string(1 + i % 20, 'a') + std::string(1 + i / 20, 'b') + " ";
  for (int i = 0; i < 3; ++i) common += "wordy ";
  TextIndex texts({rare, common, common + "again"});
  DatabaseStatistics statistics(testing::live_database(texts.test().index()));
  const Expansion found = expand_wildcard(statistics, TextField::kBody, FormKind::kSurface, "wor*");
  EXPECT_EQ(found.found, kMaxExpansion + 51);
  EXPECT_EQ(found.terms.size(), kMaxExpansion);
  EXPECT_EQ(found.terms.front(), "wordy");
  const SearchResult result = texts.search("wor*");
  EXPECT_EQ(result.hits.size(), 3U);
  EXPECT_THAT(result.ignored, ::testing::Not(IsEmpty()));  // a notice says so
}

// A particle or ending is no part of the word that a pattern is for.
TEST(ExpandWildcard, PassesOverParticlesAndEndings) {
  TextIndex texts({"정전협정을 맺었다. 국방협정이 먼저다. 협정문에 있다.",
                   "협정은 협정서와 다르다.", "미체결했다. 체결식. armistice of 협정들을"});
  DatabaseStatistics statistics(testing::live_database(texts.test().index()));
  const auto found = [&](std::string_view pattern) {
    return expand_wildcard(statistics, TextField::kBody, FormKind::kSurface, pattern).terms;
  };
  EXPECT_THAT(found("*협정"),
              UnorderedElementsAre("정전협정을", "국방협정이", "협정은", "협정들을"));
  EXPECT_THAT(found("??협정"), UnorderedElementsAre("정전협정을", "국방협정이"));
  EXPECT_THAT(found("국*정"), ElementsAre("국방협정이"));
  EXPECT_THAT(found("*체결"), ElementsAre("미체결했다"));
  EXPECT_THAT(found("협정*"), UnorderedElementsAre("협정은", "협정들을", "협정문에", "협정서와"));
  EXPECT_THAT(found("*협"), IsEmpty());
  EXPECT_THAT(found("*ice"), ElementsAre("armistice"));
}

}  // namespace
}  // namespace ibid
