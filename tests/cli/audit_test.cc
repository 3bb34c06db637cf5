// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid audit over the sample reports: formats, exit codes, baseline, misuse. The findings of the
// rules are tested elsewhere; here all formats must say the same, with correct locations.
#include <algorithm>

#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++count;
  return count;
}

class AuditCommand : public CommandTest {
 protected:
  void SetUp() override {
    fs::copy(IBID_SOURCE_DIR "/corpus/samples", folder_ / "reports");
    ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  }

  RunResult audit(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "audit");
    return run(arguments);
  }

  std::vector<Json> findings(std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), "audit");
    std::vector<Json> out;
    for (const Json& line : jsonl(arguments)) {
      if (line["type"] == "finding") out.push_back(line);
    }
    return out;
  }

  std::size_t count_level(const std::string& level) {
    const auto all = findings();
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](const Json& finding) { return finding["level"] == level; }));
  }
};

TEST_F(AuditCommand, SaysTheSameInAllFormats) {
  const std::size_t all = findings().size();
  ASSERT_GT(all, 20U);
  const std::size_t notes = count_level("note"), errors = count_level("error");
  const std::size_t warnings = all - notes - errors;

  const RunResult text = audit({});
  EXPECT_EQ(text.exit_code, 1);
  EXPECT_THAT(text.out, HasSubstr("\n" + std::to_string(errors) + " error"));
  EXPECT_THAT(text.out, HasSubstr(", " + std::to_string(warnings) + " warnings, " +
                                  std::to_string(notes) + " notes\n"));
  EXPECT_EQ(count_of(text.out, "\n    warning "), warnings);

  const RunResult sarif = audit({"--format", "sarif"});
  EXPECT_EQ(sarif.exit_code, 1);
  EXPECT_EQ(Json::parse(sarif.out)["runs"][0]["results"].size(), all);

  const RunResult junit = audit({"--format", "junit"});
  EXPECT_EQ(junit.exit_code, 1);
  EXPECT_EQ(count_of(junit.out, "<failure "), warnings + errors);
  EXPECT_EQ(count_of(junit.out, "<system-out>"), notes);

  const RunResult html = audit({"--format", "html"});
  EXPECT_EQ(html.exit_code, 1);
  EXPECT_EQ(count_of(html.out, "<tr id=\"") - count_of(html.out, "<tr id=\"rule-"), all);
  const RunResult markdown = audit({"--format", "markdown"});
  EXPECT_EQ(markdown.exit_code, 1);
  EXPECT_EQ(count_of(markdown.out, "\n- **warning** "), warnings);
  EXPECT_EQ(count_of(markdown.out, "\n- **"), all);
  const RunResult csv = audit({"--format", "csv"});
  EXPECT_EQ(csv.exit_code, 1);
  EXPECT_EQ(count_of(csv.out, ",false,\r\n"), all);
  for (const RunResult& result : {text, sarif, junit, html, markdown, csv})
    EXPECT_THAT(result.err, IsEmpty());
}

