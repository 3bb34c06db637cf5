// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/heads/front_matter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> values_of(const std::string& text, const std::string& key) {
  for (const FrontMatterField& field : read_front_matter(text).fields) {
    if (field.key == key) return field.values;
  }
  return {};
}

TEST(FrontMatter, ReadsTheShapesOfValues) {
  const std::string head =
      "---\n"
      "Title: \"Ports: \\\"open\\\" again\"  # draft\n"
      "subtitle: 'it''s so'\n"
      "author: 항만팀   # 세 사람\n"
      "authors:\n"
      "  - name: Mara Lind\n"
      "    email: m@example.org\n"
      "  - 박서연\n"
      "tags: [sea, \"a, b\", 배]\n"
      "summary: >\n"
      "  First line\n"
      "  둘째 줄\n"
      "empty:\n"
      "\n"
      "date: 2025-01-07\n"
      "---\n";
  const std::string text = head + "Body.\n";
  EXPECT_THAT(values_of(text, "title"), ElementsAre("Ports: \"open\" again"));
  EXPECT_THAT(values_of(text, "subtitle"), ElementsAre("it's so"));
  EXPECT_THAT(values_of(text, "author"), ElementsAre("항만팀"));
  EXPECT_THAT(values_of(text, "authors"), ElementsAre("Mara Lind", "박서연"));
  EXPECT_THAT(values_of(text, "tags"), ElementsAre("sea", "a, b", "배"));
  EXPECT_THAT(values_of(text, "summary"), ElementsAre("First line 둘째 줄"));
  EXPECT_THAT(values_of(text, "empty"), IsEmpty());
  const FrontMatter matter = read_front_matter(text);
  EXPECT_EQ(matter.end, head.size());
  EXPECT_EQ(text.substr(matter.fields.back().line.begin, matter.fields.back().line.size()),
            "date: 2025-01-07");
}

TEST(FrontMatter, EndsAtEitherMarkAndAnyLineEnd) {
  for (const std::string text : {"---\ntitle: A\n---\nB", "---\r\ntitle: A\r\n---\r\nB",
                                 "---\ntitle: A\n...\nB", "--- \ntitle: A\n---  \nB"}) {
    const FrontMatter matter = read_front_matter(text);
    ASSERT_GT(matter.end, 0U) << text;
    EXPECT_EQ(text.substr(matter.end), "B") << text;
  }
}

TEST(FrontMatter, IsNotTextBetweenRules) {
  for (const std::string text : {"", "---", "---\n", "---\n---\nText", "---\ntitle: A\n",
                                 "---\nA sentence: with more.\n---\n", "---\nJust text.\n---\n",
                                 "text\n---\ntitle: A\n---\n", "----\ntitle: A\n----\n",
                                 "---\n- a\n- b\n---\n", "---\nhttps://example.org\n---\n"}) {
    EXPECT_EQ(read_front_matter(text).end, 0U) << text;
  }
}

}  // namespace
}  // namespace ibid
