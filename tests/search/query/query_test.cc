// SPDX-License-Identifier: GPL-2.0-or-later
//
// What queries mean: the tree as an S-expression, which this file writes, not the library.

#include "search/query/query.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace ibid {
namespace {

using Type = QueryNode::Type;

std::string tree(const QueryNode& node);

std::string list(const std::string& head, const QueryNode& node) {
  std::string result = "(" + head;
  for (const QueryNodePtr& child : node.children) result += " " + tree(*child);
  for (const Clause& clause : node.clauses) {
    result += clause.occur == Occur::kMust ? " +" : clause.occur == Occur::kMustNot ? " -" : " ";
    result += tree(*clause.node);
  }
  return result + ")";
}

std::string field(const QueryNode& node) {
  const std::string name = to_string(node.field);
  if (!node.children.empty()) return list(name, node);
  if (node.field != Field::kDate) return "(" + name + " <" + node.value + ">)";
  return "(date " + node.dates.first + ".." + node.dates.last + ")";
}

// Words are bare, phrases in <>, wildcards in {}; the root is a list without a name.
std::string tree(const QueryNode& node) {
  switch (node.type) {
    case Type::kGroup:
      return list("all", node);
    case Type::kAnd:
      return list("and", node);
    case Type::kOr:
      return list("or", node);
    case Type::kNot:
      return list("not", node);
    case Type::kNear:
      return list((node.ordered ? "adj" : "near") + std::to_string(node.distance), node);
    case Type::kField:
      return field(node);
    case Type::kPhrase:
      return "<" + node.text + ">";
    case Type::kWildcard:
      return "{" + node.text + "}";
    case Type::kWord:
      break;
  }
  return node.text;
}

struct Case {
  std::string query, tree;
};

void expect_trees(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const ParsedQuery parsed = parse_query(c.query);
    EXPECT_EQ(tree(*parsed.root), "(all" + (c.tree.empty() ? "" : " " + c.tree) + ")") << c.query;
  }
}

TEST(Query, ReadsFreeTextAsWords) {
  expect_trees({
      {"", ""},
      {" \t\n\xE3\x80\x80\xC2\xA0", ""},
      {"S-400 India", "S-400 India"},
      {"러시아 북한", "러시아 북한"},
      {"S-400을 인도에", "S-400을 인도에"},
      {"a\xE3\x80\x80나\xC2\xA0"
       "c",
       "a 나 c"},
      {std::string("a\0b\x7F"
                   "c",
                   5),
       "a b c"},
      {"Did Putin visit Pyongyang?", "Did Putin visit Pyongyang?"},
      {"and or not near AND-gate Or", "and or not near AND-gate Or"},
      {"$240.1 billion, 26.3%", "$240.1 billion, 26.3%"},
      {"China's leaders’ plan", "China's leaders’ plan"},
      {"https://example.org/a?b=c&d=* www.example.org/?q=x",
       "https://example.org/a?b=c&d=* www.example.org/?q=x"},
      {"foo:bar 10:30 note: x", "foo:bar 10:30 note: x"},
      {"source: go-public-web-kor-4886907046666683725-0-0",
       "source: go-public-web-kor-4886907046666683725-0-0"},
  });
}

TEST(Query, ReadsDoubleQuotesOfAnyShapeAsPhrases) {
  expect_trees({
      {"\"defense pact\"", "<defense pact>"},
      {"\"국방 협정\"", "<국방 협정>"},
      {"\"S-400 인도\" x", "<S-400 인도> x"},
      {"\"one\"", "<one>"},
      {"\"  no \t limits \"", "<no limits>"},
      {"“no limits”", "<no limits>"},
      {"“no limits\" next", "<no limits> next"},
      {"\"no limits” next", "<no limits> next"},
      {"„ohne Grenzen“", "<ohne Grenzen>"},
      {"«a b» »c d«", "<a b> <c d>"},
      {"「국방 협정」 『공동 성명』", "<국방 협정> <공동 성명>"},
      {"「국방 협정\" 체결", "<국방 협정> 체결"},
      {"\"정부는 「국방 협정」을 체결\"", "<정부는 「국방 협정」을 체결>"},
      {"「정부는 \"국방 협정\"을 체결」", "<정부는 \"국방 협정\"을 체결>"},
      {"\"a AND (b\" c", "<a AND (b> c"},
      {"소위\"국방 협정\"", "소위 <국방 협정>"},
      {"\"\" \"  \" a", "a"},
  });
}

