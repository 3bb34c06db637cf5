// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/audit/sentences/scopes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace ibid {
namespace {

using ::testing::ElementsAreArray;

TEST(Scopes, AreReadInBothLanguages) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {"물동량은 3분기 90만 톤이었다", {"quarter=3"}},
      {"물동량은 3/4분기 90만 톤이었다", {"quarter=3"}},
      {"in the third quarter", {"quarter=3"}},
      {"Q3 sales, 3Q", {"quarter=3"}},
      {"상반기 매출", {"half=1"}},
      {"second-half output", {"half=2"}},
      {"지난해보다 늘었다", {"base=year"}},
      {"전년동기 대비 4% 늘었다", {"base=year"}},
      {"전월 대비 4% 늘었다", {"base=month"}},
      {"rose 4 percent year-on-year", {"base=year"}},
      {"rose 4 percent from a month earlier", {"base=month"}},
      {"작년 매출", {"year=last"}},
      {"profit before tax", {"tax=before"}},
      {"세후 이익", {"tax=after"}},
      {"sales are expected to reach", {"outlook=forecast"}},
      {"매출 전망은", {"outlook=forecast"}},
      {"the median wage", {"middle=median"}},
      {"on the second day", {"day=2"}},
      {"on the 2nd day", {"day=2"}},
      {"둘째 날", {"ordinal=day=2"}},
      {"Unit 3 and 2단계", {"unit=3", "단계=2"}},
      {"3호기의 출력", {"호기=3"}},
      {"The quay cost $3 million in May", {}},
  };
  for (const auto& [sentence, marks] : cases) {
    EXPECT_THAT(scopes_of(sentence).marks, ElementsAreArray(marks)) << sentence;
  }
}

TEST(Scopes, DifferIfOneHasWhatTheOtherLacks) {
  const auto apart = [](const char* a, const char* b) {
    return differ(scopes_of(a), scopes_of(b));
  };
  EXPECT_TRUE(apart("매출은 1분기 40억", "매출은 2분기 44억"));
  EXPECT_TRUE(apart("매출은 1분기 40억", "매출은 44억"));
  EXPECT_TRUE(apart("sales came to 40 on the first day", "sales came to 44 on the second day"));
  EXPECT_TRUE(apart("수출은 40억", "수입은 44억"));
  EXPECT_FALSE(apart("수출은 40억", "교역은 44억"));
  EXPECT_FALSE(apart("매출은 1분기 40억", "1분기 매출은 44억"));
  EXPECT_FALSE(apart("the yard employs 12,000", "the yard employs about 12,500"));
}

}  // namespace
}  // namespace ibid
