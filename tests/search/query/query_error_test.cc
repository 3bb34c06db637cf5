// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which queries are errors, where, and how they are shown; which are not, but cause a notice.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/text/display_width.h"
#include "search/query/query.h"

namespace ibid {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

struct ErrorCase {
  std::string query;
  std::size_t column, width;
  std::string message;
};

void expect_errors(const std::vector<ErrorCase>& cases) {
  for (const ErrorCase& c : cases) {
    try {
      parse_query(c.query);
      ADD_FAILURE() << "no error: " << c.query;
    } catch (const QueryError& error) {
      EXPECT_THAT(error.what(), HasSubstr(c.message)) << c.query;
      EXPECT_EQ(error.column(), c.column) << c.query;
      EXPECT_EQ(error.width(), c.width) << c.query;
      EXPECT_EQ(error.kind(), ErrorKind::kQuery);
    }
  }
}

TEST(QueryErrors, NameTheOperatorThatLacksAnOperand) {
  expect_errors({
      {"AND foo", 1, 3, "AND needs something on its left"},
      {"foo AND", 5, 3, "AND needs something on its right"},
      {"러시아 OR", 5, 2, "OR needs something on its right"},
      {"러시아 (OR 북한)", 6, 2, "OR needs something on its left"},
      {"a AND OR b", 3, 3, "AND needs something on its right"},
      {"(a AND ) b", 4, 3, "AND needs something on its right"},
      {"a AND ()", 3, 3, "AND needs something on its right"},
      {"NOT", 1, 3, "NOT needs something on its right"},
      {"a AND NOT", 7, 3, "NOT needs something on its right"},
      {"NOT NOT a", 1, 3, "NOT needs something on its right"},
      {"국방 NEAR/5", 4, 6, "NEAR/5 needs something on its right"},
      {"ADJ x", 1, 3, "ADJ needs something on its left"},
      {"a NOT -b", 7, 2, "NOT and - mean the same"},
  });
}

TEST(QueryErrors, RefuseDistancesOutOfRange) {
  expect_errors({
      {"a NEAR/0 b", 3, 6, "1 to 100"},
      {"러시아 NEAR/101 북한", 5, 8, "1 to 100"},
      {"a ADJ/99999999999999999999 b", 3, 24, "1 to 100"},
  });
}

TEST(QueryErrors, RefuseNearBetweenThingsWithoutPosition) {
  expect_errors({
      {"a NEAR/8 (b c)", 10, 5, "NEAR/8 needs words or phrases on both sides"},
      {"(러시아 AND 북한) NEAR b", 1, 12, "NEAR needs words or phrases on both sides"},
      {"(a b) NEAR/2 c", 1, 5, "only words and phrases joined by OR"},
      {"a ADJ/2 NOT b", 9, 3, "ADJ/2 needs words or phrases on both sides"},
      {"a NEAR/2 -b", 11, 1, "NEAR/2 needs words or phrases on both sides"},
      {"title:a NEAR b", 1, 7, "NEAR needs words or phrases on both sides"},
      {"a NEAR lang:ko", 8, 7, "NEAR needs words or phrases on both sides"},
      {"a NEAR/2 b NEAR/3 c", 12, 6, "same distance and kind"},
      {"a NEAR/2 b ADJ/2 c", 12, 5, "same distance and kind"},
  });
}

TEST(QueryErrors, NameWhatAFieldTakes) {
  expect_errors({
      {"lang:fr", 6, 2, "lang: takes en, ko or und, not \"fr\""},
      {"a kind:\"본론\"", 8, 4, "kind: takes summary, body, conclusion, glossary, source or note"},
      {"kind:(body summary)", 6, 1, "kind: takes one value"},
      {"title:(section:x)", 8, 8, "section: is inside the brackets of another field"},
      {"title:(a (lang:ko))", 11, 5, "lang: is inside the brackets of another field"},
  });
}

TEST(QueryErrors, RefuseDaysThatDoNotExist) {
  expect_errors({
      {"date:2024-13", 6, 7, "\"2024-13\" is not a date; write date:2024"},
      {"국방 date:2023-02-29", 9, 10, "is not a date"},
      {"date:2024-00", 6, 7, "is not a date"},
      {"date:2024-06-00", 6, 10, "is not a date"},
      {"date:0000", 6, 4, "is not a date"},
      {"date:2024년", 6, 5, "is not a date"},
      {"date:7", 6, 1, "is not a date"},
      {"date:7x", 6, 2, "is not a date"},
      {"date:>", 7, 1, "is not a date"},
      {"date:>2024-13", 7, 7, "is not a date"},
      {"date:>=2024..2025", 8, 10, "is not a date"},
      {"date:>9999", 6, 5, "no date is after 9999"},
      {"date:<0001", 6, 5, "no date is before 0001"},
      {"date:24-06", 6, 5, "is not a date"},
      {"date:20240627", 6, 8, "is not a date"},
      {"date:\"2024년 6월\"", 7, 8, "is not a date"},
      {"date:2024-06-27T10", 6, 13, "is not a date"},
      {"date:2024-06..2024-31", 15, 7, "\"2024-31\" is not a date"},
      {"date:2024-07..2024-06", 6, 16, "write date:2024-06..2024-07"},
      {"date:..", 6, 2, "at least one end"},
      {"date:2024...2025", 12, 5, "is not a date"},
  });
}

TEST(QueryErrors, RefuseInvalidQuantities) {
  expect_errors({
      {"amount:lots", 8, 4, "\"lots\" is not an amount of money; write amount:200bn"},
      {"국방 amount:20%", 11, 3, "is not an amount of money"},
      {"amount:5apples", 8, 7, "is not an amount of money"},
      {"amount:200bn..lots", 15, 4, "\"lots\" is not an amount of money"},
      {"amount:300bn..200bn", 8, 12, "write amount:200bn..300bn"},
      {"amount:3000억..2000억", 8, 12, "write amount:2000억..3000억"},
      {"amount:$200bn..€300bn", 8, 14, "begins in USD and ends in EUR"},
      {"amount:..", 8, 2, "a range of amounts needs at least one end"},
      {"amount:(a b)", 8, 1, "one value, no brackets"},
      {"percent:$5", 9, 2, "\"$5\" is not a percentage; write percent:26.3"},
      {"percent:many", 9, 4, "is not a percentage"},
      {"percent:30..20", 9, 6, "write percent:20..30"},
      {"year:soon", 6, 4, "\"soon\" is not a year; write year:1989"},
      {"year:2024-06", 6, 7, "is not a year"},
      {"year:20240", 6, 5, "is not a year"},
      {"year:2천", 6, 2, "is not a year"},
      {"year:2023..2020", 6, 10, "write year:2020..2023"},
  });
}

TEST(QueryErrors, KeepQueriesWithinLimits) {
  const std::string long_query(kMaxQueryBytes, 'a');
  EXPECT_NO_THROW(parse_query(long_query));
  expect_errors({{long_query + "b", kMaxQueryBytes + 1, 1, "65536 bytes"}});
  EXPECT_THROW(plain_query(long_query + "b"), QueryError);
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "a b" + std::string(depth, ')');
  };
  EXPECT_NO_THROW(parse_query(nested(kMaxQueryDepth)));
  expect_errors({{nested(kMaxQueryDepth + 1), 65, 1, "nested deeper than 64"},
                 {nested(10000), 65, 1, "nested deeper than 64"},
                 {"나 " + nested(10000), 67, 1, "nested deeper than 64"}});
  EXPECT_NO_THROW(parse_query(std::string(20000, '(')));
}

