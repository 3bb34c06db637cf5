// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/negation.h"

#include <gtest/gtest.h>

namespace ibid {
namespace {

TEST(Negation, IsFoundInEnglish) {
  for (const char* word : {"not", "never", "without", "isn't", "won’t", "denied"}) {
    EXPECT_TRUE(is_negation(word)) << word;
    EXPECT_FALSE(is_korean_negation(word)) << word;
  }
  for (const char* word : {"note", "nor-easter", "nobodies", "signed", "n't-word"}) {
    EXPECT_FALSE(is_negation(word)) << word;
  }
}

TEST(Negation, IsFoundInKoreanWhateverEndingFollows) {
  for (const char* word : {"않았다", "못했으며", "없다고", "아니라", "거부했다", "부인하며"}) {
    EXPECT_TRUE(is_negation(word)) << word;
    EXPECT_TRUE(is_korean_negation(word)) << word;
  }
  EXPECT_TRUE(is_negation("안"));
  for (const char* word : {"안보", "잘못했다", "연못에", "체결했다"}) {
    EXPECT_FALSE(is_negation(word)) << word;
  }
}

}  // namespace
}  // namespace ibid
