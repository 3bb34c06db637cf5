// SPDX-License-Identifier: GPL-2.0-or-later
//
// The canonical line: its form, that it reads back to the same tree, and that no text crashes the
// parser.

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "search/query/query.h"

namespace ibid {
namespace {

bool same_tree(const QueryNode& a, const QueryNode& b) {
  if (a.type != b.type || a.text != b.text || a.distance != b.distance || a.ordered != b.ordered ||
      a.field != b.field || a.value != b.value || a.whole != b.whole || a.dates != b.dates ||
      a.quantities != b.quantities || a.clauses.size() != b.clauses.size() ||
      a.children.size() != b.children.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.clauses.size(); ++i) {
    if (a.clauses[i].occur != b.clauses[i].occur) return false;
    if (!same_tree(*a.clauses[i].node, *b.clauses[i].node)) return false;
  }
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!same_tree(*a.children[i], *b.children[i])) return false;
  }
  return true;
}

// Returns false if the query is an error, which is allowed.
bool expect_round_trip(const std::string& query) {
  ParsedQuery parsed;
  try {
    parsed = parse_query(query);
  } catch (const QueryError& error) {
    EXPECT_GE(error.column(), 1U);
    EXPECT_GE(error.width(), 1U);
    EXPECT_FALSE(caret_lines(query, error).empty());
    return false;
  }
  const std::string line = to_string(*parsed.root);
  try {
    const ParsedQuery again = parse_query(line);
    EXPECT_TRUE(same_tree(*parsed.root, *again.root))
        << "query: " << query << "\nline:  " << line << "\nagain: " << to_string(*again.root);
  } catch (const QueryError& error) {
    ADD_FAILURE() << "query: " << query << "\nline:  " << line << "\n" << error.what();
  }
  return true;
}

TEST(QueryLine, IsCanonical) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"  S-400   India ", "S-400 India"},
      {"+“no limits\" (china AND russia) LANG:korean", "+\"no limits\" (china AND russia) lang:ko"},
      {"a AND b c", "(a AND b) c"},
      {"a AND b OR c", "(a AND b) OR c"},
      {"((a))", "a"},
      {"a -b AND c", "a (NOT b AND c)"},
      {"russia NOT china", "russia -china"},
      {"pact NEAR china", "pact NEAR/8 china"},
      {"러시아 ADJ/3 (북한 OR 중국)", "러시아 ADJ/3 (북한 OR 중국)"},
      {"date:2024-06", "date:2024-06-01..2024-06-30"},
      {"date:2024.6.27", "date:2024-06-27"},
      {"date:>2024-06 date:<=2023", "date:2024-07-01.. date:..2023-12-31"},
      {"date:None", "date:none"},
      {"date:2024-06.. date:..2024", "date:2024-06-01.. date:..2024-12-31"},
      {"amount:200bn..300bn", "amount:200000000000..300000000000"},
      {"amount:$5m", "amount:5000000USD"},
      {"amount:$5m..$5m", "amount:5000000USD..5000000USD"},
      {"amount:2천억원..", "amount:200000000000KRW.."},
      {"amount:\"2천억 원..3천억 원\"", "amount:200000000000KRW..300000000000KRW"},
      {"AMOUNT:..300bnUSD", "amount:..300000000000USD"},
      {"percent:20%..30.50% percent:5퍼센트", "percent:20..30.5 percent:5"},
      {"year:1989년..2020 year:..1950", "year:1989..2020 year:..1950"},
      {"kind:요약 cites:NONE", "kind:summary cites:none"},
      {"report:\"my report\" report:\"mine\"", "report:\"my report\" report:mine"},
      {"title:(a OR b) title:(c)", "title:(a OR b) title:c"},
      {"section:\"=국방 협정\" section:=Trade", "section:\"=국방 협정\" section:=Trade"},
      {"PUBLISHER:『=The \"Ledger\"』 publisher:=a*?", "publisher:「=The \"Ledger\"」 publisher:=a*?"},
      {"section:= section:\"=\" title:=x", "section:= section:\"=\" title:=x"},
      {"'국방 협정'을 체결", "\"국방 협정\" 체결"},
      {"「a \"b\" c」", "「a \"b\" c」"},
      {"NOT (--x)", "-(--x)"},
      {"+AND", "+\"AND\""},
      {"", ""},
  };
  for (const auto& [query, line] : cases) EXPECT_EQ(to_string(*parse_query(query).root), line);
}

