// SPDX-License-Identifier: GPL-2.0-or-later
//
// English words in other spellings.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::SampleIndex;
using testing::TextIndex;

TEST(SpellingSearch, FindsBritishByAmericanAndBack) {
  const struct {
    const char *one, *other;
  } cases[] = {
      {"defense", "defence"},           {"offenses", "offences"},      {"harbor", "harbours"},
      {"neighboring", "neighbouring"},  {"program", "programmes"},     {"center", "centre"},
      {"organization", "organisation"}, {"analyzed", "analysed"},      {"traveled", "travelled"},
      {"dialog", "dialogue"},           {"skeptics", "sceptics"},      {"gray", "grey"},
      {"judgment", "judgement"},        {"maneuvers", "manoeuvres"},   {"ceasefire", "cease-fire"},
      {"ceasefire", "cease fire"},      {"airstrikes", "air strikes"}, {"antitank", "anti-tank"},
      {"reelected", "re-elected"},      {"lawmakers", "law-makers"},   {"buildup", "build-up"},
      {"cooperate", "co-operate"},
  };
  for (const auto& c : cases) {
    TextIndex index({std::string("They spoke of ") + c.one + " then.",
                     std::string("They spoke of ") + c.other + " then.", "They left."});
    EXPECT_THAT(index.found(c.one), ElementsAre(0, 1)) << c.one << ' ' << c.other;
    EXPECT_THAT(index.found(c.other), ElementsAre(0, 1)) << c.other << ' ' << c.one;
  }
}

TEST(SpellingSearch, FindsNoOtherWords) {
  const struct {
    const char *query, *text;
  } cases[] = {
      {"device", "They devise it."},  {"four", "It is for us."},
      {"resign", "They re-sign it."}, {"filed", "They filled it."},
      {"reform", "They re-form it."}, {"therapist", "The rapist fled."},
      {"hour", "They hor it."},       {"sense", "They sence it."},
  };
  for (const auto& c : cases) {
    TextIndex index({c.text, std::string("It has ") + c.query + " in it."});
    EXPECT_THAT(index.found(c.query), ElementsAre(1)) << c.query;
  }
}

TEST(SpellingSearch, SaysSoAndIsOffWithLiteral) {
  TextIndex index({"국방 The defence budget rose.", "The defense budget fell.", "비가 왔다."});
  SearchOptions options = SampleIndex::everything();
  options.explain = Explain::kYes;
  const SearchResult result = index.search("defense budget", options);
  ASSERT_EQ(result.hits.size(), 2U);
  EXPECT_THAT(result.hits[0].aliases, IsEmpty());
  ASSERT_EQ(result.hits[1].aliases.size(), 1U);
  EXPECT_EQ(result.hits[1].aliases[0].alias, "defence");
  bool spelling = false;
  for (const TermMatch& match : result.hits[1].matches) spelling |= match.form == "variant";
  EXPECT_TRUE(spelling);
  options.names.aliases = Aliases::kNo;
  EXPECT_EQ(index.search("defense", options).hits.size(), 1U);
}

}  // namespace
}  // namespace ibid