TEST_F(AuditCommand, MarksOnlyCsv) {
  EXPECT_THAT(audit({"--format", "csv", "--bom"}).out, StartsWith("\xEF\xBB\xBFreport,title,"));
  for (const char* format : {"text", "jsonl", "markdown", "html"}) {
    const RunResult result = audit({"--format", format, "--bom"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, HasSubstr("--bom goes with csv only"));
  }
}

TEST_F(AuditCommand, WritesTheSameEachTime) {
  for (const char* format : {"text", "jsonl", "sarif", "junit", "html", "markdown", "csv"}) {
    EXPECT_EQ(audit({"--format", format}).out, audit({"--format", format}).out) << format;
  }
}

// Lines and columns are counted here by hand, from the bytes.
TEST_F(AuditCommand, PointsAtBytesLinesAndColumns) {
  std::size_t checked = 0;
  for (const Json& finding : findings()) {
    const Json& place = finding["place"];
    const std::size_t begin = place["bytes"]["begin"], end = place["bytes"]["end"];
    if (begin == end) continue;
    const std::string file = read_all(place["path"].get<std::string>());
    ASSERT_LE(end, file.size());
    const std::string before = file.substr(0, begin);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    EXPECT_EQ(place["line"], lines + 1);
    const std::string line_start = before.substr(before.rfind('\n') + 1);
    const auto letters = std::count_if(line_start.begin(), line_start.end(),
                                       [](char c) { return (c & 0xC0) != 0x80; });
    EXPECT_EQ(place["column"], letters + 1);
    if (place["line"] == place["end_line"]) {
      EXPECT_EQ(file.substr(begin, end - begin), place["excerpt"].get<std::string>());
    }
    ++checked;
  }
  EXPECT_GT(checked, 20U);
}

TEST_F(AuditCommand, FailsOnTheLevelThatWasAsked) {
  ASSERT_GT(count_level("error"), 0U);
  const std::vector<std::pair<std::vector<std::string>, int>> cases = {
      {{"--fail-on", "note", "--rules", "unsupported-summary"}, 1},
      {{"--rules", "unsupported-summary"}, 0},
      {{"--rules", "uncited-passage"}, 1},
      {{"--fail-on", "error", "--rules", "uncited-passage"}, 0},
      {{"--fail-on", "error", "--rules", "malformed-source-id"}, 1},
      {{"--fail-on", "error", "--rules", "uncited-passage", "--format", "junit"}, 0},
      {{"--rules", "list"}, 0}};
  for (const auto& [arguments, code] : cases) {
    const RunResult result = audit(arguments);
    EXPECT_EQ(result.exit_code, code) << result.out << result.err;
    EXPECT_EQ(result.out.find("<failure") != std::string::npos, false);
  }
}

TEST_F(AuditCommand, AcceptsABaselineWhileTheTextIsTheSame) {
  const std::size_t all = findings().size();
  write("known.txt", audit({"--write-baseline"}).out);
  EXPECT_EQ(split_lines(read_all(path("known.txt"))).size(), all + 1);  // and a comment
  const RunResult known = audit({"--fail-on", "note", "--baseline", "known.txt"});
  EXPECT_EQ(known.exit_code, 0);
  EXPECT_THAT(known.out,
              EndsWith("\n0 errors, 0 warnings, 0 notes, " + std::to_string(all) + " accepted\n"));
  const RunResult junit = audit({"--format", "junit", "--baseline", "known.txt"});
  EXPECT_EQ(count_of(junit.out, "<skipped "), all);
  const Json sarif =
      Json::parse(audit({"--format", "sarif", "--baseline", "known.txt"}).out)["runs"][0];
  for (const Json& result : sarif["results"]) EXPECT_EQ(result["suppressions"].size(), 1U);

  // One more line at the start of a report moves all of its locations and changes no text.
  const fs::path report = folder_ / "reports" / "bukhan-russia-joyak-2024-06-22.txt";
  std::string text = read_all(report);
  write("reports/bukhan-russia-joyak-2024-06-22.txt", "\n" + text);
  ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  EXPECT_EQ(audit({"--fail-on", "note", "--baseline", "known.txt"}).exit_code, 0);

  // A passage with another text is no longer the accepted one.
  const std::string word = "24년 만이다";
  ASSERT_NE(text.find(word), std::string::npos);
  text.replace(text.find(word), word.size(), "스물네 해 만이다");
  write("reports/bukhan-russia-joyak-2024-06-22.txt", text);
  ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  EXPECT_EQ(audit({"--baseline", "known.txt", "--rules", "uncited-passage"}).exit_code, 1);
  std::vector<Json> fresh = findings({"--baseline", "known.txt", "--rules", "uncited-passage"});
  std::erase_if(fresh, [](const Json& finding) { return finding["accepted"] == true; });
  ASSERT_EQ(fresh.size(), 1U);
  EXPECT_THAT(fresh[0]["place"]["excerpt"].get<std::string>(), HasSubstr("스물네 해"));
}

TEST_F(AuditCommand, HasNothingToSayWhereNothingMatches) {
  for (const char* format : {"text", "jsonl", "sarif", "junit", "html", "markdown", "csv"}) {
    const RunResult result = audit({"--format", format, "xylophone"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.err, IsEmpty());
    EXPECT_THAT(result.out, Not(IsEmpty()));
  }
  EXPECT_THAT(audit({"xylophone"}).out, StartsWith("0 reports, 0 passages\n"));
  EXPECT_EQ(Json::parse(audit({"--format", "sarif", "xylophone"}).out)["runs"][0]["results"].size(),
            0U);
}

TEST_F(AuditCommand, ShowsSectionsWhenAsked) {
  const std::string query = "report:bukhan-russia-joyak-2024-06-22";
  EXPECT_THAT(audit({}).out, Not(HasSubstr("\n  2 푸틴의 평양 방문 ")));
  EXPECT_THAT(audit({"--sections"}).out, HasSubstr("\n  2 푸틴의 평양 방문 "));
  // With a query, the metrics cover only what matches it: here all, and there a part.
  EXPECT_THAT(audit({"--sections", query}).out, HasSubstr("\n  2 푸틴의 평양 방문 "));
  EXPECT_THAT(audit({"--sections", query, "AND", "푸틴"}).out,
              Not(HasSubstr("\n  2 푸틴의 평양 방문 ")));
}

TEST_F(AuditCommand, CountsTheSourcesOfAQuery) {
  const std::string out = audit({"--format", "jsonl", "report:bukhan-russia-joyak-2024-06-22"}).out;
  const Json end = Json::parse(out.substr(out.rfind('\n', out.size() - 2) + 1));
  // grep -oE '\((source|출처)[^)]*\)' FILE | grep -oE 'go-[a-z0-9-]+' | sort -u | wc -l
  EXPECT_EQ(end["attribution"]["distinct_sources"], 5);
  EXPECT_GT(end["attribution"]["largest_source"], 0);
}

TEST_F(AuditCommand, SaysInEveryFormatHowManyReportsCiteNothingItReads) {
  fs::remove_all(folder_ / "reports");
  write("reports/port.txt", "Harbour\n\nCranes came in 2019 [Board, 2019].\n");
  write("reports/항구.txt", "항구\n\n부두에 크레인이 늘었다.\n\nBusan 신항은 $3 billion을 썼다.\n");
  ASSERT_EQ(run({"index", "--allow-removals", "reports"}).exit_code, 0);
  const RunResult text = audit({});
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_EQ(count_of(text.out, "no citations recognised in this report"), 2U);
  EXPECT_THAT(text.out,
              HasSubstr("\n0 errors, 0 warnings, 2 notes\nno citations recognised in 2 of "
                        "2 reports: nothing in them is called uncited"));
  const Json sarif = Json::parse(audit({"--format", "sarif"}).out)["runs"][0];
  EXPECT_EQ(sarif["properties"]["without_citations"], 2);
  EXPECT_EQ(jsonl({"audit"}).back()["without_citations"], 2);
  EXPECT_THAT(audit({"--format", "html"}).out,
              HasSubstr("no citations recognised in 2 of 2 reports"));
  const std::string junit = audit({"--format", "junit"}).out;
  EXPECT_THAT(junit, HasSubstr("no citations recognised in 2 of 2 reports"));
  EXPECT_THAT(junit, Not(HasSubstr("name=\"uncited-passage\"/>")));
  const RunResult draft = audit({"--citations-expected"});
  EXPECT_EQ(draft.exit_code, 1);
  EXPECT_THAT(draft.out,
              HasSubstr("\n0 errors, 3 warnings, 2 notes\nno citations recognised in 2 of "
                        "2 reports\n"));
}

TEST_F(AuditCommand, OfAWholeReportIsWhatItIsInTheIndex) {
  std::vector<Json> of_report = findings();
  const auto about_all = [](const Json& finding) { return finding["place"]["passage"] == ""; };
  const auto one = std::find_if(of_report.begin(), of_report.end(), about_all);
  ASSERT_NE(one, of_report.end());
  const std::string id = (*one)["place"]["report"];
  std::erase_if(of_report, [&](const Json& finding) { return finding["place"]["report"] != id; });
  EXPECT_EQ(findings({"report:" + id}), of_report);
  EXPECT_EQ(findings({"report:" + id.substr(0, id.size() - 1)}), of_report);
  EXPECT_EQ(findings({"report:reports/" + id + ".txt"}), of_report);
  const std::vector<Json> of_part = findings({"report:" + id, "kind:body"});
  EXPECT_TRUE(std::none_of(of_part.begin(), of_part.end(), about_all));
  const std::string left_out =
      "\nof 1 of 1 report only a part matches: rules on a report as a whole were left out for it\n";
  EXPECT_THAT(audit({"--width", "200", "report:" + id, "kind:body"}).out, HasSubstr(left_out));
  EXPECT_THAT(audit({"--width", "200", "report:" + id}).out, Not(HasSubstr(left_out)));
}

TEST_F(AuditCommand, OfFilesNeedsNoIndexAndLeavesNothing) {
  RunOptions without = options();
  without.environment["IBID_INDEX"] = path("none");
  fs::create_directories(path("temporary"));
  without.environment["TMPDIR"] = path("temporary");
  // All of them: as in an index of all.
  const RunResult folder = run({"audit", "reports"}, without);
  EXPECT_EQ(folder.out, audit({}).out);
  EXPECT_EQ(folder.exit_code, 1);
  const RunResult file = run({"audit", "reports/bukhan-russia-joyak-2024-06-22.txt"}, without);
  EXPECT_EQ(file.exit_code, 1);
  EXPECT_THAT(file.out, HasSubstr("\n1 report, "));
  EXPECT_THAT(file.out, HasSubstr("\n  reports/bukhan-russia-joyak-2024-06-22.txt:"));
  for (const char* format : {"jsonl", "sarif", "junit", "html", "markdown", "csv"}) {
    const RunResult result = run({"audit", "--format", format, "reports"}, without);
    EXPECT_EQ(result.exit_code, 1) << result.err;
    EXPECT_THAT(result.out, Not(HasSubstr(path("temporary"))));
  }
  EXPECT_FALSE(fs::exists(path("none")));
  EXPECT_TRUE(fs::is_empty(path("temporary")));
}

TEST_F(AuditCommand, OfWhatIsNotThereIsAnError) {
  write("초안.txt", "항구가 커졌다.\n");
  write("page.pdf", "%PDF-1.4");
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"reports/bukhan-rusia-joyak-2024-06-22.txt"},
       "there is no file or folder reports/bukhan-rusia-joyak-2024-06-22.txt; did you mean "
       "reports/bukhan-russia-joyak-2024-06-22.txt?"},
      {{"초언.txt"}, "there is no file or folder 초언.txt; did you mean 초안.txt?"},
      {{"reports/xylophone"}, "there is no file or folder reports/xylophone\n"},
      {{"page.pdf"}, "page.pdf: cannot read "},
      {{"report:xylophone"}, "the index holds no report xylophone\n"},
      {{"report:bukhan-rusia-joyak-2024-06-22"},
       "the index holds no report bukhan-rusia-joyak-2024-06-22; did you mean "
       "bukhan-russia-joyak-2024-06-22?"},
      {{"푸틴", "report:bukhan#99"}, "the index holds no passage in bukhan#99\n"},
      {{"--index", "index", "reports"}, "files are audited without an index"}};
  for (const auto& [arguments, message] : cases) {
    const RunResult result = audit(arguments);
    EXPECT_EQ(result.exit_code, 2) << message;
    EXPECT_THAT(result.out, IsEmpty()) << message;
    EXPECT_THAT(result.err, HasSubstr(message));
  }
}

