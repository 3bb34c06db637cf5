// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tools/terminal/option_groups.h"

namespace ibid {
namespace {

std::string size_error(const std::string& text) {
  try {
    parse_size("--memory", text, {16U << 20U, 1024U << 20U});
    return "";
  } catch (const CLI::ValidationError& error) {
    return error.what();
  }
}

TEST(OptionValue, ReadsSizes) {
  struct Case {
    std::string text;
    std::uint64_t bytes;
  };
  for (const Case& c : std::vector<Case>{{"0", 0},
                                         {"1000", 1000},
                                         {"100k", 102400},
                                         {"512M", 536870912},
                                         {"512MB", 536870912},
                                         {"512MiB", 536870912},
                                         {"1.5G", 1610612736},
                                         {"2g", 2147483648}}) {
    EXPECT_EQ(parse_size("--memory", c.text, {}), c.bytes) << c.text;
  }
}

TEST(OptionValue, SaysWhatIsWrongWithASize) {
  for (const char* text : {"", "M", "12X", "12 M", "-5M", "1e3", "1..5M", "nan", "0x10"}) {
    EXPECT_EQ(size_error(text), std::string("--memory: \"") + text +
                                    "\" is not a size; write it like 512M, 2G or 100k");
  }
  EXPECT_EQ(size_error("15M"), "--memory: 15M is too little; the least is 16M");
  EXPECT_EQ(size_error("2G"), "--memory: 2G is too much; the most is 1G");
  EXPECT_EQ(size_error("16M"), "");
}

TEST(OptionValue, ReadsCountsAndSeconds) {
  EXPECT_EQ(parse_count("--limit", "10", {}), 10U);
  EXPECT_THROW(parse_count("--limit", "10x", {}), CLI::ValidationError);
  EXPECT_THROW(parse_count("--limit", "99999999999999999999999", {}), CLI::ValidationError);
  EXPECT_THROW(parse_count("--width", "5", {20, 100}), CLI::ValidationError);
  EXPECT_EQ(parse_seconds("--lock-timeout", "30"), 30000U);
  EXPECT_EQ(parse_seconds("--lock-timeout", "0.5"), 500U);
  for (const char* text : {"-1", "inf", "nan", "", "1e99", "5s"}) {
    EXPECT_THROW(parse_seconds("--lock-timeout", text), CLI::ValidationError) << text;
  }
}

}  // namespace
}  // namespace ibid
