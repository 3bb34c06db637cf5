// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid export and ibid cite, on the fixtures: what is exported, in which order, exit codes, errors.
#include <algorithm>

#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

constexpr char kEnglish[] = "harbour-pact-2024-06-27#2-2.1";
constexpr char kKorean[] = "hangman-hyeopjeong-2024-06-28#2-1.1";

class ExportCommandTest : public CommandTest {
 protected:
  void SetUp() override { index_fixtures(); }

  std::string exported(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "export");
    return run(arguments).out;
  }
  std::vector<std::string> ids(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "tsv", "--fields", "id"});
    std::vector<std::string> lines = split_lines(exported(arguments));
    lines.erase(lines.begin());
    return lines;
  }
};

TEST_F(ExportCommandTest, TakesEverythingInTheOrderOfReportsAndPlaces) {
  const std::vector<std::string> all = ids({"--all"});
  ASSERT_EQ(all.size(), 13U);
  // The files in order of their ids; each as `ibid show` lists it, which is file order.
  std::vector<std::string> expected;
  for (const char* report : {"hangman-hyeopjeong-2024-06-28", "harbour-pact-2024-06-27", "notes"}) {
    for (const Json& line : jsonl({"show", report})) {
      if (line["type"] == "passage") expected.push_back(line["passage"]["id"]);
    }
  }
  EXPECT_EQ(all, expected);
}

TEST_F(ExportCommandTest, GivesTheSameBytesWhateverTheHistory) {
  const std::vector<std::string> all = {"--all", "--format", "jsonl", "--fields",
                                        "permalink,begin,end,sources,text"};
  const std::string before = exported(all);
  // Another order of commits: one report is removed and comes back last.
  const auto kept = path("kept.txt");
  fs::rename(path("reports/hangman-hyeopjeong-2024-06-28.txt"), kept);
  ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  EXPECT_NE(exported(all), before);
  fs::rename(kept, path("reports/hangman-hyeopjeong-2024-06-28.txt"));
  ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  EXPECT_EQ(exported(all), before);
}

TEST_F(ExportCommandTest, TakesWhatMatches) {
  EXPECT_THAT(ids({"급유"}), ElementsAre("hangman-hyeopjeong-2024-06-28#1.1", kKorean));
  EXPECT_THAT(ids({"\"no limits\""}), ElementsAre(kEnglish));
  const RunResult nothing = run({"export", "xylophone", "--format", "csl-json"});
  EXPECT_EQ(nothing.exit_code, 1);
  EXPECT_EQ(nothing.out, "[\n]\n");
}

// Excel on a Korean Windows reads a file without the mark as CP949. One row or none: the mark
// comes first, and once.
TEST_F(ExportCommandTest, BeginsCsvWithAByteOrderMarkIfAsked) {
  const std::string mark = "\xEF\xBB\xBF";
  for (const std::vector<std::string>& asked :
       {std::vector<std::string>{"export", "--all", "--what", "citations"},
        {"export", "--all"},
        {"export", "xylophone"},
        {"export", "--all", "--what", "sources", "--formula-safe"}}) {
    std::vector<std::string> plain = asked, marked = asked;
    plain.insert(plain.end(), {"--format", "csv"});
    marked.insert(marked.end(), {"--format", "csv", "--bom"});
    EXPECT_EQ(run(marked).out, mark + run(plain).out) << asked.back();
  }
}

TEST_F(ExportCommandTest, ExportsEachCitation) {
  EXPECT_EQ(exported({"--all", "--what", "citations", "--format", "csv", "--fields",
                      "source,id,sentence"}),
            "source,id,sentence\r\n"
            "go-public-web-kor-N8120-0-0,hangman-hyeopjeong-2024-06-28#2-1.1,1\r\n"
            "go-public-web-eng-2877220144866105163-0-0,harbour-pact-2024-06-27#2-1.1,1\r\n"
            "go-public-news-eng-N5540021-0-0,harbour-pact-2024-06-27#2-2.2,1\r\n"
            "go-public-web-eng-2877220144866105163-0-0,harbour-pact-2024-06-27#2-2.2,1\r\n");
  const std::vector<Json> lines = jsonl({"export", "--all", "--what", "citations"});
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[0]["sentence"]["text"],
            "협정은 네 항구와 10년의 기한을 정한다 (출처: go-public-web-kor-N8120-0-0).");
  EXPECT_EQ(lines[4]["type"], "end");
  EXPECT_EQ(lines[4]["records"], 4);
  EXPECT_EQ(lines[4]["complete"], true);
}

