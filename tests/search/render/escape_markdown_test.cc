// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/render/escape_markdown.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace ibid {
namespace {

TEST(EscapeMarkdown, LeavesNoMarkup) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"S-400 system", "S-400 system"},
      {"*bold* _em_ `code`", "\\*bold\\* \\_em\\_ \\`code\\`"},
      {"[a](b)", "\\[a\\](b)"},
      {"<b>&amp;", "\\<b\\>\\&amp;"},
      {"# heading", "\\# heading"},
      {"- item", "\\- item"},
      {"+ item", "\\+ item"},
      {"12. item", "12\\. item"},
      {"5.43 billion", "5.43 billion"},
      {"12.", "12\\."},
      {"3) item", "3\\) item"},
      {"(3) item", "\\(3) item"},
      {"(3-2절) 협정", "(3-2절) 협정"},
      {"(2024, June) pact", "(2024, June) pact"},
      {"goover (2024) 항만", "goover (2024) 항만"},
      {"https://a.b", "https\\://a.b"},
      {"제목: 협정", "제목: 협정"},
      {"두\n줄", "두 줄"},
      {"\x1b[2J", "\\\\u\\{1B\\}\\[2J"},
  };
  for (const auto& [text, shown] : table) EXPECT_EQ(escape_markdown(text), shown) << text;
}

TEST(MarkdownCode, IsFencedByMoreThanItHolds) {
  EXPECT_EQ(markdown_code("a#1.1@0f"), "`a#1.1@0f`");
  EXPECT_EQ(markdown_code("협정 `x`"), "`` 협정 `x` ``");
  EXPECT_EQ(markdown_code("``"), "``` `` ```");
}

}  // namespace
}  // namespace ibid
