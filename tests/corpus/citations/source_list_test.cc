// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/citations/source_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/split_blocks.h"

namespace ibid {
namespace {

using ::testing::ElementsAreArray;
using testing::split_blocks;

struct Entry {
  std::string text, id, title, publisher, url;
};

TEST(SourceEntry, IsReadInEveryShape) {
  const std::string a = "go-public-web-eng-2877220144866105163-0-0";
  const std::string n = "go-public-news-kor-N488-1-2";
  const std::vector<Entry> table = {
      {"Trade figures - Eastern Ledger (" + a + ")", a, "Trade figures", "Eastern Ledger", ""},
      {"Trade figures - Eastern Ledger " + a, a, "Trade figures", "Eastern Ledger", ""},
      {"중러 교역액 - 한결경제 (" + n + ")", n, "중러 교역액", "한결경제", ""},
      {"S-400 – 북악일보 " + n, n, "S-400", "북악일보", ""},
      {a + ": Trade figures", a, "Trade figures", "", ""},
      {n + ": 중러 교역액", n, "중러 교역액", "", ""},
      {"[Trade figures](https://example.org/t) " + a, a, "Trade figures", "",
       "https://example.org/t"},
      {"[중러 교역액](https://example.kr/t)", "", "중러 교역액", "", "https://example.kr/t"},
      {"Trade - Ledger https://example.org/t " + a, a, "Trade", "Ledger", "https://example.org/t"},
      {"Trade https://example.org/t", "", "Trade", "", "https://example.org/t"},
      {a, a, "", "", ""},
      {"https://example.org/t", "", "", "", "https://example.org/t"},
      {"Trade figures", "", "Trade figures", "", ""},
      {"1. Trade - Ledger (" + a + ")", a, "Trade", "Ledger", ""},
      {"[2] Trade | Ledger, " + a, a, "Trade", "Ledger", ""},
      {"A - B - Ledger (" + a + ")", a, "A - B", "Ledger", ""},
      {"Trade (go-public-web-eng-12-0)", "go-public-web-eng-12-0", "Trade", "", ""},
      {"Vision (2030) - Ledger (" + a + ")", a, "Vision (2030)", "Ledger", ""},
      // Glued, labelled, closed and emphasised as writers do.
      {"중러 교역액 - 한결경제(" + n + ")", n, "중러 교역액", "한결경제", ""},
      {n + ":중러 교역액", n, "중러 교역액", "", ""},
      {n + "：중러 교역액", n, "중러 교역액", "", ""},
      {a + " - Trade figures", a, "Trade figures", "", ""},
      {a + " — Trade figures - Ledger", a, "Trade figures", "Ledger", ""},
      {"Trade — Ledger — " + a, a, "Trade", "Ledger", ""},
      {"중러 교역액 - 한결경제 (출처: " + n + ")", n, "중러 교역액", "한결경제", ""},
      {"Trade - Ledger [source:" + a + "].", a, "Trade", "Ledger", ""},
      {"Trade, ID: " + a + " URL: https://example.org/t", a, "Trade", "", "https://example.org/t"},
      {"**Trade** - *Ledger* (" + a + ")", a, "Trade", "Ledger", ""},
      {"| Trade | Ledger | " + a + " |", a, "Trade", "Ledger", ""},
      {"1. https://example.org/t", "", "", "", "https://example.org/t"},
      {"[3] " + a, a, "", "", ""},
      {"Trade (https://example.org/t).", "", "Trade", "", "https://example.org/t"},
      {"Trade <https://example.org/t> " + a, a, "Trade", "", "https://example.org/t"},
      {"교역액(https://example.kr/t, " + n + ")", n, "교역액", "", "https://example.kr/t"},
      {"S-400 https://example.org/S-400_(missile) " + a, a, "S-400", "",
       "https://example.org/S-400_(missile)"},
      {"[S-400](https://example.org/S-400_(missile)) - Ledger " + a, a, "S-400", "Ledger",
       "https://example.org/S-400_(missile)"},
      {"[Trade](<https://example.org/t> \"a tip\") (" + a + ")", a, "Trade", "",
       "https://example.org/t"},
      {"[Trade - Ledger](https://example.org/t) " + a, a, "Trade", "Ledger",
       "https://example.org/t"},
      {"[" + a + "](https://example.org/t) Trade", a, "Trade", "", "https://example.org/t"},
      {"go-public-web-eng_12-0-0: Trade", "go-public-web-eng_12-0-0", "Trade", "", ""},
      {"The source: a memoir", "", "The source: a memoir", "", ""},
  };
  for (const Entry& row : table) {
    const auto sources = parse_source_entry(row.text);
    ASSERT_EQ(sources.size(), 1U) << row.text;
    EXPECT_EQ(sources[0].id, row.id) << row.text;
    EXPECT_EQ(sources[0].title, row.title) << row.text;
    EXPECT_EQ(sources[0].publisher, row.publisher) << row.text;
    EXPECT_EQ(sources[0].url, row.url) << row.text;
  }
}

TEST(SourceEntry, OfTwoIdsIsTwoRecords) {
  const auto sources = parse_source_entry("T (go-public-web-eng-1-0-0, go-public-web-eng-2-0-0)");
  ASSERT_EQ(sources.size(), 2U);
  EXPECT_EQ(parse_source_entry("T(go-public-web-eng-1-0-0,go-public-web-eng-2-0-0)").size(), 2U);
  EXPECT_EQ(sources[0].id, "go-public-web-eng-1-0-0");
  EXPECT_EQ(sources[1].id, "go-public-web-eng-2-0-0");
  EXPECT_EQ(sources[0].title, "T");
  EXPECT_EQ(sources[1].title, "T");
}

TEST(SplitEntries, GivesEachLineItsEntry) {
  struct Lines {
    std::string text;
    std::vector<std::string> entries;
  };
  const std::vector<Lines> table = {
      {"• A - B\n  https://a.b/c", {"A - B|https://a.b/c"}},
      {"A - B\nC - D", {"A - B", "C - D"}},
      {"A - B\nhttps://a.b/c\n나 - 다\ngo-public-web-kor-1-0-0",
       {"A - B|https://a.b/c", "나 - 다|go-public-web-kor-1-0-0"}},
      {"A - B\n   goes on\nC - D", {"A - B|goes on", "C - D"}},
      {"가 - 나\nURL: https://a.b/c\n출처: go-public-web-kor-1-0-0\n다 - 라",
       {"가 - 나|URL: https://a.b/c|출처: go-public-web-kor-1-0-0", "다 - 라"}},
      {"A - B\nhttps://a.b/c go-public-web-eng-1-0-0\nC - D",
       {"A - B|https://a.b/c go-public-web-eng-1-0-0", "C - D"}},
      {"There are no\nsources.", {"There are no|sources."}},
  };
  for (const Lines& row : table) {
    const auto blocks = split_blocks(row.text);
    ASSERT_EQ(blocks.size(), 1U);
    std::vector<std::string> entries;
    for (const auto& lines : split_entries(row.text, blocks.front())) {
      std::string entry;
      for (const ByteRange& line : lines) {
        entry += (entry.empty() ? "" : "|") + row.text.substr(line.begin, line.size());
      }
      entries.push_back(entry);
    }
    EXPECT_THAT(entries, ElementsAreArray(row.entries)) << row.text;
  }
}

TEST(Addendum, IsAnAddressOrIdAlone) {
  EXPECT_TRUE(is_addendum("https://example.org/x"));
  EXPECT_TRUE(is_addendum("<https://example.org/x>"));
  EXPECT_TRUE(is_addendum("(go-public-web-eng-1-0-0)"));
  EXPECT_TRUE(is_addendum("https://example.org/x go-public-web-eng-1-0-0"));
  EXPECT_TRUE(is_addendum("URL: https://example.org/x"));
  EXPECT_TRUE(is_addendum("출처: go-public-web-kor-1-0-0"));
  EXPECT_FALSE(is_addendum("출처:"));
  EXPECT_FALSE(is_addendum("see https://example.org/x"));
  EXPECT_FALSE(is_addendum("연합뉴스"));
}

}  // namespace
}  // namespace ibid
