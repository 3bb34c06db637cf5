// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid search: which query finds what, and the grammar of its JSON lines.
#include <algorithm>
#include <array>
#include <ctime>

#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

using testing::UnorderedElementsAre;

constexpr char kPort[] = "harbour-pact-2024-06-27#2-1.1";
constexpr char kIndia[] = "harbour-pact-2024-06-27#2-2.1";
constexpr char kDelivery[] = "harbour-pact-2024-06-27#2-2.2";
constexpr char kIndiaKo[] = "hangman-hyeopjeong-2024-06-28#2-2.1";

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

class SearchCommand : public CommandTest {
 protected:
  void SetUp() override { index_fixtures(); }

  std::vector<Json> search(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"search", "--format", "jsonl"});
    const RunResult result = run(arguments);
    EXPECT_THAT(result.err, IsEmpty());
    return parse_lines(result.out);
  }

  std::vector<std::string> ids(const std::vector<std::string>& arguments) {
    std::vector<std::string> out;
    for (const Json& line : search(arguments)) {
      if (line["type"] == "hit") out.push_back(line["passage"]["id"]);
    }
    return out;
  }

  std::string file_bytes(const Json& hit, const Json& range) const {
    const std::string all = read_all(hit["report"]["path"].get<std::string>());
    const std::size_t begin = range["begin"];
    const std::size_t end = range["end"];
    return all.substr(begin, end - begin);
  }
};

TEST_F(SearchCommand, FindsEnglishKoreanAndMixed) {
  EXPECT_EQ(ids({"India", "S-400"}).front(), kIndia);
  EXPECT_THAT(ids({"S400"}), UnorderedElementsAre(kIndia, kIndiaKo, "notes#0.2"));
  EXPECT_EQ(ids({"인도의 S-400"}).front(), kIndiaKo);
  EXPECT_THAT(ids({"\"no limits\""}), ElementsAre(kIndia));
  EXPECT_THAT(ids({"함정이"}), Contains("notes#0.1"));
}

TEST_F(SearchCommand, FindsNamesInTheOtherLanguageUnlessLiteral) {
  const std::vector<Json> lines = search({"India", "lang:ko"});
  ASSERT_EQ(lines[1]["passage"]["id"], kIndiaKo);
  EXPECT_EQ(lines[1]["aliases"].dump(), R"([{"word":"India","alias":"인도","kind":"name"}])");
  EXPECT_THAT(run({"search", "India", "lang:ko"}).out, HasSubstr("\n   alias: 인도 (India)\n"));
  EXPECT_THAT(ids({"--literal", "India", "lang:ko"}), IsEmpty());
}

TEST_F(SearchCommand, ReadsAnEditorsAliases) {
  write("own.toml", "Subcontinent = \"인도\"\n");
  EXPECT_THAT(ids({"Subcontinent"}), IsEmpty());
  EXPECT_EQ(ids({"--aliases", "own.toml", "Subcontinent"}).front(), kIndiaKo);
  write("bad.toml", "\nSubcontinent = 4\n");
  const RunResult bad = run({"search", "--aliases", "bad.toml", "x"});
  EXPECT_EQ(bad.exit_code, 2);
  EXPECT_THAT(bad.err,
              StartsWith("ibid: bad.toml:2: the alias of Subcontinent is not text; write "));
  const RunResult none = run({"search", "--aliases", "none.toml", "x"});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, HasSubstr("cannot read none.toml"));
  EXPECT_EQ(run({"search", "--literal", "--aliases", "own.toml", "x"}).exit_code, 2);
}

TEST_F(SearchCommand, ExitCodesSayWhetherAnythingMatches) {
  EXPECT_EQ(run({"search", "pact"}).exit_code, 0);
  EXPECT_EQ(run({"search", "xylophone"}).exit_code, 1);
  EXPECT_EQ(run({"search", "--limit", "0", "pact"}).exit_code, 0);
  EXPECT_EQ(run({"search", "--offset", "1000", "pact"}).exit_code, 0);
  EXPECT_EQ(run({"search", "tag:none-of-these"}).exit_code, 1);
  for (const char* blank : {"", " ", "\t\u3000"}) {
    const RunResult empty = run({"search", blank});
    EXPECT_EQ(empty.exit_code, 2);
    EXPECT_THAT(empty.err, StartsWith("ibid: the query is empty; write what to look for\n"));
  }
}