TEST(QueryLine, ReadsBackToTheSameTree) {
  for (const char* query : {"-5",
                            "-5 -6",
                            "-5 -china",
                            "-(a) -5",
                            "-6 title:(-5)",
                            "-5 OR NOT (-6)",
                            "+(-5)",
                            "NOT (--x)",
                            "\"a\"-AND \"b\"",
                            "\"a\"-b",
                            "\"a\"AND\"b\"",
                            "title:AND +OR -NEAR/5",
                            "title:(--x)",
                            "'a(b' c",
                            "'a (b) c'",
                            "''no limits'' x",
                            "'a 「b c' d」",
                            "title:\"x",
                            "title:(x",
                            "a) OR b)",
                            "a OR (b AND c",
                            "5\" 'no limits'",
                            "\"b 'no limits'",
                            "TRUMP AND BIDEN WILL NOT DEBATE IN ATLANTA",
                            "AND \"NO LIMITS\" OR A B C D E F G",
                            "source:'x y' report:\"a ” b",
                            "report:'",
                            "cites:\"(a)\"",
                            "»a \" 」 』 » b«",
                            "date:2024..",
                            "report:「＂b」 report:보고서（1） cites:a＂b",
                            "title：＂국방 협정＂ －（a OR b） ＋무기＊",
                            "weapon*, **a** *b* c?",
                            "국방,(협정)을 \"a\"은, 는"}) {
    EXPECT_TRUE(expect_round_trip(query)) << query;
  }
}

// Queries are random combinations of the pieces that have a meaning.
TEST(QueryLine, ReadsBackForGeneratedQueries) {
  const std::vector<std::string> pieces = {"a",
                                           "B",
                                           "러시아",
                                           "S-400",
                                           "weapon*",
                                           "＋a",
                                           "－러시아",
                                           "title：",
                                           "report：",
                                           "＂",
                                           "（",
                                           "）",
                                           "무기＊",
                                           "!x",
                                           "~2",
                                           "S-4??",
                                           "x?",
                                           "5",
                                           "\"",
                                           "“",
                                           "”",
                                           "「",
                                           "」",
                                           "'",
                                           "’",
                                           "‘",
                                           "«",
                                           "„",
                                           "(",
                                           ")",
                                           "( ",
                                           ") ",
                                           "+",
                                           "-",
                                           " AND ",
                                           " OR ",
                                           " NOT ",
                                           "AND",
                                           "NOT ",
                                           " NEAR ",
                                           " ADJ/3 ",
                                           " NEAR/8 ",
                                           " ",
                                           " ",
                                           " ",
                                           " ",
                                           " ",
                                           "title:",
                                           "lang:",
                                           "ko",
                                           "date:",
                                           "2024-06",
                                           "..",
                                           "amount:",
                                           "percent:",
                                           "year:",
                                           "200bn",
                                           "$5m",
                                           "kind:body",
                                           "cites:",
                                           "none",
                                           "report:",
                                           "을",
                                           "은 ",
                                           ",",
                                           ".",
                                           "*",
                                           "?",
                                           "$",
                                           "w/5",
                                           "tite:",
                                           "\t",
                                           "\xFF",
                                           "\xE3\x80\x80",
                                           "\"국방 협정\"",
                                           "'no limits'",
                                           "https://x.y/?a",
                                           "-5",
                                           "+a",
                                           " -b",
                                           "()",
                                           "\"\"",
                                           "ABC ",
                                           "DEF ",
                                           "GHI ",
                                           "JKL "};
  std::mt19937 random(20240627);
  std::size_t legal = 0;
  for (int i = 0; i < 30000; ++i) {
    std::string query;
    const std::size_t count = 1 + random() % 16;
    for (std::size_t k = 0; k < count; ++k) query += pieces[random() % pieces.size()];
    legal += expect_round_trip(query);
    if (testing::Test::HasFailure()) FAIL() << "after " << i << " queries";
  }
  EXPECT_GT(legal, 10000U);  // most must be valid, or nothing would be tested
}

std::string random_bytes(std::mt19937& random, const std::string& alphabet) {
  std::string bytes(random() % 120, '\0');
  for (char& byte : bytes) {
    byte =
        alphabet.empty() ? static_cast<char>(random() % 256) : alphabet[random() % alphabet.size()];
  }
  return bytes;
}

TEST(QueryParser, SurvivesRandomBytes) {
  std::mt19937 random(400);
  for (int i = 0; i < 10000; ++i) {
    const std::string bytes =
        random_bytes(random, i % 2 == 0 ? "" : "ANDORT \"'()+-:*?\xE2\x80\x9C");
    expect_round_trip(bytes);
    EXPECT_NO_THROW(plain_query(bytes));
  }
}

TEST(QueryParser, TakesAnyTextWithoutOperators) {
  std::mt19937 random(401);
  for (int i = 0; i < 10000; ++i) {
    const std::string alphabet = i % 2 == 0 ? "" : "ab, .'\"()-+:/*?!\xEA\xB5\xAD\xEB\xB0\xA9";
    std::string bytes = random_bytes(random, alphabet);
    for (char& byte : bytes) {
      if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
      if (byte == ':') byte = ' ';  // without fields, too
    }
    EXPECT_NO_THROW(parse_query(bytes)) << bytes;
  }
}

}  // namespace
}  // namespace ibid