TEST(Query, ReadsFullWidthSignsAsOurs) {
  expect_trees({
      {"title：항만 x", "(title 항만) x"},
      {"Lang：ko －러시아 ＋중국", "(lang <ko>) -러시아 +중국"},
      {"러시아 AND （북한 OR 중국）", "(and 러시아 (or 북한 중국))"},
      {"＂no limits＂ “국방 협정＂", "<no limits> <국방 협정>"},
      {"무기＊ S-4？？", "{무기*} {S-4??}"},
      {"무슨 협정？ 결론：항만 10：30", "무슨 협정？ 결론：항만 10：30"},
      {"report：보고서（1）", "(report <보고서（1）>)"},
      {"\"묻다：무엇？\"", "<묻다：무엇？>"},
  });
}

TEST(Query, ReadsSingleQuotesRoundTwoWordsAsPhrases) {
  expect_trees({
      {"'no limits' partnership", "<no limits> partnership"},
      {"‘no limits’, they said", "<no limits> they said"},
      {"the leaders' plan and China's", "the leaders' plan and China's"},
      {"the 'one' word", "the 'one' word"},
      {"rock 'n' roll", "rock 'n' roll"},
      {"'tis China's plan", "'tis China's plan"},
      {"'포괄적 전략 동반자 협정' 체결", "<포괄적 전략 동반자 협정> 체결"},
      {"'S-400 인도 수출'을 발표", "<S-400 인도 수출> 발표"},
      {"+'no limits' title:'defense pact'", "+<no limits> (title <defense pact>)"},
  });
}

TEST(Query, DropsPunctuationAndParticlesAttachedToQuotesAndBrackets) {
  expect_trees({
      {"\"국방 협정\"을, 체결", "<국방 협정> 체결"},
      {"\"국방 협정\"을 AND 러시아", "(and <국방 협정> 러시아)"},
      {"\"국방 협정\"체결", "<국방 협정> 체결"},
      {"\"no limits\", AND pact", "(and <no limits> pact)"},
      {"\"no limits\"-style", "<no limits> style"},
      {"김정은(Kim Jong Un)은 갔다", "김정은 (all Kim Jong Un) 갔다"},
      {"the pact (signed in June), matters", "the pact (all signed in June) matters"},
      {"을 \"a b\" 을", "을 <a b> 을"},
  });
}

TEST(Query, BindsPrefixesOnlyAtTheStartOfAWord) {
  expect_trees({
      {"+must -mustnot", "+must -mustnot"},
      {"+러시아 -중국", "+러시아 -중국"},
      {"러시아 -\"no limits\" +\"국방 협정\"", "러시아 -<no limits> +<국방 협정>"},
      {"a -(b c) +(d e)", "a -(all b c) +(all d e)"},
      {"-lang:ko +title:pact", "-(lang <ko>) +(title pact)"},
      {"(-a b) c", "(all -a b) c"},
      {"-only", "-only"},
      {"S-400 2024-06 C++ x+1", "S-400 2024-06 C++ x+1"},
      {"a - b + c", "a - b + c"},
      {"-", "-"},
      {"--x +-y -, ->", "--x +-y -, ->"},
      {"-#tag +$240", "-#tag +$240"},
      {"temperature -5", "temperature -5"},
      {"-weapon*", "-{weapon*}"},
      {"+AND -OR", "+<AND> -<OR>"},
  });
  EXPECT_EQ(parse_query("temperature -5").root->clauses[1].occur, Occur::kMustNot);
  EXPECT_EQ(parse_query("-5").root->clauses[0].node->text, "-5");
  EXPECT_EQ(parse_query("-5 -6").root->clauses[0].occur, Occur::kShould);
}

TEST(Query, ReadsOperatorsByPrecedence) {
  expect_trees({
      {"a AND b", "(and a b)"},
      {"러시아 AND 북한 OR 중국", "(or (and 러시아 북한) 중국)"},
      {"a OR b AND c", "(or a (and b c))"},
      {"a AND b c", "(and a b) c"},
      {"c a AND b", "c (and a b)"},
      {"a AND b AND c", "(and a b c)"},
      {"a OR 나 OR c", "(or a 나 c)"},
      {"a AND NOT b", "(and a (not b))"},
      {"a AND -b", "(and a (not b))"},
      {"-a AND b", "(and (not a) b)"},
      {"a OR NOT b", "(or a (not b))"},
      {"russia NOT china", "russia -china"},
      {"NOT (a b)", "-(all a b)"},
      {"+a AND b", "+(and a b)"},
      {"+a OR b c", "+(or a b) c"},
      {"a AND +b", "(and a b)"},
      {"(a OR b) AND c", "(and (or a b) c)"},
      {"a AND(b OR c)", "(and a (or b c))"},
      {"\"a b\"AND \"c d\"", "(and <a b> <c d>)"},
      {"(a OR b)AND c", "(and (or a b) c)"},
  });
}

