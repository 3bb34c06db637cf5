// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/english.h"

#include <gtest/gtest.h>

#include <string>

namespace ibid {
namespace {

// Expected stems: the sample vocabulary of snowballstem.org, English (Porter 2).
TEST(EnglishStemmer, StemsAsSnowballDoes) {
  const std::pair<const char*, const char*> cases[] = {
      {"treaties", "treati"},
      {"treaty", "treati"},
      {"weapons", "weapon"},
      {"policies", "polici"},
      {"signed", "sign"},
      {"signing", "sign"},
      {"running", "run"},
      {"china's", "china"},
      {"leaders", "leader"},
      {"missile", "missil"},
      {"missiles", "missil"},
      {"russia", "russia"},
      {"defense", "defens"},
      {"cooperation", "cooper"},
      {"consistency", "consist"},
      {"generously", "generous"},
      {"sky", "sky"},
      {"a", "a"},
      {"s", "s"},
      {"news", "news"},
  };
  EnglishStemmer stemmer;
  for (const auto& [word, stem] : cases) EXPECT_EQ(stemmer.stem(word), stem) << word;
}

TEST(EnglishStemmer, LeavesOtherScriptsAndNumbersAlone) {
  EnglishStemmer stemmer;
  for (const std::string word : {"푸틴", "россия", "2024", "北韓"})
    EXPECT_EQ(stemmer.stem(word), word);
}

TEST(EnglishStopWords, AreFunctionWordsOnly) {
  for (const char* word : {"the", "a", "of", "and", "in", "is", "was", "to", "it", "us", "don't"}) {
    EXPECT_TRUE(is_english_stop_word(word)) << word;
  }
  for (const char* word : {"china", "limits", "against", "war", "may", "north", "new", "one", "",
                           "미국", "2024", "The", "usa"}) {
    EXPECT_FALSE(is_english_stop_word(word)) << word;
  }
}

}  // namespace
}  // namespace ibid
