// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/given/name_pattern.h"

#include <gtest/gtest.h>

#include <string>

namespace ibid {
namespace {

TEST(NamePattern, TakesAnyRunAndOneCharacter) {
  const struct {
    const char* pattern;
    const char* name;
    bool matches;
  } cases[] = {
      {"harbour", "harbour", true},
      {"harbour", "harbours", false},
      {"harbour", "Harbour", false},
      {"*", "", true},
      {"*", "2024/항구.txt", true},
      {"?", "", false},
      {"?", "항", true},
      {"??", "항", false},
      {"보고서-?호", "보고서-3호", true},
      {"보고서-?호", "보고서-삼호", true},
      {"보고서-?호", "보고서-13호", false},
      {"2024/*.txt", "2024/07/a.txt", true},
      {"2024/*.txt", "2023/a.txt", false},
      {"*-ko", "a-ko-ko", true},
      {"a*b*c", "a-b-b-c-c", true},
      {"a*b*c", "a-c-b", false},
      {"**", "x", true},
      {"*국*", "한국어", true},
      {"*\xED\x95", "한", false},  // a part of a character is none
      {"?", "\xFF", true},         // a file name may be no UTF-8
  };
  for (const auto& c : cases) {
    EXPECT_EQ(matches_pattern(c.pattern, c.name), c.matches) << c.pattern << " " << c.name;
  }
}

TEST(NamePattern, IsComparedInOneNormalForm) {
  const std::string letters = "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB";  // 한 in three letters
  EXPECT_EQ(comparable_name(letters + "-2024"), "한-2024");
  EXPECT_EQ(comparable_name("e\xCC\x81t\xC3\xA9"), "été");
  EXPECT_TRUE(matches_pattern(comparable_name("?-*"), comparable_name(letters + "-2024")));
}

TEST(NamePattern, TakesNoLongTimeForManyStars) {
  std::string pattern;
  for (int i = 0; i < 300; ++i) pattern += "*a";
  EXPECT_FALSE(matches_pattern(pattern + "*b", std::string(20'000, 'a')));
}

TEST(NamePattern, HasWildcardsOrNot) {
  EXPECT_TRUE(has_wildcards("a*"));
  EXPECT_TRUE(has_wildcards("보고서-?"));
  EXPECT_FALSE(has_wildcards("보고서-[1]"));
}

}  // namespace
}  // namespace ibid
