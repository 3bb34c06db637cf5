// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/wording.h"

#include <gtest/gtest.h>

#include <string>

namespace ibid {
namespace {

TEST(Wording, ShowsPathsBelowTheCurrentFolderRelativeToIt) {
  EXPECT_EQ(shown_path("/srv/a/b.txt", "/srv"), "a/b.txt");
  EXPECT_EQ(shown_path("/srv2/b.txt", "/srv"), "/srv2/b.txt");
  EXPECT_EQ(shown_path("/srv/b.txt", "/"), "/srv/b.txt");
  EXPECT_EQ(shown_path("/srv/b.txt", ""), "/srv/b.txt");
  EXPECT_EQ(shown_path("/srv", "/srv"), "/srv");
}

TEST(Wording, CutsExcerptsBetweenCharacters) {
  EXPECT_EQ(quoted_excerpt("short"), "short");
  EXPECT_EQ(quoted_excerpt(std::string(60, 'a')), std::string(60, 'a'));
  EXPECT_EQ(quoted_excerpt(std::string(61, 'a')), std::string(60, 'a') + "…");
  // 한 has three bytes, the last of which would be the sixty-first.
  EXPECT_EQ(quoted_excerpt(std::string(58, 'a') + "한국"), std::string(58, 'a') + "…");
}

}  // namespace
}  // namespace ibid
