// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/heading.h"

#include <gtest/gtest.h>

#include "tests/support/split_blocks.h"

namespace ibid {
namespace {

using testing::split_blocks;

struct Headed {
  std::string text, number, title;
  std::uint32_t hashes;
  std::size_t lines;
};

TEST(Heading, IsReadFromTheFirstBlock) {
  const std::vector<Headed> table = {
      {"• 2-1. Impact on China", "2-1", "Impact on China", 0, 1},
      {"  • 2-1. Impact on\n    China", "2-1", "Impact on China", 0, 2},
      {"  • 2-1. Impact\n    Russia signed.", "2-1", "Impact", 0, 1},
      {"2. 러시아", "2", "러시아", 0, 1},
      {"## 2. Russia", "2", "Russia", 2, 1},
      {"### 배경", "", "배경", 3, 1},
      {"Conclusion", "", "Conclusion", 0, 1},
      {"용어집\n첫 줄", "", "용어집", 0, 1},
  };
  for (const Headed& row : table) {
    const auto blocks = split_blocks(row.text);
    ASSERT_FALSE(blocks.empty());
    const Heading heading = read_heading(row.text, blocks.front());
    EXPECT_EQ(heading.number, row.number) << row.text;
    EXPECT_EQ(heading.title, row.title) << row.text;
    EXPECT_EQ(heading.hashes, row.hashes) << row.text;
    EXPECT_EQ(heading.lines, row.lines) << row.text;
  }
}

TEST(Heading, IsNeitherTextNorABulletOfAKnownWord) {
  for (const std::string text :
       {"• Conclusion", "Text only.", "• 1. Russia signed a pact.", "중국은 1. 러시아는"}) {
    const auto blocks = split_blocks(text);
    EXPECT_FALSE(read_heading(text, blocks.front())) << text;
  }
}

}  // namespace
}  // namespace ibid
