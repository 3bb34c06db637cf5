// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/given/given_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class GivenFileTest : public ::testing::Test {
 protected:
  GivenFile read(std::string_view text) const {
    return read_given_file(testing::write_file(dir_.at("ibid.toml"), text));
  }
  testing::TempDir dir_;
};

TEST_F(GivenFileTest, HasEntriesInTheirOrder) {
  const GivenFile file = read(R"(# ours
[[report]]
match = "harbour-*"
title = "항구 협정"
date = 2024-06-21
tags = ["trade", "무역", "trade", ""]

[[report]]
match = ["a.txt", "2024/b"]
date = "2024-06"
publisher = ""
url = 'https://example.org/a'
language = "ko"
author = "김기자"
collection = "항만"
)");
  EXPECT_EQ(file.folder, dir_.path());
  ASSERT_THAT(file.entries, SizeIs(2));
  EXPECT_THAT(file.entries[0].patterns, ElementsAre("harbour-*"));
  EXPECT_EQ(file.entries[0].line, 2);
  EXPECT_THAT(file.entries[0].fields,
              ElementsAre(GivenField{"date", {"2024-06-21"}, "ibid.toml"},
                          GivenField{"tags", {"trade", "무역"}, "ibid.toml"},
                          GivenField{"title", {"항구 협정"}, "ibid.toml"}));
  EXPECT_THAT(file.entries[1].patterns, ElementsAre("a.txt", "2024/b"));
  EXPECT_EQ(file.entries[1].line, 8);
  EXPECT_THAT(file.entries[1].fields, SizeIs(6));
  EXPECT_THAT(read("").entries, IsEmpty());
  EXPECT_THAT(read("# 없음\n").entries, IsEmpty());
}

TEST_F(GivenFileTest, SaysWhichFieldsOfAFeedAreWhat) {
  const GivenFile file = read(R"([[report]]
match = "a"
title = "x"

[[feed]]
match = ["*.jsonl", "소식/*.json"]
items = "response.docs"
id = "meta.key"
title = "제목"
date = "meta.published"
text = "본문"
url = "link"
author = "authors.0.name"
publisher = "site"
language = "lang"
html = true
[[feed]]
match = "b.json"
html = false
)");
  EXPECT_THAT(file.entries, SizeIs(1));
  ASSERT_THAT(file.feeds, SizeIs(2));
  EXPECT_THAT(file.feeds[0].patterns, ElementsAre("*.jsonl", "소식/*.json"));
  EXPECT_EQ(file.feeds[0].line, 5);
  EXPECT_EQ(file.feeds[0].mapping,
            (FieldMapping{"response.docs", "meta.key", "제목", "meta.published", "본문", "link",
                          "authors.0.name", "site", "lang", true}));
  EXPECT_TRUE(file.feeds[1].tells_html);
  EXPECT_EQ(file.feeds[1].mapping, FieldMapping{});
}

TEST_F(GivenFileTest, TakesAYearAsANumber) {
  const GivenFile file = read("[[report]]\nmatch = '*'\ndate = 2024\n");
  EXPECT_THAT(file.entries.front().fields, ElementsAre(GivenField{"date", {"2024"}, "ibid.toml"}));
}

TEST_F(GivenFileTest, ErrorsNameLineFaultAndRemedy) {
  const struct {
    const char* text;
    const char* line;
    const char* what;
  } cases[] = {
      {"title = 'x'\n", ":1: ", "title is outside of [[report]]"},
      {"[[report]]\ntitle = 'x'\n", ":1: ", "write match = "},
      {"[[feed]]\ntext = 'x'\n", ":1: ", "match is missing; write [[feed]]"},
      {"[[feed]]\nmatch = 'x'\n", ":1: ", "no field is named; write [[feed]]"},
      {"[[feed]]\nmatch = ''\n", ":2: ", "match is empty"},
      {"[[feed]]\nmatch = 'x'\nbody = 'y'\n", ":3: ",
       "body is not known; a feed is given match, items, id, title, date, text, url, author, "
       "publisher, language, html"},
      {"[[feed]]\nmatch = 'x'\ntext = ''\n", ":3: ", "text names a field; write its name"},
      {"[[feed]]\nmatch = 'x'\ntext = ['y']\n", ":3: ", "text names a field"},
      {"[[feed]]\nmatch = 'x'\nhtml = 'yes'\n", ":3: ", "html is true or false"},
      {"[feed]\nmatch = 'x'\n", ":1: ", "this table is not known here"},
      {"[[report]]\nmatch = ''\n", ":2: ", "match is empty"},
      {"[[report]]\nmatch = 'a'\ntitel = 'x'\n", ":3: ", "titel is not known; a report is given"},
      {"[[report]]\nmatch = 'a'\ntitle = ['x']\n", ":3: ", "title is a list"},
      {"[[report]]\nmatch = 'a'\ntitle = 7\n", ":3: ", "title is not text"},
      {"[[report]]\nmatch = 'a'\ntags = ['x', 7]\n", ":3: ", "tags is not text"},
      {"[[report]]\nmatch = 'a'\ntitle = \"a\\nb\"\n", ":3: ", "one line"},
      {"[[report]]\nmatch = 'a'\ntitle = ' a'\n", ":3: ", "without spaces around it"},
      {"[[report]]\nmatch = 'a'\ndate = '2023-02-29'\n", ":3: ", "2024-06-21, 2024-06 or 2024"},
      {"[[report]]\nmatch = 'a'\ndate = '6월'\n", ":3: ", "2024-06-21, 2024-06 or 2024"},
      {"[[report]]\nmatch = 'a'\ndate = 20240621\n", ":3: ", "2024-06-21, 2024-06 or 2024"},
      {"[[report]]\nmatch = 'a'\ndate = 2024-06\n", ":3: ", ""},
      {"[[report]]\nmatch = 'a'\nlanguage = 'kr'\n", ":3: ", "it takes en, ko"},
      {"[[report]]\nmatch = 'a'\nurl = 'example.org'\n", ":3: ", "https:// or http://"},
      {"[[report]]\nmatch = 'a'\ntitle = 'x'\ntitle = 'y'\n", ":4: ", "redefine"},
      {"[[report]]\nmatch = 'a'\n[people]\n", ":3: ", "this table is not known here"},
      {"[[report]]\nmatch = 'a'\ntitle = 'x\n", ":3: ", "string"},
  };
  for (const auto& c : cases) {
    try {
      read(c.text);
      ADD_FAILURE() << c.text;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kInput);
      EXPECT_THAT(error.what(), HasSubstr(std::string("ibid.toml") + c.line)) << c.text;
      EXPECT_THAT(error.what(), HasSubstr(c.what)) << c.text;
    }
  }
  EXPECT_THROW(read_given_file(dir_.at("none.toml")), Error);
}

TEST_F(GivenFileTest, OfManyEntriesIsReadAtOnce) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    text += "[[report]]\nmatch = 'r" + std::to_string(i) + "'\ntitle = '제목'\n";
  }
  EXPECT_THAT(read(text).entries, SizeIs(20'000));
}

}  // namespace
}  // namespace ibid