// A page among the drafts: what could be read is audited, and the exit code says that it is not
// all.
TEST_F(AuditCommand, OfFilesThatCannotAllBeReadIsNotGreen) {
  write("drafts/port.txt", "Harbour\n\nCranes came.\n");
  EXPECT_EQ(audit({"drafts"}).exit_code, 0);
  write("drafts/page.pdf", "%PDF-1.4");
  const RunResult result = audit({"drafts"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.out, HasSubstr("1 report, "));
  EXPECT_THAT(result.err, HasSubstr("drafts/page.pdf: cannot read "));
}

TEST_F(AuditCommand, SearchesForWordsThatAreNoPaths) {
  EXPECT_THAT(audit({"S-400/S-500"}).out, HasSubstr("errors, "));
  EXPECT_EQ(audit({"S-400/S-500"}).exit_code, audit({"S-400", "S-500"}).exit_code);
  write("xylophone", "A file.\n");
  EXPECT_THAT(audit({"xylophone"}).out, HasSubstr("\n1 report, 1 passage\n"));
  EXPECT_THAT(audit({"\"xylophone\""}).out, StartsWith("0 reports"));
}

TEST_F(AuditCommand, WrongUseSaysOneSentenceAndWritesNothing) {
  write("bad.txt", "0123456789abcdef uncited-passage x\n\n# comment\nno fingerprint\n");
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"--rules", "uncited-pasage"},
       "there is no rule \"uncited-pasage\"; ibid audit --rules list names them all"},
      {{"--baseline", "bad.txt"}, "bad.txt, line 4: no fingerprint of 16 hex digits"},
      {{"--baseline", "absent.txt"}, "absent.txt"},
      {{"--baseline", "bad.txt", "--write-baseline"}, "--baseline"},
      {{"--format", "xml"}, "\"xml\" is not one of text, jsonl, sarif, junit, html, markdown, csv"},
      {{"--fail-on", "info"}, "\"info\" is not one of note, warning, error"},
      {{"--rules", "list", "--format", "html"},
       "the table of rules is available as text or jsonl only"},
      {{"--format", "sarif", "date:yesterday"}, "date"}};
  for (const auto& [arguments, message] : cases) {
    const RunResult result = audit(arguments);
    EXPECT_EQ(result.exit_code, 2) << message;
    EXPECT_THAT(result.out, IsEmpty()) << message;
    EXPECT_THAT(result.err, StartsWith("ibid: "));
    EXPECT_THAT(result.err, HasSubstr(message));
  }
  RunOptions elsewhere = options();
  elsewhere.environment["IBID_INDEX"] = path("none");
  const RunResult none = run({"audit", "--format", "html"}, elsewhere);
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.out, IsEmpty());
}

