// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quantities/rounding.h"

#include <gtest/gtest.h>

namespace ibid {
namespace {

bool near(const char* a, const char* b) {
  const auto x = parse_quantity(a), y = parse_quantity(b);
  EXPECT_TRUE(x.has_value()) << a;
  EXPECT_TRUE(y.has_value()) << b;
  EXPECT_EQ(within_rounding(*x, *y), within_rounding(*y, *x)) << a << " and " << b;
  return within_rounding(*x, *y);
}

TEST(Rounding, OneFigureIsTheOtherRounded) {
  EXPECT_TRUE(near("$5.4 billion", "$5.43 billion"));
  EXPECT_TRUE(near("54억 달러", "54억 3천만 달러"));
  EXPECT_TRUE(near("54억 달러", "$5.43bn"));
  EXPECT_TRUE(near("$240bn", "2,401억 달러"));
  EXPECT_TRUE(near("26%", "26.3%"));
  EXPECT_TRUE(near("27%", "26.5%"));
  EXPECT_TRUE(near("11,000", "11,042"));
  EXPECT_TRUE(near("1만 명", "9,900명"));
}

TEST(Rounding, AnotherFigureIsNone) {
  EXPECT_FALSE(near("$5.4 billion", "$5.4 billion"));
  EXPECT_FALSE(near("$5.5 billion", "$5.43 billion"));
  EXPECT_FALSE(near("$5 billion", "$5.43 billion"));  // too far off
  EXPECT_FALSE(near("2,000", "2,400"));
  EXPECT_FALSE(near("500억 달러", "520억 달러"));  // one digit only, which may be exact
  EXPECT_FALSE(near("54억 달러", "54억 원"));
  EXPECT_FALSE(near("26%", "26.3"));
  EXPECT_FALSE(near("$241bn", "$240.1bn"));
  EXPECT_FALSE(near("3.50%", "3.55%"));
  Quantity a, b;
  a.kind = b.kind = QuantityKind::kYear;
  a.value = *Decimal::parse("2020");
  b.value = *Decimal::parse("2023");
  EXPECT_FALSE(within_rounding(a, b));
}

}  // namespace
}  // namespace ibid