TEST_F(SearchCommand, NothingFoundIsSaid) {
  const RunResult result = run({"search", "xylophone"});
  EXPECT_THAT(result.out, StartsWith("no passage matches (0 of 13 passages in 3 reports)\n"));
  EXPECT_THAT(result.err, IsEmpty());
}

TEST_F(SearchCommand, JsonLinesFollowTheGrammar) {
  const auto lines = search({"--explain", "--facets", "source,language", "S-400 India"});
  ASSERT_GE(lines.size(), 3U);
  EXPECT_THAT(keys(lines.front()),
              ElementsAre("type", "schema_version", "query", "parsed", "ignored", "index"));
  EXPECT_EQ(lines.front()["query"], "S-400 India");
  EXPECT_EQ(lines.front()["index"].dump(), R"({"generation":1,"passages":13})");
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    const Json& hit = lines[i];
    EXPECT_THAT(keys(hit),
                ElementsAre("type", "schema_version", "rank", "score", "passage", "report", "bytes",
                            "citations", "highlights", "stale", "aliases", "explain"));
    EXPECT_THAT(keys(hit["passage"]),
                ElementsAre("id", "permalink", "kind", "language", "section", "ordinal", "text"));
    EXPECT_THAT(keys(hit["report"]),
                ElementsAre("id", "title", "publisher", "date", "url", "path", "sha256"));
    EXPECT_EQ(hit["rank"], i);
    EXPECT_THAT(keys(hit["explain"][0]), ElementsAre("word", "term", "form", "score"));
  }
  const Json& end = lines.back();
  EXPECT_THAT(keys(end), ElementsAre("type", "schema_version", "matches", "matches_exact",
                                     "returned", "undated", "suggestion", "facets"));
  EXPECT_EQ(end["returned"], lines.size() - 2);
  EXPECT_THAT(keys(end["facets"]), ElementsAre("source", "language"));
}

// What "path:line:column" of a text answer points to, by counting in the file.
TEST_F(SearchCommand, PlacesAreLinesAndColumns) {
  write("reports/mixed-2024-07-02.txt", "한국어 S-400 기사 제목\n\n가나다 zebra 항만이다.\n");
  ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  struct Case {
    std::string query, file, line;
    std::size_t column;  // of the passage, in characters
  };
  for (const Case& c : std::vector<Case>{
           {"\"no limits\"", "harbour-pact-2024-06-27.txt", "India ordered the S-400", 5},
           {"\"주의 깊게\"", "hangman-hyeopjeong-2024-06-28.txt", "인도는 S-400을 주문했고", 5},
           {"zebra", "mixed-2024-07-02.txt", "가나다 zebra", 1}}) {
    const std::vector<std::string> lines = split_lines(read_all(path("reports/" + c.file)));
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const std::string& text) {
      return text.find(c.line) != std::string::npos;
    });
    ASSERT_NE(line, lines.end());
    const std::string place = "   reports/" + c.file + ":" +
                              std::to_string(line - lines.begin() + 1) + ":" +
                              std::to_string(c.column);
    EXPECT_THAT(run({"search", c.query}).out, HasSubstr("\n" + place + "\n"));
    EXPECT_THAT(run({"search", "--long", c.query}).out, HasSubstr("\n" + place + " (bytes "));
  }
  // Lines of a file that has changed would be those of another text.
  write("reports/mixed-2024-07-02.txt", "\n\n\n가나다 zebra 항만이다. 다르다.\n");
  EXPECT_THAT(run({"search", "zebra"}).out, HasSubstr("\n   reports/mixed-2024-07-02.txt (bytes "));
}

TEST_F(SearchCommand, TakesTheNumberOfHitsInShort) {
  for (const std::vector<std::string>& number :
       std::vector<std::vector<std::string>>{{"-n", "2"}, {"-n2"}, {"--limit=2"}}) {
    std::vector<std::string> arguments = {"search", "--format", "jsonl", "pact OR 협정 OR S-400"};
    arguments.insert(arguments.end(), number.begin(), number.end());
    EXPECT_EQ(parse_lines(run(arguments).out).size(), 4U) << number[0];
  }
  // Still a word that is to be left out.
  EXPECT_THAT(run({"search", "pact", "-nato"}).err, HasSubstr("\"-nato\" looks like an option"));
  EXPECT_THAT(run({"search", "-n", "many", "pact"}).err,
              StartsWith("ibid: --limit: \"many\" is not a whole number\n"));
}