TEST_F(ExportCommandTest, ExportsSources) {
  const std::vector<std::string> by_id = {"--what", "sources",  "--format",
                                          "tsv",    "--fields", "source,passages"};
  std::vector<std::string> all = by_id;
  all.emplace_back("--all");
  EXPECT_EQ(exported(all),
            "source\tpassages\ngo-public-news-eng-N5540021-0-0\t1\n"
            "go-public-web-eng-2877220144866105163-0-0\t2\ngo-public-web-kor-N8120-0-0\t1\n");
  write("ids", "go-public-web-kor-N8120-0-0\r\n없는 출처\n");
  std::vector<std::string> some = by_id;
  some.insert(some.begin(), {"export", "--ids-from", "ids"});
  const RunResult result = run(some);
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_EQ(result.out, "source\tpassages\ngo-public-web-kor-N8120-0-0\t1\n");
  EXPECT_EQ(result.err, "ibid: line 2: no report cites or lists 없는 출처\n");
}

TEST_F(ExportCommandTest, SaysWhichIdsItDoesNotFindAndExportsTheOthers) {
  RunOptions options = this->options();
  options.input = std::string(kEnglish) + "@0ccbafd7ce0b\n\nno-such#1.1\n" + kKorean + "\n" +
                  kEnglish + "@000000000000\n";
  const std::vector<std::string> arguments = {"export", "--ids-from", "-", "--format",
                                              "tsv",    "--fields",   "id"};
  const RunResult result = run(arguments, options);
  EXPECT_EQ(result.exit_code, 1);
  // In the order of the index, each passage once.
  EXPECT_EQ(result.out, "id\n" + std::string(kKorean) + "\n" + kEnglish + "\n");
  EXPECT_EQ(result.err,
            "ibid: line 3: the index holds no passage no-such#1.1\n"
            "ibid: line 5: " +
                std::string(kEnglish) +
                "@000000000000 now has another text; ibid resolve says where "
                "the cited one is\n");
  options.input = std::string("\xEF\xBB\xBF") + kKorean + "\nwhat is this\x1b[31m\n" +
                  std::string(3 << 20, 'x') + "\n";
  const RunResult broken = run(arguments, options);
  EXPECT_EQ(broken.exit_code, 2);
  EXPECT_EQ(broken.out, "id\n" + std::string(kKorean) + "\n");
  EXPECT_THAT(split_lines(broken.err),
              ElementsAre("ibid: line 2: \"what is this\\u{1B}[31m\" is neither a passage id nor a "
                          "permalink",
                          "ibid: line 3: the line is longer than any id; at most 4096 bytes can be "
                          "read"));
  options.input = std::string("{\"permalink\": \"") + kEnglish + "@0ccbafd7ce0b\"}\n{\"id\": 7}\n";
  const RunResult json = run(arguments, options);
  EXPECT_EQ(json.exit_code, 2);
  EXPECT_EQ(json.out, "id\n" + std::string(kEnglish) + "\n");
  EXPECT_EQ(json.err,
            "ibid: line 2: the object has no \"permalink\" and no \"id\" that is a string\n");
}

