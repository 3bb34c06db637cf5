// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quantities/decimal.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ibid {
namespace {

Decimal decimal(std::string_view text) { return Decimal::parse(text).value(); }

TEST(Decimals, AreExact) {
  EXPECT_EQ(decimal("240.1").times_ten_to(9), decimal("240100000000"));
  EXPECT_EQ(decimal("240.10").to_string(), "240.1");
  EXPECT_EQ(decimal("0.30"), decimal("0.3"));
  EXPECT_EQ(decimal("0.1").plus(decimal("0.2")), decimal("0.3"));
  EXPECT_EQ(decimal("1").times_ten_to(12).plus(decimal("2000").times_ten_to(8)),
            decimal("1200000000000"));
  EXPECT_EQ(decimal("5").times_ten_to(-3).to_string(), "0.005");
  EXPECT_EQ(decimal("0").times_ten_to(9).to_string(), "0");
}

TEST(Decimals, RefuseOtherTextAndTooManyDigits) {
  for (const char* text :
       {"", ".", ".5", "5.", "1.2.3", "1,000", "-1", "1e5", "1234567890123456789"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
  EXPECT_FALSE(decimal("999999999999999999").plus(decimal("0.1")));
  EXPECT_FALSE(decimal("999999999999999999").plus(decimal("1.1")));
}

TEST(Decimals, HaveKeysInTheirOrder) {
  const std::vector<std::string> ascending = {
      "0",  "0.005", "0.05", "0.5", "0.55",  "1",   "1.01", "9",
      "10", "99.9",  "100",  "240", "240.1", "241", "1000", "240100000000"};
  for (std::size_t i = 1; i < ascending.size(); ++i) {
    EXPECT_LT(decimal(ascending[i - 1]).sort_key(), decimal(ascending[i]).sort_key())
        << ascending[i];
  }
}

TEST(Decimals, AgreeWhenOneIsTheOtherRounded) {
  const auto agree = [](const char* a, const char* b) {
    const bool one = Decimal::parse(a)->agrees_rounded(*Decimal::parse(b));
    EXPECT_EQ(one, Decimal::parse(b)->agrees_rounded(*Decimal::parse(a))) << a << " " << b;
    return one;
  };
  EXPECT_TRUE(agree("5.4", "5.43"));
  EXPECT_TRUE(agree("5.5", "5.45"));
  EXPECT_TRUE(agree("240.1", "240"));
  EXPECT_TRUE(agree("5400000000", "5430000000"));
  EXPECT_TRUE(agree("7", "7"));
  EXPECT_FALSE(agree("5.4", "5.45"));
  EXPECT_FALSE(agree("5", "5.43"));
  EXPECT_FALSE(agree("240.1", "241"));
  EXPECT_FALSE(agree("54", "5.4"));
  EXPECT_FALSE(agree("0", "0.4"));
}

TEST(Decimals, AreReadBackFromTheirKeys) {
  for (const char* text : {"0", "5", "0.05", "0.5", "26.3", "240100000000", "999999999999999999"}) {
    const auto value = Decimal::parse(text);
    EXPECT_EQ(Decimal::of_sort_key(value->sort_key()), value) << text;
  }
  for (const char* key : {"", "x", "!", "\x01", "!a"}) {
    EXPECT_FALSE(Decimal::of_sort_key(key)) << key;
  }
}

}  // namespace
}  // namespace ibid
