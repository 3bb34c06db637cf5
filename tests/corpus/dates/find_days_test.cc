// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dates/find_days.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <string>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// "2024-6-18 [June 18, 2024] | 0-7-1 [July 1]"
std::string days_of(std::string_view text) {
  std::string out;
  for (const NamedDay& day : find_days(text)) {
    if (!out.empty()) out += " | ";
    out += fmt::format("{}-{}-{}", day.year, day.month, day.day);
    if (day.last_day != day.day) out += fmt::format("~{}", day.last_day);
    out += fmt::format(" [{}]", slice(text, day.text));
  }
  return out;
}

TEST(FindDays, ReadsDaysAndMonthsAsTextsWriteThem) {
  const std::pair<const char*, const char*> cases[] = {
      {"On June 18 and on 3rd of July, 2021.", "0-6-18 [June 18] | 2021-7-3 [3rd of July, 2021]"},
      {"Sept. 5, 2023; September 2023; 2 Oct 1999",
       "2023-9-5 [Sept. 5, 2023] | 2023-9-0 [September 2023] | 1999-10-2 [2 Oct 1999]"},
      {"from May 16–17 to the end of May", "0-5-16~17 [May 16–17] | 0-5-0 [May]"},
      {"It may rain. May we go? They march in March.", "0-3-0 [March]"},
      {"the June figures", "0-6-0 [June]"},
      {"2024-02-03 and 2024. 2. 3.", "2024-2-3 [2024-02-03] | 2024-2-3 [2024. 2. 3]"},
      {"6월 18일에 서명했다", "0-6-18 [6월 18일]"},
      {"2024년 6월 18일부터 7월 2일까지", "2024-6-18 [2024년 6월 18일] | 0-7-2 [7월 2일]"},
      {"9월 17~18일 회의, 7월 8일~9일", "0-9-17~18 [9월 17~18일] | 0-7-8~9 [7월 8일~9일]"},
      {"2024년 8월과 11월에", "2024-8-0 [2024년 8월] | 0-11-0 [11월]"},
      {"Seoul 회담은 June 5, 6월 9일에", "0-6-5 [June 5] | 0-6-9 [6월 9일]"},
  };
  for (const auto& [text, days] : cases) EXPECT_EQ(days_of(text), days) << text;
}

TEST(FindDays, TakesNoFigureBehindAMonthForADay) {
  const std::pair<const char*, const char*> cases[] = {
      {"In May 12.5% of them moved.", "0-5-0 [May]"},
      {"In June 30,000 people; by July 2.5-fold", "0-6-0 [June] | 0-7-0 [July]"},
      {"Since March 24% and since March 24 per cent", "0-3-0 [March] | 0-3-0 [March]"},
      {"this June 3 million, in Sept. 5.5 magnitude", "0-6-0 [June] | 0-9-0 [Sept.]"},
      {"In May 12 people died, of whom in June 3 in 10", "0-5-0 [May] | 0-6-0 [June]"},
      {"in March 2–3%, in April 2 to 3.5 per cent", "0-3-0 [March] | 0-4-0 [April]"},
      {"6월 수출은 June 12억 달러, 5월 12.5%", "0-6-0 [6월] | 0-6-0 [June] | 0-5-0 [5월]"},
      {"in January 2024, 12%; in January 2024.5", "2024-1-0 [January 2024] | 0-1-0 [January]"},
      // Days all the same.
      {"In May 12, 2023; on May 12 people died", "2023-5-12 [May 12, 2023] | 0-5-12 [May 12]"},
      {"in May 16–17 talks, in June 3rd place", "0-5-16~17 [May 16–17] | 0-6-3 [June 3rd]"},
      {"On May 12 in Seoul. Before June 5. 3 of them", "0-5-12 [May 12] | 0-6-5 [June 5]"},
      {"from May 3 to 5 June", "0-5-3 [May 3] | 0-6-5 [5 June]"},
  };
  for (const auto& [text, days] : cases) EXPECT_EQ(days_of(text), days) << text;
}

TEST(FindDays, LeavesOtherNumbersAlone) {
  const std::pair<const char*, const char*> cases[] = {
      {"June 31, 1850s", ""},
      {"13월 2일", ""},
      {"30 February", "0-2-0 [February]"},
      {"6월 31일분", ""},
      {"1,206 Julys", ""},
      {"3일 동안", ""},
      {"지난 18일 서울에서", ""},
      {"4.5 tonnes", ""},
      {"5월호 표지가 아니라 50월", "0-5-0 [5월]"},
      {"S-400", ""},
      {"2024", ""},
      {"3일 동안 18일에 S-400", ""},
  };
  for (const auto& [text, days] : cases) EXPECT_EQ(days_of(text), days) << text;
}

TEST(FindDays, AreTheSameIfWhatBothNameIs) {
  const auto same = [](const char* a, const char* b) {
    return may_be_same_day(find_days(a).at(0), find_days(b).at(0));
  };
  EXPECT_TRUE(same("June 18", "2024년 6월 18일"));
  EXPECT_TRUE(same("June 2024", "6월 18일"));
  EXPECT_TRUE(same("May 17", "May 16–17, 2024"));
  EXPECT_FALSE(same("June 18", "6월 19일"));
  EXPECT_FALSE(same("June 18, 2023", "2024년 6월 18일"));
  EXPECT_FALSE(same("May 18", "May 16–17"));
}

}  // namespace
}  // namespace ibid
