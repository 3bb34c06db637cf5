// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names find passages in the other language; each hit says which alias matched.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::highlighted;
using ::testing::IsEmpty;
using testing::SampleIndex;
using testing::search_in;
using testing::TextIndex;

SearchOptions literal() {
  SearchOptions options = SampleIndex::everything();
  options.names.aliases = Aliases::kNo;
  return options;
}

std::vector<std::string> names_of(const Hit& hit) {
  std::vector<std::string> names;
  for (const AliasMatch& match : hit.aliases) names.push_back(match.query_word + "=" + match.alias);
  return names;
}

class AliasSearch : public ::testing::Test {
 protected:
  TextIndex index_{{
      "India waits for its missiles.",                             // 0
      "인도는 미사일을 기다린다.",                                 // 1
      "The United States and South Korea signed.",                 // 2
      "미국과 한국이 서명했다.",                                   // 3
      "States that are united by nothing sing in the South sea.",  // 4
      "러시아군이 물러났다.",                                      // 5
      "It rained on Monday.",                                      // 6
      "6월에 비가 왔다.",                                          // 7
      "Everyone told us to stay.",                                 // 8
  }};
};

TEST_F(AliasSearch, FindsNamesInTheOtherLanguage) {
  const struct {
    const char* query;
    std::vector<int> found;
  } cases[] = {
      {"India", {0, 1}}, {"India’s", {0, 1}}, {"Indians", {1}},     {"인도의", {0, 1}},
      {"US", {2, 3}},    {"U.S.", {2, 3}},    {"미국에서", {2, 3}}, {"남한", {2, 3}},
      {"Russian", {5}},  {"June", {7}},       {"월요일에", {6}},    {"us", {8}},
  };
  for (const auto& c : cases) {
    std::vector<int> found = index_.found(c.query);
    // "남한" shares syllables with nothing here; a word may share letters, which do not match.
    EXPECT_THAT(found, ::testing::ElementsAreArray(c.found)) << c.query;
  }
}

TEST_F(AliasSearch, SaysWhichAliasMatchedAndMarksIt) {
  const Hit korean = index_.hit("India missiles", 1);
  EXPECT_THAT(names_of(korean), ElementsAre("India=인도"));
  EXPECT_THAT(highlighted(korean), ElementsAre("인도"));
  EXPECT_THAT(index_.hit("India missiles", 0).aliases, IsEmpty());
  const Hit english = index_.hit("미국 한국", 2);
  EXPECT_THAT(names_of(english),
              ElementsAre("미국=United States", "한국=South Korea", "한국=Korea"));
  EXPECT_THAT(highlighted(english), ElementsAre("United States", "South Korea"));
  const Hit army = index_.hit("Russian", 5);
  EXPECT_THAT(names_of(army), ElementsAre("Russian=러시아"));
  EXPECT_THAT(highlighted(army), ElementsAre("러시아군"));
}

TEST_F(AliasSearch, RanksTheWordsTypedFirst) {
  for (const char* query : {"India", "인도"}) {
    const SearchResult result = index_.search(query);
    ASSERT_EQ(result.hits.size(), 2U) << query;
    EXPECT_THAT(result.hits[0].aliases, IsEmpty()) << query;
    EXPECT_GT(result.hits[0].score, result.hits[1].score) << query;
  }
}

// 인도 is the rarer of the two here, because Korean is rarer; that must not rank it first.
TEST(AliasRanking, TakesNoAdvantageOfTheRarerLanguage) {
  TextIndex index({"India waits.", "인도는 쉰다.", "India moves.", "India stays.", "India goes.",
                   "Rain falls.", "Snow melts.", "Wind blows."});
  const SearchResult result = index.search("India");
  ASSERT_EQ(result.hits.size(), 5U);
  EXPECT_THAT(result.hits[4].aliases, ::testing::SizeIs(1));
}

TEST_F(AliasSearch, ExplainsAliasesInTheScore) {
  SearchOptions options = SampleIndex::everything();
  options.explain = Explain::kYes;
  const SearchResult result = index_.search("미국 한국 서명", options);
  bool alias = false;
  for (const Hit& hit : result.hits) {
    double sum = 0;
    for (const TermMatch& match : hit.matches) {
      sum += match.score;
      alias |= match.form == "alias";
    }
    EXPECT_NEAR(sum, hit.score, 1e-9);
  }
  EXPECT_TRUE(alias);
}

TEST_F(AliasSearch, LiteralTakesWordsAsTyped) {
  for (const char* query : {"India", "인도", "미국 한국"}) {
    for (const Hit& hit : index_.search(query, literal()).hits) {
      EXPECT_THAT(hit.aliases, IsEmpty()) << query;
    }
  }
  EXPECT_EQ(index_.search("India", literal()).hits.size(), 1U);
  EXPECT_EQ(index_.search("June", literal()).hits.size(), 0U);
}