TEST(QueryErrors, LimitExpensiveOperands) {
  struct Limited {
    std::string one, joint, about;
    std::size_t most;
  };
  const std::vector<Limited> table = {
      {"a*", " ", "32 words with * or ?", kMaxQueryWildcards},
      {"무?기", " OR ", "32 words with * or ?", kMaxQueryWildcards},
      {"source:go-*", " ", "32 words with * or ?", kMaxQueryWildcards},
      {"title:a*", " ", "32 words with * or ?", kMaxQueryWildcards},
      {"\"of the\"", " ", "64 phrases", kMaxQueryPhrases},
      {"-\"국방 협정\"", " ", "64 phrases", kMaxQueryPhrases},
      {"date:2024", " ", "64 dates and ranges", kMaxQueryRanges},
      {"amount:\"1억 원..2억 원\"", " ", "64 dates and ranges", kMaxQueryRanges},
      {"percent:1..2", " OR ", "64 dates and ranges", kMaxQueryRanges},
      {"year:2020..", " ", "64 dates and ranges", kMaxQueryRanges},
  };
  for (const Limited& c : table) {
    std::string query = c.one;
    for (std::size_t i = 1; i < c.most; ++i) query += c.joint + c.one;
    EXPECT_NO_THROW(parse_query(query)) << c.one;
    query += c.joint + c.one;
    try {
      parse_query(query);
      ADD_FAILURE() << c.one;
    } catch (const QueryError& error) {
      EXPECT_NE(std::string(error.what()).find(c.about), std::string::npos) << error.what();
      EXPECT_NE(std::string(error.what()).find(std::to_string(c.most + 1)), std::string::npos);
    }
    EXPECT_NO_THROW(plain_query(query));  // plain words are not limited
  }
  std::string chain = "a";
  for (std::size_t i = 0; i < kMaxQueryDistances; ++i) chain += " NEAR/5 a";
  EXPECT_NO_THROW(parse_query(chain));
  expect_errors({{chain + " NEAR/5 b", chain.size() + 2, 6, "16 NEAR or ADJ operators"}});
}