TEST_F(AuditCommand, AReaderThatLeavesChangesNothing) {
  RunOptions closed = options();
  closed.closed_output = true;
  for (const char* format : {"text", "jsonl", "sarif", "junit", "html", "markdown", "csv"}) {
    const RunResult result = run({"audit", "--format", format}, closed);
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_EQ(result.signal, 0);
    EXPECT_THAT(result.err, IsEmpty());
  }
}

TEST_F(AuditCommand, NamesFilesBelowTheFolderRelativeToIt) {
  const Json run = Json::parse(audit({"--format", "sarif"}).out)["runs"][0];
  EXPECT_EQ(run["originalUriBaseIds"]["%SRCROOT%"]["uri"], "file://" + folder_.string() + "/");
  const Json& file = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
  EXPECT_EQ(file["uri"], "reports/bukhan-russia-joyak-2024-06-22.txt");
  EXPECT_THAT(audit({}).out, HasSubstr("\n  reports/bukhan-russia-joyak-2024-06-22.txt:"));
}

// The page is to be sent to others.
TEST_F(AuditCommand, HtmlNamesNoFolderOfThisMachine) {
  EXPECT_THAT(audit({"--format", "html"}).out, Not(HasSubstr(folder_.string())));
}

}  // namespace
}  // namespace ibid