TEST_F(SearchCommand, CountsOnly) {
  const RunResult some = run({"search", "--count", "S-400"});
  EXPECT_EQ(some.exit_code, 0);
  EXPECT_EQ(some.out, "3\n");
  EXPECT_EQ(some.err, "");
  EXPECT_EQ(run({"search", "--count", "협정 lang:ko"}).out,
            std::to_string(ids({"--limit", "100", "협정 lang:ko"}).size()) + "\n");
  const RunResult none = run({"search", "--count", "qqqqqq \"xylophone"});
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_EQ(none.out, "0\n");
  EXPECT_THAT(none.err, StartsWith("ibid: note: unmatched \" read as text\n"));
  const std::vector<Json> lines = search({"--count", "S-400"});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines.back()["matches"], 3);
}

TEST_F(SearchCommand, ShowsWhatSaysNearlyTheSameOnce) {
  write("copies/first-2024-07-01.txt", "The zebra crossing by the quay was painted 3 times.\n");
  write("copies/other-2024-07-02.txt", "The Zebra crossing by the quay was painted 3 times!\n");
  write("copies/third-2024-07-03.txt", "The zebra crossing by the quay was painted 4 times.\n");
  write("copies/넷째-2024-07-04.txt", "부두의 zebra 건널목은 세 번 칠해졌다.\n");
  write("copies/다섯째-2024-07-05.txt", "부두의 zebra 건널목이 세 번 칠해졌다.\n");
  ASSERT_EQ(run({"index", "copies"}).exit_code, 0);
  const std::string folded = run({"search", "zebra"}).out;
  EXPECT_THAT(folded, AllOf(StartsWith("5 of 18 passages match · showing "),
                            HasSubstr(" · 2 more nearly alike (--all) · ")));
  EXPECT_THAT(folded, AllOf(HasSubstr("and 1 more, nearly alike: "), HasSubstr("4 times")));
  const auto shown = [](const std::string& text) {
    const std::vector<std::string> lines = split_lines(text);
    return std::count(lines.begin(), lines.end(), "   cites no source");
  };
  EXPECT_EQ(shown(folded), 3);
  EXPECT_EQ(shown(run({"search", "--all", "zebra"}).out), 5);
  EXPECT_THAT(run({"search", "--all", "zebra"}).out, Not(HasSubstr("nearly")));
  EXPECT_THAT(ids({"zebra"}), SizeIs(5));  // JSON has all
}

// Dates are those of the file names; notes.md has none.
TEST_F(SearchCommand, SaysWhatHasNoDate) {
  const Json end = search({"S-400 date:2024"}).back();
  EXPECT_EQ(end["matches"], 2);
  EXPECT_EQ(end["undated"].dump(), R"({"passages":1,"reports":1})");
  EXPECT_THAT(run({"search", "S-400 date:>2023"}).out,
              HasSubstr("\nnote: 1 passage of 1 report without a date is left out; date:none finds "
                        "it\n"));
  EXPECT_EQ(run({"search", "--count", "S-400 date:2020"}).out, "0\n");
  EXPECT_THAT(ids({"S-400 date:none"}), ElementsAre("notes#0.2"));
  for (const char* query : {"S-400", "S-400 date:2024 date:none", "S-400 -date:2024",
                            "함정이 date:none", "S-400 AND NOT date:2024", "India date:2024"}) {
    EXPECT_EQ(search({query}).back()["undated"].dump(), R"({"passages":0,"reports":0})") << query;
  }
  EXPECT_EQ(search({"S-400 OR date:2020"}).back()["undated"]["reports"], 1);
}

TEST_F(SearchCommand, CountsDatesBackFromTheClock) {
  const auto day = [](int before) {
    const std::time_t then = std::time(nullptr) - before * 24 * 3600;
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", std::localtime(&then));
    return std::string(text.data());
  };
  // Once each: midnight may pass in between.
  const std::string late = "a-" + day(2), early = "나-" + day(12);
  write("news/" + late + ".txt", "The zebra crossing is new.\n");
  write("news/" + early + ".txt", "zebra 건널목이 생긴다.\n");
  ASSERT_EQ(run({"index", "news"}).exit_code, 0);
  EXPECT_THAT(ids({"zebra date:7d"}), ElementsAre(late + "#0.1"));
  EXPECT_THAT(ids({"zebra date:4주"}), SizeIs(2));
  EXPECT_THAT(ids({"zebra date:20d..8d"}), ElementsAre(early + "#0.1"));
  EXPECT_THAT(ids({"zebra date:<1w"}), ElementsAre(early + "#0.1"));
}