TEST(QueryErrors, TakeTenThousandWords) {
  std::string query, alternatives = "a";
  for (int i = 0; i < 10000; ++i) query += "북 ";
  EXPECT_EQ(parse_query(query).root->clauses.size(), 10000U);
  for (int i = 1; i < 10000; ++i) alternatives += " OR a";
  EXPECT_EQ(parse_query(alternatives).root->clauses[0].node->children.size(), 10000U);
}

std::string carets(const std::string& query) {
  try {
    parse_query(query);
  } catch (const QueryError& error) {
    return caret_lines(query, error);
  }
  return "no error";
}

TEST(CaretLines, PointAtTheError) {
  EXPECT_EQ(carets("pact AND"), "pact AND\n     ^^^");
  EXPECT_EQ(carets("AND pact"), "AND pact\n^^^");
  EXPECT_EQ(carets("lang:fr x"), "lang:fr x\n     ^^");
}

TEST(CaretLines, CountTwoColumnsForWideCharacters) {
  EXPECT_EQ(carets("국방 AND"), "국방 AND\n     ^^^");
  EXPECT_EQ(carets("a kind:본론"), "a kind:본론\n       ^^^^");
}

TEST(CaretLines, MakeControlCharactersHarmless) {
  EXPECT_EQ(carets("a\n\x1B"
                   "b AND"),
            "a  b AND\n     ^^^");
  EXPECT_EQ(carets("\xE2\x80\xAE"
                   "AND AND"),
            "\xEF\xBF\xBD"
            "AND AND\n     ^^^");
}

TEST(CaretLines, PointPastTheEndIfTheErrorIsNotInTheText) {
  EXPECT_EQ(caret_lines("ab", QueryError("x", 3, 1)), "ab\n  ^");
  EXPECT_EQ(caret_lines("", QueryError("x", 1, 1)), "\n^");
  EXPECT_EQ(caret_lines("ab", QueryError("x", 9, 4)), "ab\n  ^");
}

