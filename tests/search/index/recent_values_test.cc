// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/index/recent_values.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ibid {
namespace {

struct Asked {
  RecentValues<std::string> values{100};
  int made = 0;

  std::string get(const std::string& key) {
    return values.get(key, [&] {
      ++made;
      return key + "!";
    });
  }
};

TEST(RecentValues, AreMadeOncePerKey) {
  Asked asked;
  for (int round = 0; round < 3; ++round) {
    EXPECT_EQ(asked.get("조약"), "조약!");
    EXPECT_EQ(asked.get("treaty"), "treaty!");
    EXPECT_EQ(asked.get(""), "!");
  }
  EXPECT_EQ(asked.made, 3);
}

TEST(RecentValues, KeepWhatIsAskedForAmongMany) {
  Asked asked;
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(asked.get("report-" + std::to_string(i)), "report-" + std::to_string(i) + "!");
    EXPECT_EQ(asked.get("often"), "often!");
  }
  EXPECT_EQ(asked.made, 1001);
  // The last hundred are there, those of long ago are not.
  for (int i = 999; i > 900; --i) asked.get("report-" + std::to_string(i));
  EXPECT_EQ(asked.made, 1001);
  asked.get("report-0");
  EXPECT_EQ(asked.made, 1002);
}

TEST(RecentValues, KeepNothingFromALookUpThatThrows) {
  RecentValues<int> values(1);
  const auto fail = []() -> int { throw std::runtime_error("damaged"); };
  EXPECT_THROW(values.get("treaty", fail), std::runtime_error);
  EXPECT_EQ(values.get("treaty", [] { return 7; }), 7);
  EXPECT_EQ(values.get("treaty", fail), 7);
}

}  // namespace
}  // namespace ibid