// A word that is corrected is offered unless the hits have it in that spelling.
TEST_F(SearchCommand, OffersNoWordThatTheHitsShow) {
  // The word is also found as it is spelt in the report.
  EXPECT_TRUE(search({"tonnnes"}).back()["suggestion"].is_null());
  const auto offered = [this](const std::string& query) {
    return search({"--literal", query}).back()["suggestion"].dump();
  };
  EXPECT_EQ(offered("tonnnes"), "\"tonnes\"");
  EXPECT_EQ(offered("tonnes tonnnes"), "null");
  EXPECT_EQ(offered("tonnes Tonnnes navvies"), "\"tonnes Tonnnes navies\"");
  EXPECT_EQ(offered("급유는 tonnnes"), "\"급유는 tonnes\"");
  EXPECT_EQ(offered("급유는 tonnes tonnnes"), "null");
}

TEST_F(SearchCommand, BytesOfTheFileAreTheText) {
  for (const char* query : {"pact", "협정", "S-400"}) {
    for (const Json& hit : search({query})) {
      if (hit["type"] != "hit") continue;
      EXPECT_EQ(file_bytes(hit, hit["bytes"]), hit["passage"]["text"].get<std::string>());
      for (const Json& citation : hit["citations"]) {
        EXPECT_EQ(file_bytes(hit, citation["bytes"]), citation["source"].get<std::string>());
      }
    }
  }
}

TEST_F(SearchCommand, TellsSourcesWithTheirSentence) {
  const auto lines = search({"--limit", "1", "second delivery slipped"});
  EXPECT_EQ(lines[1]["passage"]["id"], kDelivery);
  std::vector<std::string> sources;
  for (const Json& citation : lines[1]["citations"]) {
    EXPECT_EQ(citation["sentence"], 1);
    sources.push_back(citation["source"]);
  }
  EXPECT_THAT(sources, ElementsAre("go-public-news-eng-N5540021-0-0",
                                   "go-public-web-eng-2877220144866105163-0-0"));
  EXPECT_THAT(run({"search", "--limit", "1", "officials partnership"}).out,
              HasSubstr("\n   cites no source\n"));
}

TEST_F(SearchCommand, FiltersBySource) {
  EXPECT_THAT(ids({"cites:go-public-web-eng-2877220144866105163-0-0"}),
              UnorderedElementsAre(kPort, kDelivery));
  EXPECT_THAT(ids({"cites:none pact"}), Not(Contains(kPort)));
}

TEST_F(SearchCommand, FiltersByFigures) {
  EXPECT_THAT(ids({"year:2026"}), ElementsAre(kDelivery));
  EXPECT_THAT(ids({"India year:2025..2030"}), ElementsAre(kDelivery));
  EXPECT_THAT(ids({"+5천"}), Contains(kPort));  // "5,000 tonnes"
}

TEST_F(SearchCommand, ExclusionsComeAfterTwoDashes) {
  EXPECT_THAT(ids({"S-400"}), Contains(kIndia));
  EXPECT_THAT(ids({"--", "S-400", "-India"}), Not(Contains(kIndia)));
  EXPECT_THAT(ids({"S-400", "--", "-India"}), Not(Contains(kIndia)));
  EXPECT_THAT(ids({"--limit", "5", "--", "--", "-India", "S-400"}), Not(Contains(kIndia)));
  EXPECT_THAT(ids({"S-400 -India"}), Not(Contains(kIndia)));  // one argument, no option
}

TEST_F(SearchCommand, TakesWordsThatLookLikeSomethingElse) {
  for (const char* word : {"search", "info", "[person]", "{pact}", "a,b", "@x", "%"}) {
    EXPECT_EQ(search({"pact", word}).front()["query"], std::string("pact ") + word);
  }
}

TEST_F(SearchCommand, ReadsTheQueryFromStandardInput) {
  RunOptions piped = options();
  piped.input = "S-400 \"no limits\"\n";
  const auto lines = parse_lines(run({"search", "--format", "jsonl", "-"}, piped).out);
  EXPECT_EQ(lines.front()["query"], "S-400 \"no limits\"");
  EXPECT_EQ(lines[1]["passage"]["id"], kIndia);
}

TEST_F(SearchCommand, AWrongOperatorIsPointedAt) {
  const RunResult result = run({"search", "협정 AND"});
  EXPECT_EQ(result.exit_code, 2);
  const auto lines = split_lines(result.err);
  ASSERT_EQ(lines.size(), 3U) << result.err;
  EXPECT_THAT(lines[0], StartsWith("ibid: "));
  EXPECT_THAT(lines[1], HasSubstr("협정 AND"));
  EXPECT_THAT(lines[2], HasSubstr("^"));
  EXPECT_THAT(result.out, IsEmpty());
}

