// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid sources and ibid source, on the fixtures: what they print for scripts, exit codes, errors.
#include "corpus/text/display_width.h"
#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

// Cited in 2-1 and 2-2 of the English fixture, once each; 2-2 cites kNews too.
constexpr char kWeb[] = "go-public-web-eng-2877220144866105163-0-0";
constexpr char kNews[] = "go-public-news-eng-N5540021-0-0";
constexpr char kKorean[] = "go-public-web-kor-N8120-0-0";

class SourcesCommand : public CommandTest {
 protected:
  void SetUp() override { index_fixtures(); }
};

TEST_F(SourcesCommand, ListsForScripts) {
  const RunResult result = run({"sources", "--format", "jsonl"});
  EXPECT_EQ(result.exit_code, 0);
  const std::vector<Json> lines = parse_lines(result.out);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0].dump(),
            R"({"type":"source","schema_version":2,"source":")" + std::string(kWeb) +
                R"(","form":"id","title":"","publisher":"","url":"","language":"eng","kind":"web",)"
                R"("passages":2,"reports":1,"listings":0,"first_date":"2024-06-27",)"
                R"("last_date":"2024-06-27","two_titles":false,"titles":[]})");
  EXPECT_EQ(lines[1]["source"], kNews);
  EXPECT_EQ(lines[2]["source"], kKorean);
  EXPECT_EQ(lines[2]["first_date"], "2024-06-28");
  EXPECT_EQ(lines[3].dump(), R"({"type":"sources","schema_version":2,"sources":3,"passages":13,)"
                             R"("citing_passages":3,"two_titles":0,"returned":3})");
}

TEST_F(SourcesCommand, SortsAndTakesAQuery) {
  const auto names = [this](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "sources");
    std::vector<std::string> out;
    for (const Json& line : jsonl(arguments)) {
      if (line["type"] == "source") out.push_back(line["source"]);
    }
    return out;
  };
  EXPECT_THAT(names({"--sort", "id"}), ElementsAre(kNews, kWeb, kKorean));
  EXPECT_THAT(names({"--sort", "date"}), ElementsAre(kKorean, kNews, kWeb));
  EXPECT_THAT(names({"급유"}), ElementsAre(kKorean));
  EXPECT_THAT(names({"delivery", "India"}), ElementsAre(kNews, kWeb));
  // 2-2, found by its report's title; 2-1 names a term.
  EXPECT_THAT(names({"--", "pact", "-term"}), ElementsAre(kNews, kWeb));
  EXPECT_THAT(names({"Admiral"}), IsEmpty());
  const std::vector<Json> lines = jsonl({"sources", "급유"});
  EXPECT_EQ(lines.front()["type"], "query");
  EXPECT_EQ(lines.front()["query"], "급유");
}

TEST_F(SourcesCommand, ListsAtMostAsManyAsAsked) {
  const std::vector<Json> lines = jsonl({"sources", "-n", "2"});
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0]["source"], kWeb);
  EXPECT_EQ(lines[2]["sources"], 3);
  EXPECT_EQ(lines[2]["returned"], 2);
  EXPECT_THAT(run({"sources", "--limit", "1"}).out, StartsWith("3 sources · showing 1 · 3 of "));
  EXPECT_THAT(run({"sources", "-n", "1", "급유"}).out, Not(HasSubstr("showing")));
  EXPECT_EQ(split_lines(run({"sources", "-n1", "--format", "csv"}).out).size(), 2U);
  EXPECT_EQ(run({"sources", "-n", "0"}).exit_code, 2);
}

