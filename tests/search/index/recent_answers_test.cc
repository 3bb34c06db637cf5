// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/recent_answers.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ibid {
namespace {

TEST(RecentAnswers, AreComputedOncePerText) {
  RecentAnswers<std::size_t> answers;
  int asked = 0;
  const auto size = [&](std::string_view text) {
    ++asked;
    return text.size();
  };
  for (int round = 0; round < 3; ++round) {
    EXPECT_EQ(answers.get("조약", size), 6U);
    EXPECT_EQ(answers.get("", size), 0U);
  }
  EXPECT_EQ(asked, 2);
  // More texts than it keeps.
  for (int round = 0; round < 2; ++round) {
    for (std::size_t i = 0; i < 5000; ++i) {
      EXPECT_EQ(answers.get(std::string(i % 300, 'x') + std::to_string(i), size),
                i % 300 + std::to_string(i).size());
    }
  }
}

TEST(RecentAnswers, KeepNothingFromALookUpThatThrows) {
  RecentAnswers<int> answers;
  const auto fail = [](std::string_view) -> int { throw std::runtime_error("damaged"); };
  EXPECT_THROW(answers.get("treaty", fail), std::runtime_error);
  EXPECT_EQ(answers.get("treaty", [](std::string_view) { return 7; }), 7);
  EXPECT_EQ(answers.get("treaty", fail), 7);
}

}  // namespace
}  // namespace ibid
