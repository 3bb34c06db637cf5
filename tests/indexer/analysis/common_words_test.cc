// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/common_words.h"

#include <gtest/gtest.h>

#include "indexer/analysis/english.h"

namespace ibid {
namespace {

TEST(CommonWords, AreOfDailyTalkInBothLanguages) {
  for (const char* word : {"really", "yesterday", "know", "wow", "무엇", "누구", "가장", "있는"}) {
    EXPECT_TRUE(is_common_word(word)) << word;
    EXPECT_FALSE(is_english_stop_word(word)) << word;
  }
}

TEST(CommonWords, AreNotSubjectsNamesOrStopWords) {
  for (const char* word :
       {"treaty", "russia", "s", "the", "", "조약", "푸틴", "인도", "reall", "무엇이든"}) {
    EXPECT_FALSE(is_common_word(word)) << word;
  }
}

}  // namespace
}  // namespace ibid
