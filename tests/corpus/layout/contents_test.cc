// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/layout/contents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/layout/outline.h"
#include "tests/support/split_blocks.h"

namespace ibid {
namespace {

using ::testing::ElementsAreArray;
using testing::split_blocks;

struct Listed {
  std::string text;
  std::vector<std::string> entries;  // "number title"
  std::string rest;                  // the first line that is not an entry
};

struct Contents {
  std::vector<ContentsEntry> entries;
  std::string rest;  // the first line that is not an entry
};

Contents read_contents(const std::string& text) {
  Contents contents;
  ContentsReader reader;
  for (const Block& block : split_blocks(text)) {
    for (const ByteRange line : block.lines) {
      const auto entry = reader.next(text, line);
      if (!entry) {
        contents.rest = text.substr(line.begin, line.size());
        return contents;
      }
      contents.entries.push_back(*entry);
    }
  }
  return contents;
}

TEST(Contents, EndWhereTheBodyBegins) {
  const std::vector<Listed> table = {
      {"1. Summary\n2. Russia\n\n1. Summary\n\n• text", {"1 Summary", "2 Russia"}, "1. Summary"},
      {"1. 요약\n2. 결론\n본문", {"1 요약", "2 결론"}, "본문"},
      {"1. A\n  1-1. B\n  1-2. C\n2. D\n\n1. A", {"1 A", "1-1 B", "1-2 C", "2 D"}, "1. A"},
      {"- 1. A\n- 2. 나\n- text", {"1 A", "2 나"}, "text"},
      {"1. A\n\n2. B\n\nGlossary", {"1 A", "2 B"}, "Glossary"},
      {"Text", {}, "Text"},
      {"", {}, ""},
      {"1. A", {"1 A"}, ""},
  };
  for (const Listed& row : table) {
    const Contents contents = read_contents(row.text);
    std::vector<std::string> entries;
    for (const ContentsEntry& entry : contents.entries) {
      entries.push_back(entry.number + " " + entry.title);
    }
    EXPECT_THAT(entries, ElementsAreArray(row.entries)) << row.text;
    EXPECT_EQ(contents.rest, row.rest) << row.text;
  }
}

TEST(Contents, StripLeadersPagesAndLinks) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"1. Summary ........ 3", "Summary"},
      {"1. Summary........3", "Summary"},
      {"1. 요약 ····· 12", "요약"},
      {"1. Summary … 3", "Summary"},
      {"1. Summary\t3", "Summary"},
      {"1. Summary    3", "Summary"},
      {"1. Summary ......", "Summary"},
      {"1. Vision 2030", "Vision 2030"},
      {"1. Trade in 2023", "Trade in 2023"},
      {"1. [Summary](#summary)", "Summary"},
      {"[1. Summary](#1-summary)", "Summary"},
      {"1. S-400", "S-400"},
  };
  for (const auto& [line, title] : table) {
    const Contents contents = read_contents(line);
    ASSERT_EQ(contents.entries.size(), 1U) << line;
    EXPECT_EQ(contents.entries[0].title, title) << line;
    EXPECT_EQ(contents.entries[0].bytes, (ByteRange{0, line.size()})) << line;
  }
}

}  // namespace
}  // namespace ibid