TEST_F(ExportCommandTest, SaysWhichFilesHoldNoIds) {
  write("binary", std::string("PK\x03\x04\0\0", 6));
  write("empty", "");
  write("blank", "\n \r\n\t\n");
  // The NUL is so late that only reading finds it.
  write("late", std::string(kKorean) + "\n" + std::string(10'000, '\n') + '\0' + "\n" + kEnglish);
  const std::vector<std::pair<std::string, std::string>> table = {
      {"binary",
       "cannot read ids from binary: it contains NUL bytes, so it is not UTF-8 text; convert "
       "it first"},
      {"empty", "empty contains no ids; write one per line"},
      {"blank", "blank contains no ids; write one per line"},
      {"none.txt", "cannot read ids from none.txt: No such file or directory"},
      {"reports", "cannot read ids from reports: it is a folder"},
  };
  for (const auto& [file, says] : table) {
    const RunResult result =
        run({"export", "--ids-from", file, "--format", "csv", "--output", "out.csv"});
    EXPECT_EQ(result.exit_code, 2) << file;
    EXPECT_EQ(result.err, "ibid: " + says + "\n");
    EXPECT_FALSE(fs::exists(path("out.csv"))) << file;
  }
  const RunResult late = run({"export", "--ids-from", "late", "--format", "tsv", "--fields", "id"});
  EXPECT_EQ(late.exit_code, 2);
  EXPECT_EQ(late.out, "id\n" + std::string(kKorean) + "\n");
  EXPECT_EQ(late.err,
            "ibid: cannot read ids from late: line 10002: it contains NUL bytes, so it is not "
            "UTF-8 text; convert it first\n");
}

TEST_F(ExportCommandTest, WritesAFileThatIsWholeOrNotThere) {
  EXPECT_EQ(run({"export", "--all", "--format", "ris", "--output", "out.ris"}).out, "");
  RunOptions options = this->options();
  options.output_file = path("direct.ris");
  run({"export", "--all", "--format", "ris"}, options);
  ASSERT_TRUE(fs::exists(path("out.ris")));
  EXPECT_GT(fs::file_size(path("out.ris")), 500U);
  EXPECT_EQ(fs::file_size(path("out.ris")), fs::file_size(path("direct.ris")));
  const auto before = snapshot(folder_);
  EXPECT_EQ(run({"export", "pact", "AND", "--format", "ris", "--output", "out.ris"}).exit_code, 2);
  EXPECT_EQ(snapshot(folder_), before);  // not touched, and no leftover beside it
  const RunResult none =
      run({"export", "--all", "--format", "ris", "--output", "no/such/folder/out.ris"});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_EQ(none.err, "ibid: cannot write no/such/folder/out.ris: No such file or directory\n");
  const RunResult device = run({"export", "--all", "--format", "ris", "--output", "/dev/null"});
  EXPECT_EQ(device.exit_code, 2);
  EXPECT_EQ(device.err, "ibid: cannot write /dev/null: it is a device or pipe; name a file\n");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  // The target of a link is replaced, not the link.
  fs::create_symlink("out.ris", path("link.ris"));
  write("out.ris", "old");
  EXPECT_EQ(run({"export", "--all", "--format", "ris", "--output", "link.ris"}).exit_code, 0);
  EXPECT_TRUE(fs::is_symlink(path("link.ris")));
  EXPECT_GT(fs::file_size(path("out.ris")), 500U);
}

TEST_F(ExportCommandTest, EndsQuietlyWhereTheReaderLeft) {
  RunOptions options = this->options();
  options.closed_output = true;
  const RunResult result = run({"export", "--all", "--format", "jsonl"}, options);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, IsEmpty());
}

TEST_F(ExportCommandTest, SaysWhatIsWrong) {
  struct Case {
    std::vector<std::string> arguments;
    std::string says;
  };
  const std::vector<Case> table = {
      {{"--format", "csv"}, "nothing to export: give a query, --all or --ids-from"},
      {{"--all", "pact", "--format", "csv"}, "a query, --all and --ids-from exclude each other"},
      {{"--all"}, "export needs --format; see 'ibid export --help'"},
      {{"--all", "--format", "xml"}, "is not one of jsonl, csv, tsv, csl-json"},
      {{"--all", "--what", "words", "--format", "csv"},
       "is not one of passages, sources, citations"},
      {{"--all", "--format", "ris", "--fields", "id"}, "--fields goes with jsonl, csv and tsv"},
      {{"--all", "--format", "tsv", "--formula-safe"}, "--formula-safe goes with csv only"},
      {{"--all", "--format", "jsonl", "--bom"}, "--bom goes with csv only"},
      {{"--all", "--format", "tsv", "--style", "apa"}, "--style goes with text and markdown only"},
      {{"--all", "--format", "csv", "--fields", "txt"}, "passages have no field \"txt\""},
      {{"--all", "--format", "ris", "--what", "citations"}, "a bibliography lists works: "},
      {{"--all", "--format", "webannotation", "--what", "sources"}, "--what citations has"},
  };
  for (const Case& c : table) {
    std::vector<std::string> arguments = c.arguments;
    arguments.insert(arguments.begin(), "export");
    const RunResult result = run(arguments);
    EXPECT_EQ(result.exit_code, 2) << c.says;
    EXPECT_THAT(result.err, HasSubstr(c.says));
    EXPECT_THAT(result.out, IsEmpty());
  }
}

TEST_F(ExportCommandTest, AnnotationsPointIntoTheFile) {
  const Json page = Json::parse(exported({"급유", "--format", "webannotation"}));
  EXPECT_EQ(page["@context"], "http://www.w3.org/ns/anno.jsonld");
  ASSERT_EQ(page["items"].size(), 2U);
  const Json& selectors = page["items"][1]["target"]["selector"];
  ASSERT_EQ(selectors.size(), 3U);
  // The text of the file as it is: what stands at the bytes, and the code points before it.
  const std::string file = read_all(path("reports/hangman-hyeopjeong-2024-06-28.txt"));
  const std::size_t begin = selectors[2]["start"], end = selectors[2]["end"];
  const std::string exact = file.substr(begin, end - begin);
  EXPECT_THAT(exact, HasSubstr("급유"));
  EXPECT_EQ(selectors[0]["exact"], exact);
  const auto code_points = [](const std::string& text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  };
  EXPECT_EQ(selectors[1]["start"], code_points(file.substr(0, begin)));
  EXPECT_EQ(selectors[1]["end"], code_points(file.substr(0, end)));
  EXPECT_TRUE(file.substr(0, begin).ends_with(selectors[0]["prefix"].get<std::string>()));
  EXPECT_TRUE(file.substr(end).starts_with(selectors[0]["suffix"].get<std::string>()));
  // The file has changed: only the quotation is known.
  write("reports/hangman-hyeopjeong-2024-06-28.txt", "다른 글\n");
  const Json stale = Json::parse(exported({"급유", "--format", "webannotation"}));
  ASSERT_EQ(stale["items"][1]["target"]["selector"].size(), 1U);
  EXPECT_EQ(stale["items"][1]["target"]["selector"][0]["exact"], selectors[0]["exact"]);
}

TEST_F(ExportCommandTest, CitesAFew) {
  const RunResult text = run({"cite", kEnglish, kKorean});
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_THAT(text.out,
              AllOf(StartsWith("goover, Harbour Pact: What Two Navies Signed, 2024-06-27, section "
                               "2-2.\n    harbour-pact-2024-06-27#2-2.1@0ccbafd7ce0b\n"),
                    HasSubstr("\ngoover, 항만 협정: 두 해군이 서명한 것, 2024-06-28, 2-1절.\n")));
  const RunResult note = run({"cite", "--format", "markdown", "--style", "apa", kEnglish});
  EXPECT_THAT(note.out, HasSubstr("goover. (2024, June 27). *Harbour Pact: "));
  const RunResult one =
      run({"cite", "--format", "csl-json", kEnglish, kEnglish, "harbour-pact-2024-06-27#2-1.1"});
  const Json item = Json::parse(one.out);
  ASSERT_EQ(item.size(), 1U);
  EXPECT_EQ(item[0]["custom"]["citation-items"].size(), 2U);
  EXPECT_EQ(item[0]["custom"]["citation-items"][0]["locator"], "2‑2");
}

TEST_F(ExportCommandTest, CiteSaysWhatIsNotThere) {
  const RunResult result =
      run({"cite", "no-such#1.1", kKorean, std::string(kEnglish) + "@000000000000"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, StartsWith("goover, 항만 협정"));
  EXPECT_THAT(result.err, AllOf(HasSubstr("ibid: the index holds no passage no-such#1.1\n"),
                                HasSubstr("now has another text")));
  const RunResult report = run({"cite", "harbour-pact-2024-06-27"});
  EXPECT_EQ(report.exit_code, 2);
  EXPECT_THAT(report.err, HasSubstr("is not a passage id; one is like report#7-2.1"));
}

}  // namespace
}  // namespace ibid
