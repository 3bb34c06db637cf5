// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/byline.h"

#include <gtest/gtest.h>

#include <vector>

namespace ibid {
namespace {

struct Signed {
  std::string line, author, date;
};

TEST(Byline, NamesTheAuthor) {
  const std::vector<Signed> table = {
      {"By Mara Lind", "Mara Lind", ""},
      {"by the North Coast Study Group", "North Coast Study Group", ""},
      {"By Mara Lind and Seo-yeon Park | 7 January 2025", "Mara Lind and Seo-yeon Park",
       "7 January 2025"},
      {"A briefing note by Mara Lind, January 2025", "Mara Lind", "January 2025"},
      {"*By Mara Lind*", "Mara Lind", ""},
      {"By 박서연", "박서연", ""},
      {"박서연 기자 sy@example.org", "박서연", ""},
      {"박서연 기자", "박서연", ""},
      {"By 2030", "", ""},
      {"By the numbers: trade in 2024", "", ""},
      {"by ship and by rail", "", ""},
      {"Ports hit by Storm", "", ""},
      {"By Sunday the ships had left.", "", ""},
      {"어느 기자의 하루", "", ""},
  };
  for (const Signed& row : table) {
    const Byline byline = read_byline(row.line);
    EXPECT_EQ(byline.author, row.author) << row.line;
    EXPECT_EQ(byline.date, row.date) << row.line;
  }
}

TEST(Names, ArePersonsOrTeams) {
  for (const std::string line :
       {"Mara Lind", "Mara Lind and Seo-yeon Park", "박서연", "J. R. Lind"}) {
    EXPECT_TRUE(reads_like_person(line)) << line;
  }
  for (const std::string line :
       {"", "Ports", "What it ships", "Ports in 2025", "겨울 항구", "Why Ports?"}) {
    EXPECT_FALSE(reads_like_person(line)) << line;
  }
  for (const std::string line : {"경제부", "데이터팀", "Energy Desk", "Data team"}) {
    EXPECT_TRUE(reads_like_team(line)) << line;
  }
  for (const std::string line :
       {"", "항구 개발 전부", "Ports and teams at sea and on land in winter"}) {
    EXPECT_FALSE(reads_like_team(line)) << line;
  }
}

TEST(CleanName, HasNoArticleAndNoMail) {
  EXPECT_EQ(clean_name(" **The Pier Group** "), "Pier Group");
  EXPECT_EQ(clean_name("the Pier Group"), "Pier Group");
  EXPECT_EQ(clean_name("박서연 (sy@example.org)"), "박서연");
  EXPECT_EQ(clean_name("sy@example.org"), "");
}

}  // namespace
}  // namespace ibid
