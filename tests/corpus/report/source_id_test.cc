// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/report/source_id.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ibid {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SourceId, HasSevenParts) {
  const auto id = parse_source_id("go-public-web-kor-N4886907046666683725-0-12");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->provider, "go");
  EXPECT_EQ(id->visibility, "public");
  EXPECT_EQ(id->kind, "web");
  EXPECT_EQ(id->language, "kor");
  EXPECT_EQ(id->key, "N4886907046666683725");
  EXPECT_EQ(id->first_chunk, 0U);
  EXPECT_EQ(id->second_chunk, 12U);
}

TEST(SourceId, PrintsWhatItRead) {
  for (const std::string text :
       {"go-public-web-eng-2877220144866105163-0-0", "go-public-news-kor-N1-3-4294967295",
        "acme2-private-pdf-jpn-0-1-2"}) {
    const auto id = parse_source_id(text);
    ASSERT_TRUE(id) << text;
    EXPECT_EQ(to_string(*id), text);
    EXPECT_EQ(parse_source_id(to_string(*id)), id);
  }
}

TEST(SourceId, TakesKeysOfSixtyFourBits) {
  const auto with_key = [](const std::string& key) {
    return parse_source_id("go-public-web-eng-" + key + "-0-0").has_value();
  };
  EXPECT_TRUE(with_key("18446744073709551615"));
  EXPECT_FALSE(with_key("18446744073709551616"));
  EXPECT_TRUE(with_key("N9223372036854775808"));
  EXPECT_FALSE(with_key("N9223372036854775809"));
  EXPECT_FALSE(with_key("000000000000000000001"));  // 21 digits
  EXPECT_FALSE(with_key("N"));
  EXPECT_FALSE(with_key("n1"));
}

TEST(SourceId, RefusesWhatBreaksTheGrammar) {
  for (const std::string text :
       {"", "go", "go-public-web-eng-1-0", "go-public-web-eng-1-0-0-0", "go-public-web-en-1-0-0",
        "go-public-web-engl-1-0-0", "go-public-web-eng--1-0-0", "Go-public-web-eng-1-0-0",
        "go-public-web-ENG-1-0-0", "go-public-web-eng-1-0-", "go-public-web-eng-1-0-x",
        "go-public-web-eng-1-4294967296-0", "go-public-web-eng-1-00000000000-0",
        " go-public-web-eng-1-0-0", "go-public-web-eng-1-0-0 ", "go--web-eng-1-0-0",
        "go-public-웹-eng-1-0-0"}) {
    EXPECT_FALSE(parse_source_id(text)) << text;
  }
}

TEST(SourceId, LooksLikeOneWhenMeantAsOne) {
  for (const std::string text :
       {"go-public-web-eng-1-0-0", "go-public-web-eng-1-0", "GO-PUBLIC-WEB-ENG-1-0-0", "go-private",
        "9news-public-web-eng-1-0-0", "acme-public-web-eng-1-0", "acme-open-report-0-0"}) {
    EXPECT_TRUE(looks_like_source_id(text)) << text;
  }
  for (const std::string text :
       {"", "Reuters", "go", "go-", "go-2024", "go-to guide", "2024-06-27-11-30",
        "state-of-the-art", "COVID-19", "a-b-c-1-2x", "연합뉴스"}) {
    EXPECT_FALSE(looks_like_source_id(text)) << text;
  }
}

struct Marked {
  std::string text;
  std::vector<std::string> marks;    // as written
  std::vector<std::string> sources;  // "i:" id, "m:" malformed, "o:" other
};

const std::string kA = "go-public-web-eng-2877220144866105163-0-0";
const std::string kB = "go-public-news-kor-N488-1-2";

void check(const std::vector<Marked>& table) {
  for (const Marked& row : table) {
    std::vector<std::string> marks;
    std::vector<std::string> sources;
    for (const CitationMark& mark : find_citation_marks(row.text)) {
      marks.push_back(row.text.substr(mark.text.begin, mark.text.size()));
      for (const MarkedSource& source : mark.sources) {
        const char* form = source.form == Citation::Form::kId          ? "i:"
                           : source.form == Citation::Form::kMalformed ? "m:"
                                                                       : "o:";
        sources.push_back(form + source.source);
        EXPECT_EQ(row.text.substr(source.text.begin, source.text.size()), source.source);
      }
    }
    EXPECT_EQ(marks, row.marks) << row.text;
    EXPECT_EQ(sources, row.sources) << row.text;
  }
}

