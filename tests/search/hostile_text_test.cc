// SPDX-License-Identifier: GPL-2.0-or-later
//
// Untrusted text is text in every format: read back, an answer full of it has the structure of one
// full of plain words.
#include <gtest/gtest.h>

#include "tests/search/hostile_texts.h"

namespace ibid::testing {
namespace {

std::string shown(const std::string& text) {
  return ::testing::PrintToString(text) + " of " + std::to_string(text.size()) + " bytes";
}

TEST(HostileText, IsTextInEveryRenderer) {
  const std::vector<std::string> texts = hostile_texts();
  ASSERT_GT(texts.size(), 1000U);
  for (const TriedRenderer& tried : all_renderers()) {
    const ReadBack plain = read_back(tried.medium, tried.render("axb"));
    ASSERT_TRUE(plain.faults.empty()) << tried.name << ": " << plain.faults.front();
    ASSERT_FALSE(plain.structure.empty()) << tried.name;
    int failures = 0;
    for (const std::string& text : texts) {
      const ReadBack read = read_back(tried.medium, tried.render(text));
      const bool good = read.faults.empty() && read.structure == plain.structure;
      if (good) continue;
      ADD_FAILURE() << tried.name << " with " << shown(text) << ": "
                    << (read.faults.empty() ? "another structure" : read.faults.front());
      if (++failures == 3) break;
    }
  }
}

// A reader that finds nothing would make the test above pass for anything.
TEST(HostileText, ReadersFindFaults) {
  struct Case {
    Medium medium;
    std::string good, bad;
  };
  const std::vector<Case> cases = {
      {Medium::kTerminal, "a\n", "a\x1b[31m\n"},
      {Medium::kTerminal, "a\n", "a\xE2\x80\xAE\n"},
      {Medium::kTerminal, "a\n", "a\xFF\n"},
      {Medium::kTerminal, "a\n", "a\nb\n"},
      {Medium::kJsonLines, "{\"a\":1}\n", "{\"a\":1}\n{\"a\":1}\n"},
      {Medium::kJsonLines, "{\"a\":\"b\"}\n", "{\"a\":\"b\",\"c\":\"d\"}\n"},
      {Medium::kJson, "[1]", "[1"},
      {Medium::kCsv, "a,b\r\n", "a,=b\r\n"},
      {Medium::kCsv, "a,b\r\n", "a,\"=b\"\r\n"},
      {Medium::kCsv, "a,b\r\n", "a,b,c\r\n"},
      {Medium::kCsv, "a,b\r\n", "a,b\r\nc\r\n"},
      {Medium::kCsv, "a,b\r\n", "a,b\"\r\n"},
      {Medium::kTsv, "a\tb\n", "a\tb\tc\n"},
      {Medium::kHtml, "<p>a</p>", "<p>a<b></p>"},
      {Medium::kHtml, "<p id=\"a\">", "<p id=\"a\" onload=\"b\">"},
      {Medium::kHtml, "<p>a</p>", "<p>a > b</p>"},
      {Medium::kXml, "<p>a</p>", "<p>a & b</p>"},
      {Medium::kMarkdown, "a *b* `c`\n", "a *b* `c` `d`\n"},
      {Medium::kMarkdown, "a \\*b\n", "a *b\n"},
      {Medium::kMarkdown, "`a`\n", "``a`\n"},
      {Medium::kBibtex, "@misc{k,\n  title = {{a}},\n}\n", "@misc{k,\n  title = {{a}}},\n}\n"},
      {Medium::kBibtex, "@misc{k,\n  title = {{a}},\n}\n", "@misc{k,\n  title = {{a & b}},\n}\n"},
      {Medium::kBibtex, "@misc{k,\n  title = {{a}},\n}\n",
       "@misc{k,\n  title = {{\\input{a}}},\n}\n"},
      {Medium::kRis, "TY  - A\r\nER  - \r\n", "TY  - A\r\nER  - \r\nTY  - B\r\n"},
      {Medium::kRis, "TI  - A\r\n", "TI  - A\nb\r\n"},
  };
  for (const Case& c : cases) {
    const ReadBack good = read_back(c.medium, c.good);
    EXPECT_TRUE(good.faults.empty()) << c.good << ": " << good.faults.front();
    const ReadBack bad = read_back(c.medium, c.bad);
    EXPECT_TRUE(!bad.faults.empty() || bad.structure != good.structure) << c.bad;
  }
}

}  // namespace
}  // namespace ibid::testing
