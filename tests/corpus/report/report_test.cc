// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SectionPath, GoesFromTheTopDown) {
  std::vector<Section> sections(4);
  sections[1].parent = 0;
  sections[2].parent = 1;
  EXPECT_THAT(section_path(sections, 2), ElementsAre(0, 1, 2));
  EXPECT_THAT(section_path(sections, 3), ElementsAre(3));
  EXPECT_THAT(section_path(sections, -1), IsEmpty());
}

TEST(PassageKind, HasAName) {
  EXPECT_STREQ(to_string(PassageKind::kSummary), "summary");
  EXPECT_STREQ(to_string(PassageKind::kBody), "body");
  EXPECT_STREQ(to_string(PassageKind::kConclusion), "conclusion");
  EXPECT_STREQ(to_string(PassageKind::kGlossary), "glossary");
  EXPECT_STREQ(to_string(PassageKind::kSource), "source");
}

}  // namespace
}  // namespace ibid