TEST(CitationMarks, AreFoundInBothLanguagesAndBrackets) {
  check({
      {"No mark (aside) [note].", {}, {}},
      {"A pact (source: " + kA + ").", {"(source: " + kA + ")"}, {"i:" + kA}},
      {"A pact [Source: " + kA + "].", {"[Source: " + kA + "]"}, {"i:" + kA}},
      {"협정(출처: " + kA + ")이다.", {"(출처: " + kA + ")"}, {"i:" + kA}},
      {"협정[출처:" + kA + "]", {"[출처:" + kA + "]"}, {"i:" + kA}},
      {"Mixed 협정 ( SOURCES : " + kA + " )", {"( SOURCES : " + kA + " )"}, {"i:" + kA}},
      {"(sources: " + kA + ", " + kB + ")",
       {"(sources: " + kA + ", " + kB + ")"},
       {"i:" + kA, "i:" + kB}},
      {"(sources: " + kA + ";" + kB + ")",
       {"(sources: " + kA + ";" + kB + ")"},
       {"i:" + kA, "i:" + kB}},
      {"(source: " + kA + ") (source: " + kB + ")",
       {"(source: " + kA + ")", "(source: " + kB + ")"},
       {"i:" + kA, "i:" + kB}},
      {"(resource: x) (source x) (sourced: x)", {}, {}},
      {"(source: )", {}, {}},
      {"(source: ,;)", {}, {}},
  });
}

TEST(CitationMarks, TellIdsFromMalformedOnesAndWords) {
  check({
      {"(source: go-public-web-eng-1-0)",
       {"(source: go-public-web-eng-1-0)"},
       {"m:go-public-web-eng-1-0"}},
      {"(출처: 연합뉴스)", {"(출처: 연합뉴스)"}, {"o:연합뉴스"}},
      {"(source: the ministry said)", {"(source: the ministry said)"}, {"o:the ministry said"}},
      {"(source: Reuters " + kA + ")", {"(source: Reuters " + kA + ")"}, {"i:" + kA}},
      {"(source: `" + kA + "`.)", {"(source: `" + kA + "`.)"}, {"i:" + kA}},
      {"(source: " + kA + ", 연합뉴스)",
       {"(source: " + kA + ", 연합뉴스)"},
       {"i:" + kA, "o:연합뉴스"}},
      {"(source: https://a.example/x?a=1;b=2,3)",
       {"(source: https://a.example/x?a=1;b=2,3)"},
       {"o:https://a.example/x?a=1;b=2,3"}},
      {"(source: a go-to guide)", {"(source: a go-to guide)"}, {"o:a go-to guide"}},
      {"(source: Foo (2024), Bar)", {"(source: Foo (2024), Bar)"}, {"o:Foo (2024)", "o:Bar"}},
  });
}

TEST(CitationMarks, MayBeBareIds) {
  check({
      {"See " + kA + ".", {kA}, {"i:" + kA}},
      {kA + "에 따르면", {kA}, {"i:" + kA}},
      {"(" + kA + ")", {kA}, {"i:" + kA}},
      {"https://example.org/" + kA, {}, {}},
      {"x_" + kA, {}, {}},
      {kA + "/more", {}, {}},
      {"see go-public-web-eng-1-0 there", {}, {}},
      {"em " + kA + "- dash", {kA}, {"i:" + kA}},
  });
}

TEST(CitationMarks, UnclosedEndWithTheirSentenceOrText) {
  check({
      {"A pact (source: " + kA, {"(source: " + kA}, {"i:" + kA}},
      {"A pact (source: " + kA + ". Then more.", {"(source: " + kA}, {"i:" + kA}},
      {"협정(출처: 연합뉴스. 다음 문장이다.", {"(출처: 연합뉴스"}, {"o:연합뉴스"}},
      {"A (source: " + kA + " (source: " + kB + ")",
       {"(source: " + kA, "(source: " + kB + ")"},
       {"i:" + kA, "i:" + kB}},
      {"(source: X. Next (aside) ends.", {"(source: X"}, {"o:X"}},
  });
}

}  // namespace
}  // namespace ibid
