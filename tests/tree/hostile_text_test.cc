// SPDX-License-Identifier: GPL-2.0-or-later
//
// Untrusted text stays text in every format: read back, an answer full of it has the same structure
// as one full of plain words.
#include <gtest/gtest.h>

#include "tests/support/hostile_texts.h"
#include "tests/tree/tried_renderers.h"

namespace ibid::testing {
namespace {

TEST(HostileText, IsTextInEveryRenderer) {
  ASSERT_GT(hostile_texts().size(), 1000U);
  for (const TriedRenderer& tried : all_renderers()) expect_text_only(tried);
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
