// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/hangul_syllable.h"

#include <gtest/gtest.h>

namespace ibid {
namespace {

TEST(HangulSyllable, IsItsLetters) {
  const Syllable first(U'가'), last(U'힣'), sound(U'혔');
  EXPECT_EQ(first.onset, 0);
  EXPECT_EQ(first.vowel, Vowel::kA);
  EXPECT_EQ(first.final, Final::kNone);
  EXPECT_EQ(last.onset, 18);
  EXPECT_EQ(last.vowel, Vowel::kI);
  EXPECT_EQ(last.final, Final::kHieut);
  EXPECT_EQ(sound.vowel, Vowel::kYeo);
  EXPECT_EQ(sound.final, Final::kSsangSiot);
  EXPECT_EQ(with_final(U'혔', Final::kNone), U'혀');
  EXPECT_EQ(with_final(U'나', Final::kRieul), U'날');
}

TEST(HangulSyllable, IsComposedAgain) {
  for (char32_t c = kFirstSyllable; c <= kLastSyllable; ++c) {
    ASSERT_TRUE(is_precomposed(c));
    ASSERT_EQ(Syllable(c).composed(), c);
  }
  EXPECT_FALSE(is_precomposed(kFirstSyllable - 1));
  EXPECT_FALSE(is_precomposed(kLastSyllable + 1));
}

}  // namespace
}  // namespace ibid