TEST(CaretLines, CutLongQueriesAroundTheError) {
  std::string words;
  for (int i = 0; i < 100; ++i) words += i % 2 == 0 ? "국방 " : "pact ";
  for (const std::string& query :
       {words + "lang:fr " + words, "lang:fr " + words, words + "lang:fr",
        words + "AND AND " + words, "lang:" + std::string(200, 'x')}) {
    const std::string lines = carets(query);
    const std::size_t line_end = lines.find('\n');
    const std::string line = lines.substr(0, line_end), marks = lines.substr(line_end + 1);
    EXPECT_LE(display_width(line), 78U) << lines;
    EXPECT_GE(display_width(line), 74U) << lines;
    EXPECT_LE(marks.size(), 78U) << lines;
    // The carets are below the error itself.
    std::size_t byte = 0;
    while (display_width(line.substr(0, byte)) < marks.find('^')) {
      do ++byte;
      while (byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xC0U) == 0x80U);
    }
    EXPECT_THAT(line.substr(byte, 2), testing::AnyOf("fr", "AN", "xx")) << lines;
    EXPECT_THAT(line, HasSubstr("…"));
  }
}

struct NoticeCase {
  std::string query;
  std::vector<std::string> notices;
};

TEST(QueryNotices, ReportWhatIsIgnored) {
  const std::vector<NoticeCase> cases = {
      {"say \"hello", {"unmatched \" read as text"}},
      {"국방 “협정", {"unmatched “ read as text"}},
      {"a ( b", {"unmatched ( read as text"}},
      {"1) 첫째 2) 둘째", {"unmatched ) read as text (2 times)"}},
      {"a ()", {"empty brackets ignored"}},
      {"a \"\"", {"empty quotes ignored"}},
      {"a \xFF\xFF b", {"bytes that are not UTF-8 read as U+FFFD (2 times)"}},
      {"tite:pact", {"tite: is not a field; did you mean title:?"}},
      {"Dates:2024", {"Dates: is not a field; did you mean date:?"}},
      {"knid:본문", {"knid: is not a field; did you mean kind:?"}},
      {"a w/5 b", {"w/5 read as a word; write NEAR/5"}},
      {"a PRE/3 b", {"PRE/3 read as a word; write ADJ/3"}},
      {"러시아 near5 북한", {"near5 read as a word; write NEAR/5"}},
      {"a adj/2 b", {"adj/2 read as a word; write ADJ/2"}},
      {"a w/500 b", {"w/500 read as a word; write NEAR/8"}},
      {"-5", {"-5 read as a number, because nothing else is asked for"}},
      {"a AND +b", {"+ after AND ignored"}},
      {"+a OR b", {"+ covers everything that OR joins; use brackets if less was meant"}},
      {"**bold**", {"* in **bold** read as emphasis, not as a wildcard"}},
      {"\"국방 협정\"을", {"을 after a closing quote or bracket read as a particle and ignored"}},
      {"TRUMP AND BIDEN WILL NOT DEBATE IN ATLANTA",
       {"a text all in capitals: AND, OR and NOT read as words"}},
  };
  for (const NoticeCase& c : cases) EXPECT_EQ(parse_query(c.query).notices, c.notices) << c.query;
}

TEST(QueryNotices, AreEmptyIfEverythingIsUnderstood) {
  for (const char* query :
       {"", "S-400 India", "+\"국방 협정\" -lang:en (a OR b) NEAR/8 c", "foo:bar 10:30 note: x",
        "https://example.org/tite:x?a=*", "(source: go-public-web-kor-4886907046666683725-0-0)",
        "the leaders' plan, China’s", "a - b", "CHINA RUSSIA INDIA IRAN KOREA JAPAN CANADA PERU",
        "w 5 near adj/x", "what? 무엇인가?"}) {
    EXPECT_THAT(parse_query(query).notices, IsEmpty()) << query;
  }
}

TEST(QueryNotices, AreCutIfThereAreMany) {
  std::string query;
  for (int i = 1; i <= 100; ++i) query += "w/" + std::to_string(i) + " ";
  const std::vector<std::string> notices = parse_query(query).notices;
  ASSERT_EQ(notices.size(), 21U);
  EXPECT_EQ(notices[0], "w/1 read as a word; write NEAR/1");
  EXPECT_EQ(notices[20], "and 80 more notices");
}

}  // namespace
}  // namespace ibid
