// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools/serve/page/wording.h"

#include <gtest/gtest.h>

namespace ibid {
namespace {

TEST(Wording, PutsValuesInThePlacesOfEachLanguage) {
  constexpr Wording kOf{"{0} of {1}", "{1} 중 {0}"};
  EXPECT_EQ(worded(PageLanguage::kEnglish, kOf, 3, "seven"), "3 of seven");
  EXPECT_EQ(worded(PageLanguage::kKorean, kOf, 3, "일곱"), "일곱 중 3");
}

TEST(Wording, GroupsDigits) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
}

TEST(PreferredLanguage, IsTheOneOfMostWeight) {
  const struct {
    const char* header;
    PageLanguage language;
  } cases[] = {
      {"", PageLanguage::kEnglish},
      {"ko", PageLanguage::kKorean},
      {"ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7", PageLanguage::kKorean},
      {"en-US,en;q=0.9,ko;q=0.8", PageLanguage::kEnglish},
      {"en;q=0.2, ko;q=0.8", PageLanguage::kKorean},
      {"fr, de;q=0.9", PageLanguage::kEnglish},
      {"fr,ko;q=0.1", PageLanguage::kKorean},
      {"KO-kr", PageLanguage::kKorean},
      {"kok", PageLanguage::kEnglish},  // Konkani
      {"ko;q=0", PageLanguage::kEnglish},
      {"ko;q=0,en;q=0.5", PageLanguage::kEnglish},
      {"ko;q=x", PageLanguage::kEnglish},
      {",,;;q=,ko", PageLanguage::kKorean},
      {"ko,en", PageLanguage::kKorean},
      {"en,ko", PageLanguage::kEnglish},
  };
  for (const auto& one : cases)
    EXPECT_EQ(preferred_language(one.header), one.language) << one.header;
}

}  // namespace
}  // namespace ibid