TEST_F(SourcesCommand, WritesCsv) {
  write("reports/list-2024-07-01.txt",
        "List\n\nGOOVER DAILY REPORT July 1, 2024\ngoover\n\n2. Part\n\n  • A claim (source: " +
            std::string(kWeb) + ").\n\n3. Source Documents\n\n  • =SUM(A1), \"다\" - Ledger (" +
            kWeb + ")\n");
  ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  const RunResult result = run({"sources", "--format", "csv", "claim"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out,
            "source,form,title,publisher,url,language,kind,passages,reports,listings,first_date,"
            "last_date,other_titles\r\n" +
                std::string(kWeb) +
                ",id,\"'=SUM(A1), \"\"다\"\"\",Ledger,,eng,web,1,1,1,2024-07-01,2024-07-01,\r\n");
}

// Excel on a Korean Windows reads a file without the mark as CP949.
TEST_F(SourcesCommand, BeginsCsvWithAByteOrderMarkIfAsked) {
  const RunResult plain = run({"sources", "--format", "csv"});
  const RunResult marked = run({"sources", "--format", "csv", "--bom"});
  EXPECT_EQ(marked.exit_code, 0);
  EXPECT_EQ(marked.out, "\xEF\xBB\xBF" + plain.out);
  const RunResult wrong = run({"sources", "--bom"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.err, StartsWith("ibid: --bom goes with csv only"));
}

TEST_F(SourcesCommand, WithoutSourcesExitsWithOne) {
  const RunResult text = run({"sources", "xylophone"});
  EXPECT_EQ(text.exit_code, 1);
  EXPECT_EQ(text.out, "no source (searched 0 passages that match)\n");
  const RunResult csv = run({"sources", "--format", "csv", "xylophone"});
  EXPECT_EQ(csv.exit_code, 1);
  EXPECT_THAT(csv.out, AllOf(StartsWith("source,form,"), testing::EndsWith("other_titles\r\n")));
}

TEST_F(SourcesCommand, PointsAtErrorsInTheQuery) {
  const RunResult result = run({"sources", "pact", "AND"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("\npact AND\n     ^^^\n"));
  EXPECT_THAT(run({"sources", "-pact"}).err, HasSubstr("ibid sources -- QUERY -pact"));
  EXPECT_THAT(run({"sources", "--format", "xml"}).err, HasSubstr("is not one of text, jsonl, csv"));
  EXPECT_THAT(run({"source", kWeb, "--format", "csv"}).err, HasSubstr("is not one of text, jsonl"));
}

TEST_F(SourcesCommand, ShowsACardForScripts) {
  const RunResult result = run({"source", kWeb, "--format", "jsonl"});
  EXPECT_EQ(result.exit_code, 0);
  const std::vector<Json> lines = parse_lines(result.out);
  std::vector<std::string> types;
  for (const Json& line : lines) types.push_back(line["type"]);
  ASSERT_THAT(types, ElementsAre("source", "citing", "citing", "beside", "share"));
  EXPECT_EQ(lines[0]["parts"].dump(),
            R"({"provider":"go","visibility":"public","kind":"web","language":"eng",)"
            R"("key":"2877220144866105163","chunks":[0,0]})");
  EXPECT_EQ(lines[0]["siblings"].dump(), "[]");
  EXPECT_EQ(lines[1]["rests"], true);
  EXPECT_EQ(lines[1]["sentences"][0]["sentence"], 1);
  EXPECT_EQ(lines[2]["rests"], false);
  EXPECT_EQ(lines[3]["source"], kNews);
  // The English fixture has six bullets that are not headings: one each in 1, 2-1, 3, 4-1, two in
  // 2-2.
  Json share = lines[4];
  share.erase("report");
  EXPECT_EQ(share.dump(), R"({"type":"share","schema_version":2,"passages":6,"cited_passages":2,)"
                          R"("citing_passages":2,"resting_passages":1,"citing_sentences":2,)"
                          R"("resting_sentences":1,"share":0.1667,"share_of_cited":0.5})");
}

TEST_F(SourcesCommand, SaysWhichSourceItDoesNotKnow) {
  const RunResult near = run({"source", "go-public-web-kor-N8120-0-3"});
  EXPECT_EQ(near.exit_code, 1);
  EXPECT_THAT(near.out, IsEmpty());
  EXPECT_EQ(near.err,
            "ibid: no report cites or lists go-public-web-kor-N8120-0-3; did you mean "
            "go-public-web-kor-N8120-0-0?\n");
  const RunResult far = run({"source", "연합\x1b[31m뉴스"});
  EXPECT_EQ(far.exit_code, 1);
  EXPECT_EQ(far.err, "ibid: no report cites or lists 연합\\u{1B}[31m뉴스\n");
  EXPECT_EQ(run({"source", " "}).exit_code, 2);
  EXPECT_EQ(run({"source"}).exit_code, 2);
}

TEST_F(SourcesCommand, FitsTheWidthAndEscapes) {
  write("reports/hostile-2024-07-01.txt",
        "H\n\nGOOVER DAILY REPORT July 1, 2024\ngoover\n\n2. Part\n\n  • A claim (source: the "
        "\x1b[31mred\xE2\x80\xAE words of 아주 긴 이름의 어느 신문사와 그 밖의 여러 곳에서 온 "
        "글).\n");
  ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  for (const char* command : {"sources", "source"}) {
    std::vector<std::string> arguments = {command, "--width", "40"};
    if (command == std::string("source")) arguments.emplace_back(kKorean);
    const RunResult result = run(arguments);
    EXPECT_THAT(result.out, AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\xE2\x80\xAE"))));
    for (const std::string& line : split_lines(result.out)) {
      if (line.find(' ', line.find_first_not_of(' ')) == std::string::npos) continue;  // one word
      EXPECT_LE(display_width(line), 40U) << line;
    }
  }
  EXPECT_THAT(run({"sources"}).out, HasSubstr("the \\u{1B}[31mred\\u{202E} words"));
  EXPECT_THAT(run({"sources", "--color", "always"}).out, HasSubstr("\x1b[32m"));
}

}  // namespace
}  // namespace ibid
