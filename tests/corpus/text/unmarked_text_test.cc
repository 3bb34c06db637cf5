// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/unmarked_text.h"

#include <gtest/gtest.h>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

std::vector<ByteRange> ranges_of(std::string_view text, const std::vector<std::string>& signs) {
  std::vector<ByteRange> ranges;
  std::size_t at = 0;
  for (const std::string& sign : signs) {
    at = text.find(sign, at);
    EXPECT_NE(at, std::string_view::npos) << sign;
    ranges.push_back({at, at + sign.size()});
    at += sign.size();
  }
  return ranges;
}

TEST(UnmarkedText, LeadsBackToTheWordsWithTheirSignsInside) {
  const struct {
    std::string text;
    std::vector<std::string> signs;
    std::string seen, part, with_signs;
  } cases[] = {
      {"sur**plus** now", {"**", "**"}, "surplus now", "surplus", "sur**plus"},
      {"**Port** shut", {"**", "**"}, "Port shut", "Port shut", "Port** shut"},
      {"무역은 *크게* 늘었다", {"*", "*"}, "무역은 크게 늘었다", "크게", "크게"},
      {"R&amp;D가 는다", {"&amp;"}, "R&D가 는다", "&D가", "&amp;D가"},
      {"fee&nbsp;is", {"&nbsp;"}, "fee is", "fee is", "fee&nbsp;is"},
      {"a|b<br>c", {"|", "<br>"}, "a b c", "b c", "b<br>c"},
      {"plain", {}, "plain", "lai", "lai"},
  };
  for (const auto& c : cases) {
    const UnmarkedText unmarked(c.text, ranges_of(c.text, c.signs));
    EXPECT_EQ(unmarked.text(), c.seen);
    const std::size_t at = c.seen.find(c.part);
    const ByteRange part{at, at + c.part.size()};
    const ByteRange marked = unmarked.with_signs(part);
    EXPECT_EQ(slice(c.text, marked), c.with_signs);
    EXPECT_EQ(unmarked.without_signs(marked), part) << c.text;
  }
}

TEST(UnmarkedText, HasNothingWhereThereAreOnlySigns) {
  const std::string text = "a [b](https://c.example) d";
  const UnmarkedText unmarked(text, ranges_of(text, {"[", "](https://c.example)"}));
  EXPECT_EQ(unmarked.text(), "a b d");
  const std::size_t url = text.find("https");
  EXPECT_TRUE(unmarked.without_signs(ByteRange{url, url + 5}).empty());
  EXPECT_TRUE(unmarked.without_signs(std::vector<ByteRange>{{url, url + 5}}).empty());
}

TEST(EntityCharacter, KnowsNamesAndNumbers) {
  const std::pair<const char*, const char*> known[] = {
      {"&amp;", "&"},     {"&nbsp;", " "},   {"&hellip;", "…"}, {"&#39;", "'"},
      {"&#xAC00;", "가"}, {"&#X2019;", "’"}, {"&apos;", "'"}};
  for (const auto& [entity, character] : known) EXPECT_EQ(entity_character(entity), character);
  for (const char* unknown : {"&;", "&nope;", "&#;", "&#0;", "&#x1b;", "&#xD800;", "&#x110000;",
                              "&#99999999999;", "&#x202E;", "amp;", "&amp"}) {
    EXPECT_FALSE(entity_character(unknown)) << unknown;
  }
}

}  // namespace
}  // namespace ibid