TEST_F(SearchCommand, AFigureThatIsNoneIsPointedAt) {
  const RunResult result = run({"search", "pact amount:lots"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("\"lots\" is not an amount of money; write amount:200bn"));
  EXPECT_THAT(result.err, HasSubstr("pact amount:lots\n            ^^^^\n"));
  EXPECT_THAT(result.out, IsEmpty());
}

TEST_F(SearchCommand, AnyOtherTextIsAQuery) {
  for (const char* query : {"\"", "(", ")", "+", "- -", "What did Dr. Lee's pact (2024) say?!",
                            "a:b", "협정은 왜 서명됐나요?", "'", "\xFF\xFE", "*", "\x1b[31m"}) {
    const RunResult result = run({"search", "--", query});
    EXPECT_THAT(result.exit_code, testing::AnyOf(0, 1)) << query << result.err;
    EXPECT_THAT(result.out, Not(HasSubstr("\x1b"))) << query;
  }
}

TEST_F(SearchCommand, ALimitAndAnOffsetCutTheSameList) {
  const auto all = ids({"--limit", "100", "pact OR 협정 OR S-400"});
  ASSERT_GE(all.size(), 4U);
  EXPECT_THAT(ids({"--limit", "2", "--offset", "1", "pact OR 협정 OR S-400"}),
              ElementsAre(all[1], all[2]));
}

TEST_F(SearchCommand, SortsByDateAndReport) {
  const auto by_date = search({"--sort", "date", "S-400"});
  EXPECT_EQ(by_date[1]["report"]["date"], "2024-06-28");
  EXPECT_EQ(by_date[2]["report"]["date"], "2024-06-27");
  EXPECT_THAT(ids({"--sort", "report", "S-400"}), ElementsAre(kIndiaKo, kIndia, "notes#0.2"));
}

TEST_F(SearchCommand, CountsFacets) {
  const Json end =
      search({"--limit", "0", "--facets", "language", "--facets", "report", "S-400"}).back();
  EXPECT_EQ(end["facets"]["language"].dump(),
            R"([{"value":"en","count":2},{"value":"ko","count":1}])");
  EXPECT_THAT(keys(end["facets"]), ElementsAre("language", "report"));
}

TEST_F(SearchCommand, MarksHitsOfChangedFiles) {
  const auto stale = [this] { return search({"--limit", "1", "India", "S-400"})[1]["stale"]; };
  EXPECT_EQ(stale(), false);
  write("reports/harbour-pact-2024-06-27.txt", "Something else.\n");
  EXPECT_EQ(stale(), true);
  EXPECT_THAT(run({"search", "India"}).out, HasSubstr("stale: "));
}

TEST_F(SearchCommand, ColoursOnlyWhenAskedOrOnATerminal) {
  EXPECT_THAT(run({"search", "pact"}).out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(run({"search", "--color", "always", "pact"}).out, HasSubstr("\x1b[1;31mpact\x1b[0m"));
  RunOptions no_color = options();
  no_color.environment["NO_COLOR"] = "1";
  // The command line wins (no-color.org).
  EXPECT_THAT(run({"search", "--color", "always", "pact"}, no_color).out, HasSubstr("\x1b["));
}

TEST_F(SearchCommand, ShowsWholePassagesWhenAsked) {
  std::string text = "The convoy left at dawn.";
  for (int i = 0; i < 100; ++i)
    text += " Nothing of note happened on day " + std::to_string(i) + ".";
  write("more/long.txt", text + " Then the submarine surfaced.\n");
  ASSERT_EQ(run({"index", "more"}).exit_code, 0);
  const std::string snippet = run({"search", "submarine"}).out;
  EXPECT_THAT(snippet, AllOf(HasSubstr("submarine"), HasSubstr("… "), Not(HasSubstr("dawn"))));
  EXPECT_THAT(run({"search", "--long", "submarine"}).out,
              AllOf(HasSubstr("dawn"), Not(HasSubstr("…"))));
  EXPECT_EQ(run({"search", "--full", "submarine"}).out, run({"search", "--long", "submarine"}).out);
  EXPECT_EQ(run({"search", "--long", "--snippet", "submarine"}).exit_code, 2);
}

}  // namespace
}  // namespace ibid