TEST(Query, ReadsNearAndAdj) {
  expect_trees({
      {"pact NEAR/8 china", "(near8 pact china)"},
      {"pact NEAR china", "(near8 pact china)"},
      {"러시아 ADJ/3 북한", "(adj3 러시아 북한)"},
      {"a NEAR/1 b AND c NEAR/100 d", "(and (near1 a b) (near100 c d))"},
      {"\"국방 협정\" NEAR/5 weapon*", "(near5 <국방 협정> {weapon*})"},
      {"a NEAR/8 b NEAR/8 c", "(near8 a b c)"},
      {"a NEAR b NEAR/8 c", "(near8 a b c)"},
      {"(a OR weapon*) NEAR/8 b", "(near8 (or a {weapon*}) b)"},
      {"(a) NEAR/8 ((b))", "(near8 a b)"},
      {"NOT a NEAR/2 b", "-(near2 a b)"},
      {"-a NEAR/2 b c", "-(near2 a b) c"},
      {"+a ADJ/2 b", "+(adj2 a b)"},
      {"NEAR/ NEAR/x near/5", "NEAR/ NEAR/x near/5"},
  });
}

TEST(Query, UnwrapsBracketsRoundASingleThing) {
  expect_trees({
      {"(a)", "a"},
      {"((a b))", "a b"},
      {"(a b) c", "(all a b) c"},
      {"((a AND b)) c", "(and a b) c"},
      {"(+a) b", "(all +a) b"},
      {"() (()) a", "a"},
      {"(러시아 (북한 OR 중국))", "러시아 (or 북한 중국)"},
  });
}

TEST(Query, ReadsFieldsAndTheirValues) {
  expect_trees({
      {"title:pact SECTION:인도 Entity:\"Xi Jinping\"",
       "(title pact) (section 인도) (entity <Xi Jinping>)"},
      {"title:(russia china) x", "(title (all russia china)) x"},
      {"section:(a OR 국방)", "(section (all (or a 국방)))"},
      {"title:(pact)", "(title pact)"},
      {"title:weapon* title:S-4??", "(title {weapon*}) (title {S-4??})"},
      {"title:-x title:AND", "(title -x) (title AND)"},
      {"report:geopolitical-shifts-2024-06-27", "(report <geopolitical-shifts-2024-06-27>)"},
      {"report:\"한국 보고서 1\" source:go-public-*",
       "(report <한국 보고서 1>) (source <go-public-*>)"},
      {"cites:NONE cites:any cites:go-public-web-eng-N28-0-0",
       "(cites <none>) (cites <any>) (cites <go-public-web-eng-N28-0-0>)"},
      {"lang:EN lang:kor lang:영어 lang:한국어 lang:\"korean\" lang:und",
       "(lang <en>) (lang <ko>) (lang <en>) (lang <ko>) (lang <ko>) (lang <und>)"},
      {"kind:Body kind:요약 kind:본문 kind:결론 kind:용어집 kind:출처",
       "(kind <body>) (kind <summary>) (kind <body>) (kind <conclusion>) (kind <glossary>) "
       "(kind <source>)"},
      {"title: x title:", "title: x title:"},
      {"(a title:) b", "(all a title:) b"},
      {"a AND lang:ko", "(and a (lang <ko>))"},
      {"title:\"\" title:() a", "a"},
  });
}

TEST(Query, FillsDatesInToDays) {
  expect_trees({
      {"date:2024", "(date 20240101..20241231)"},
      {"date:2024-06", "(date 20240601..20240630)"},
      {"date:2024-02", "(date 20240201..20240229)"},
      {"date:2023-02", "(date 20230201..20230228)"},
      {"date:1900.02", "(date 19000201..19000228)"},
      {"date:2000/2", "(date 20000201..20000229)"},
      {"date:2024-06-27", "(date 20240627..20240627)"},
      {"date:2024.06.27 date:2024/6/7", "(date 20240627..20240627) (date 20240607..20240607)"},
      {"date:2024-06..2024-07", "(date 20240601..20240731)"},
      {"date:2024.06.27..2025", "(date 20240627..20251231)"},
      {"date:2024-06..", "(date 20240601..)"},
      {"date:..2024-06", "(date ..20240630)"},
      {"date:\"2024-06\"", "(date 20240601..20240630)"},
      {"date:0001", "(date 00010101..00011231)"},
  });
}

