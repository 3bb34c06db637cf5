// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/parser/section_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

struct Added {
  std::string number, title;
  std::uint32_t hashes;
  std::string locator;
  std::int32_t parent;
};

void check(const std::vector<Added>& table) {
  std::vector<Section> sections;
  SectionTree tree(sections);
  for (const Added& row : table) tree.add({row.number, row.title, row.hashes, 1}, {});
  for (std::size_t i = 0; i < table.size(); ++i) {
    EXPECT_EQ(sections[i].locator, table[i].locator) << table[i].title;
    EXPECT_EQ(sections[i].parent, table[i].parent) << table[i].title;
  }
}

TEST(SectionTree, FindsParentsByNumber) {
  check({{"7", "A", 0, "7", -1},
         {"7-2", "B", 0, "7-2", 0},
         {"3.1", "C", 0, "3-1", -1},
         {"3.1.2", "D", 0, "3-1-2", 2},
         {"7-4-1", "E", 0, "7-4-1", 0},  // there is no 7-4: the nearest ancestor that exists
         {"8.1.1", "F", 0, "8-1-1", -1}});
}

TEST(SectionTree, FindsParentsByHashes) {
  check({{"", "A", 1, "h1", -1},
         {"", "B", 2, "h2", 0},
         {"", "C", 3, "h3", 1},
         {"", "D", 2, "h4", 0},
         {"2", "E", 2, "2", -1},
         {"", "F", 3, "h5", 4},
         {"", "Glossary", 0, "h6", -1}});
}

TEST(SectionTree, NumbersRepeatedLocatorsAndKeepsZero) {
  std::vector<Section> sections;
  SectionTree tree(sections);
  for (const char* number : {"1", "1", "3.1", "3-1", "1", "0"}) {
    tree.add({number, "T", 0, 1}, {});
  }
  std::vector<std::string> locators;
  for (const Section& section : sections) locators.push_back(section.locator);
  EXPECT_THAT(locators, ElementsAreArray({"1", "1~2", "3-1", "3-1~2", "1~3", "0~2"}));
  EXPECT_THAT(tree.repeated(), ElementsAre("1", "3-1", "1"));
}

TEST(SectionTree, HandsKindsDownAndReadsEntityTypesInGlossariesOnly) {
  std::vector<Section> sections;
  SectionTree tree(sections);
  tree.add({"1", "Arms [draft]", 0, 1}, {});
  tree.add({"1-1", "Summary", 0, 1}, {});
  tree.add({"9", "용어집", 0, 1}, {});
  tree.add({"9-1", "김정은 [인물]", 0, 1}, {});
  tree.add({"9-2", "Xi Jinping [person]", 0, 1}, {});
  tree.add({"9-3", "Plain", 0, 1}, {});
  tree.add({"9-4", "[only]", 0, 1}, {});
  EXPECT_EQ(sections[0].title, "Arms [draft]");
  EXPECT_EQ(sections[1].kind, PassageKind::kBody);
  EXPECT_EQ(sections[3].kind, PassageKind::kGlossary);
  EXPECT_EQ(sections[3].title, "김정은");
  EXPECT_EQ(sections[3].entity_type, "인물");
  EXPECT_EQ(sections[4].entity_type, "person");
  EXPECT_EQ(sections[5].entity_type, "");
  EXPECT_EQ(sections[6].title, "[only]");
}

}  // namespace
}  // namespace ibid