// Required, quoted and excluded words are taken as typed.
TEST_F(AliasSearch, OnlyRankedWordsHaveAliases) {
  EXPECT_THAT(index_.found("\"India\""), ElementsAre(0));
  EXPECT_THAT(index_.found("+India"), ElementsAre(0));
  EXPECT_THAT(index_.found("India AND missiles"), ElementsAre(0));
  EXPECT_THAT(index_.found("India NEAR missiles"), ElementsAre(0));
  EXPECT_THAT(index_.found("India -India"), ElementsAre(1));
  EXPECT_THAT(index_.found("India lang:ko"), ElementsAre(1));
}

TEST_F(AliasSearch, ANameTypedInBothLanguagesCountsOnce) {
  EXPECT_THAT(names_of(index_.hit("India 인도", 1)), IsEmpty());
  EXPECT_THAT(names_of(index_.hit("India 인도의", 0)), IsEmpty());
}

TEST_F(AliasSearch, ANameOfSeveralWordsOfTheQueryCountsOnce) {
  const double once = index_.hit("India", 1).score;
  for (const char* query : {"India India", "India Indian", "India Indians India"}) {
    EXPECT_THAT(names_of(index_.hit(query, 1)), ElementsAre("India=인도")) << query;
    EXPECT_NEAR(index_.hit(query, 1).score, once, 1e-9) << query;
  }
}

TEST_F(AliasSearch, AKnownNameIsNotAMisspelling) {
  EXPECT_EQ(index_.search("June").suggestion, std::nullopt);
}

// ---- glossaries of the reports --------------------------------------------------------

TEST(GlossaryAliases, ComeAndGoWithTheirReport) {
  const testing::TestIndex test;
  test.write("a.txt", "국제철새관측협회(IBWA)가 모였다.\n");
  test.write("b.txt", "IBWA met again.\n");
  test.update_all();
  const auto found = [&] { return search_in(test.index(), "국제철새관측협회"); };
  ASSERT_EQ(found().hits.size(), 2U);
  EXPECT_THAT(names_of(found().hits[1]), ElementsAre("국제철새관측협회=IBWA"));
  test.change("a.txt", "국제철새관측협회가 모였다.\n");
  test.update_all();
  EXPECT_EQ(found().hits.size(), 1U);
  test.change("a.txt", "국제철새관측협회(IBWA)가 또 모였다.\n");
  test.update_all();
  ASSERT_EQ(found().hits.size(), 2U);
  test.remove("a.txt");
  test.update_all();
  EXPECT_EQ(found().hits.size(), 0U);
}

TEST(GlossaryAliases, AreIgnoredIfManyCompete) {
  TextIndex index({"한국표준위원회(KAA)가 왔다.", "한국표준위원회(KBB)가 왔다.",
                   "한국표준위원회(KCC)가 왔다.", "한국표준위원회(KDD)가 왔다.", "KAA met alone."});
  EXPECT_THAT(index.found("한국표준위원회"), ElementsAre(0, 1, 2, 3));
}

// ---- the editor's file ----------------------------------------------------------------

TEST(EditorAliasFile, JoinsAllSpellingsOfAName) {
  TextIndex index(
      {"The S-400 was sold.", "에스-400을 팔았다.", "승리 미사일이 떴다.", "Nothing here."});
  index.test().write("own.toml", "S-400 = [\"에스-400\", \"승리 미사일\"]\n");
  SearchOptions options = SampleIndex::everything();
  EXPECT_EQ(index.search("S-400", options).hits[0].aliases.size(), 0U);
  options.names.alias_file = index.test().report_path("own.toml");
  for (const char* query : {"S400", "에스-400을", "승리 미사일"}) {
    std::vector<std::string> names;
    for (const Hit& hit : index.search(query, options).hits) {
      for (const AliasMatch& match : hit.aliases) names.push_back(match.alias);
    }
    EXPECT_EQ(names.size(), 2U) << query;
  }
}

// A name of five rare words does not count five times.
TEST(EditorAliasFile, ANameOfSeveralWordsCountsAsOneTerm) {
  std::vector<std::string> texts{"The Moonshot flew.", "달 탐사 위성 발사 계획이 섰다."};
  for (int i = 0; i < 30; ++i) texts.push_back("Rain fell on day " + std::to_string(i) + ".");
  TextIndex index(texts);
  index.test().write("own.toml", "Moonshot = \"달 탐사 위성 발사 계획\"\n");
  SearchOptions options = SampleIndex::everything();
  options.names.alias_file = index.test().report_path("own.toml");
  const SearchResult result = index.search("Moonshot", options);
  ASSERT_EQ(result.hits.size(), 2U);
  EXPECT_THAT(result.hits[0].aliases, IsEmpty());
}

TEST(EditorAliasFile, IsReadFromTheIndexDirectory) {
  const testing::TestIndex test;
  test.write("a.txt", "The Bluebird flew.\n");
  test.update_all();
  EXPECT_THAT(search_in(test.index(), "파랑새").hits, IsEmpty());
  test.write("../index/aliases.toml", "Bluebird = \"파랑새\"\n");
  const SearchResult result = search_in(test.index(), "파랑새는");
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_THAT(names_of(result.hits[0]), ElementsAre("파랑새는=Bluebird"));
}

}  // namespace
}  // namespace ibid