TEST(Query, ComparesDates) {
  expect_trees({
      {"date:>2024-06", "(date 20240701..)"},
      {"date:>=2024-06", "(date 20240601..)"},
      {"date:<2024-06", "(date ..20240531)"},
      {"date:<=2024-06", "(date ..20240630)"},
      {"date:>2024", "(date 20250101..)"},
      {"date:<2024-03-01", "(date ..20240229)"},
      {"date:>2023-12-31", "(date 20240101..)"},
      {"date:\">2024.6.27\"", "(date 20240628..)"},
  });
}

// Counted from a day in July of a leap year.
TEST(Query, CountsDatesBackFromToday) {
  const auto range = [](const std::string& value, const char* today) {
    const ParsedQuery parsed = parse_query("date:" + value, today);
    const DateRange dates = parsed.root->clauses.front().node->dates;
    return dates.first + ".." + dates.last;
  };
  struct DatesBack {
    const char *value, *today, *range;
  };
  for (const DatesBack& c :
       std::initializer_list<DatesBack>{{"7d", "20240703", "20240626.."},
                                        {"7일", "20240703", "20240626.."},
                                        {"0d", "20240703", "20240703.."},
                                        {"2w", "20240310", "20240225.."},
                                        {"2주", "20230310", "20230224.."},
                                        {"1m", "20240331", "20240229.."},
                                        {"1개월", "20230331", "20230228.."},
                                        {"13M", "20240131", "20221231.."},
                                        {"1y", "20240229", "20230228.."},
                                        {"3년", "20240703", "20210703.."},
                                        {"1y..30d", "20240703", "20230703..20240603"},
                                        {"..7d", "20240703", "..20240626"},
                                        {">7d", "20240703", "20240627.."},
                                        {"<=7d", "20240703", "..20240626"},
                                        {"7d..2024", "20240703", "20240626..20241231"},
                                        {"2024", "20200101", "20240101..20241231"}}) {
    EXPECT_EQ(range(c.value, c.today), c.range) << c.value;
  }
  // Without a day, that of the clock.
  const std::string by_clock = range("0d", "");
  EXPECT_GE(by_clock, "20260101..");
  EXPECT_EQ(by_clock.size(), 10U);
}

TEST(Query, DistinguishesWildcardsFromPunctuation) {
  expect_trees({
      {"weapon* S-4??", "{weapon*} {S-4??}"},
      {"무기* 러?아", "{무기*} {러?아}"},
      {"*400을", "{*400을}"},
      {"weapon*, wom?n.", "{weapon*} {wom?n}"},
      {"who? 파견된 인물은?", "who? 파견된 인물은?"},
      {"a*b?", "{a*b?}"},
      {"* ? ** ??", "* ? ** ??"},
      {"**bold** *it* **open", "**bold** *it* **open"},
  });
}

TEST(Query, ReadsTextInCapitalsAsText) {
  const std::string tweet = "TRUMP AND BIDEN WILL NOT DEBATE IN ATLANTA";
  expect_trees({
      {tweet, tweet},
      {"AND THE \"NO LIMITS\" PACT IS NOT A JOKE", "AND THE <NO LIMITS> PACT IS NOT A JOKE"},
      {"TRUMP AND BIDEN WILL DEBATE", "(and TRUMP BIDEN) WILL DEBATE"},
      {"TRUMP AND BIDEN WILL NOT debate IN ATLANTA", "(and TRUMP BIDEN) WILL -debate IN ATLANTA"},
      {"국방 협정 AND 러시아 중국 북한 인도 미국", "국방 (and 협정 러시아) 중국 북한 인도 미국"},
      {"(TRUMP OR BIDEN) AND DEBATE AND CNN AND ATLANTA",
       "(and (or TRUMP BIDEN) DEBATE CNN ATLANTA)"},
  });
}

TEST(Query, ReadsUnmatchedMarksAsText) {
  expect_trees({
      {"say \"hello", "say hello"},
      {"a ) b ( c", "a b c"},
      {"1) 첫째 2) 둘째", "1 첫째 2 둘째"},
      {"nice :)", "nice :"},
      {"title:\"pact", "title: pact"},
      {"title:(pact", "title: pact"},
      {"12\" guns and 14\" guns", "12 guns and 14 guns"},
      {"((a b) c", "(all a b) c"},
  });
}

TEST(Query, ReplacesBrokenBytes) {
  expect_trees({
      {"a\xFF"
       "b",
       "a\xEF\xBF\xBD"
       "b"},
      {"\xED\x95 x", "\xEF\xBF\xBD x"},
      {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
  });
}

TEST(Query, GivesBytesOfTheQueryAsRanges) {
  //                        0123456 789...
  const std::string query = "+\"국방 협정\" title:pact (a OR 나)";
  const ParsedQuery parsed = parse_query(query);
  const auto text = [&query](const QueryNode& node) {
    return query.substr(node.range.begin, node.range.size());
  };
  ASSERT_EQ(parsed.root->clauses.size(), 3U);
  EXPECT_EQ(text(*parsed.root), query);
  EXPECT_EQ(text(*parsed.root->clauses[0].node), "\"국방 협정\"");
  EXPECT_EQ(text(*parsed.root->clauses[1].node), "title:pact");
  EXPECT_EQ(text(*parsed.root->clauses[1].node->children[0]), "pact");
  EXPECT_EQ(text(*parsed.root->clauses[2].node), "(a OR 나)");
  EXPECT_EQ(text(*parsed.root->clauses[2].node->children[1]), "나");
}

TEST(PlainQuery, ReadsNothingButWords) {
  const ParsedQuery parsed = plain_query("  +a AND \"국방 협정\" -b (title:x)\n");
  EXPECT_EQ(tree(*parsed.root), "(all +a AND \"국방 협정\" -b (title:x))");
  ASSERT_EQ(parsed.root->clauses.size(), 6U);
  EXPECT_EQ(parsed.root->clauses[0].occur, Occur::kShould);
  EXPECT_EQ(parsed.root->clauses[0].node->text, "+a");
  EXPECT_EQ(parsed.root->clauses[2].node->range, (ByteRange{9, 16}));
  EXPECT_TRUE(parsed.notices.empty());
  EXPECT_TRUE(plain_query("").root->clauses.empty());
}

// Operators of other programs are text, and a notice has our spelling.
TEST(Query, TellsOfOperatorsOfOtherPrograms) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"중국 !러시아", "!러시아 read as text; write -러시아 to leave it out"},
      {"pact !(china india)", "! read as text; write - to leave it out"},
      {"중국 –러시아", "–러시아 read as text; write -러시아 to leave it out"},
      {"중국 ！러시아", "！러시아 read as text; write -러시아 to leave it out"},
      {"러시아 && 중국", "&& read as text; write AND"},
      {"russia&&china", "&& read as text; write AND"},
      {"러시아 ＆＆ 중국", "&& read as text; write AND"},
      {"러시아 || 중국", "|| read as text; write OR"},
      {"russia|china", "| read as text; write OR between white space"},
      {"russia ANDNOT china", "ANDNOT read as text; write AND NOT"},
      {"러시아^2 중국",
       "^2 read as text; words are weighted by how rare they are; write +x for a word that must "
       "occur"},
      {"(a b)^1.5 c",
       "^1.5 read as text; words are weighted by how rare they are; write +x for a word that must "
       "occur"},
      {"roam~ x", "~ read as text; write * or ? for letters that may differ"},
      {"러시아~0.8", "~0.8 read as text; write * or ? for letters that may differ"},
      {"\"국방 협정\"~5", "~5 read as text; write the words with NEAR/5 between them"},
      {"/무.기/", "/무.기/ read as text; patterns are written with * and ?, without slashes"},
      {"x [2020 TO 2023]", "[2020 TO 2023] read as text; write a range as date:a..b or year:a..b"},
      {"title:{a TO c}", "{a TO c} read as text; write a range as date:a..b or year:a..b"},
      {"러시아 ＡＮＤ 중국", "ＡＮＤ read as text; write AND"},
      {"ｔｉｔｌｅ：항만", "ｔｉｔｌｅ：항만 read as text; write title: in ASCII letters"},
      {"intitle:항만", "intitle: read as text; write title:x"},
      {"제목:항만", "제목: read as text; write title:x"},
      {"pact before:2024", "before: read as text; write date:..x"},
  };
  for (const auto& [query, notice] : cases) {
    const auto notices = parse_query(query).notices;
    EXPECT_EQ(std::count(notices.begin(), notices.end(), notice), 1)
        << query << ": " << (notices.empty() ? "no notice" : notices.front());
  }
  for (const char* query : {"Stop! 그만! 안녕하세요", "10^6 people", "2020~ 2023~2024", "a - b – c",
                            "R&D AT&T | x", "/usr/bin/ and/or", "TO be", "[1] 2 to 3 [4]",
                            "https://a.org/?x=1&&y=!z", "제목: 항만", "C++ C# 5% ^^ ~ !"}) {
    EXPECT_TRUE(parse_query(query).notices.empty())
        << query << ": " << parse_query(query).notices.front();
  }
}

}  // namespace
}  // namespace ibid
