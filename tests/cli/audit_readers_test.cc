// SPDX-License-Identifier: GPL-2.0-or-later
//
// Audits of the samples, read by the programs that people read them with: SARIF by Microsoft's
// multitool, Markdown by pandoc.
#include "tests/cli/citation_readers.h"

namespace ibid {
namespace {

class AuditReaders : public CitationReaders {
 protected:
  void audit_to(const std::string& file, const std::string& format) {
    const RunResult result = run({"audit", "--format", format});
    ASSERT_EQ(result.exit_code, 1) << result.err;
    write(file, result.out);
  }
};

// Microsoft's SDK for SARIF as a program of its own.
class SarifReaders : public AuditReaders {
 protected:
  void SetUp() override {
    AuditReaders::SetUp();
    if (!fs::exists(tool_)) GTEST_SKIP() << "the multitool is not in the build folder";
    fs::permissions(tool_, fs::perms::owner_exec, fs::perm_options::add);
    if (!succeeds(tool_.string() + " --version")) GTEST_SKIP() << "the multitool does not run";
    audit_to("a.sarif", "sarif");
  }

  bool runs(const std::string& arguments) { return succeeds(tool_.string() + " " + arguments); }

 private:
  const fs::path tool_ = fs::path(IBID_CITATION_READERS) /
                         "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool";
};

// All regions of the results, of their places and of those beside them.
std::vector<Json> regions_of(const Json& log) {
  std::vector<Json> out;
  for (const Json& result : log["runs"][0]["results"]) {
    for (const char* kind : {"locations", "relatedLocations"}) {
      for (const Json& location : result.value(kind, Json::array())) {
        const Json& physical = location["physicalLocation"];
        if (physical.contains("region")) out.push_back(physical);
      }
    }
  }
  return out;
}

TEST_F(SarifReaders, ReadTheTextOfEachRegion) {
  Json log = Json::parse(read_all(path("a.sarif")));
  const std::vector<Json> ours = regions_of(log);
  // Without the snippets, which the tool then reads from the files by lines and columns.
  for (Json& result : log["runs"][0]["results"]) {
    for (const char* kind : {"locations", "relatedLocations"}) {
      if (!result.contains(kind)) continue;
      for (Json& location : result[kind]) {
        Json& physical = location["physicalLocation"];
        if (physical.contains("region")) physical["region"].erase("snippet");
      }
    }
  }
  write("bare.sarif", log.dump());
  ASSERT_TRUE(runs("rewrite " + path("bare.sarif") + " -o " + path("read.sarif") +
                   " --insert 'RegionSnippets;ContextRegionSnippets' --log ForceOverwrite"));
  const std::vector<Json> theirs = regions_of(Json::parse(read_all(path("read.sarif"))));
  ASSERT_EQ(theirs.size(), ours.size());
  std::size_t text = 0, same = 0, context = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    if (!ours[i]["region"].contains("startLine")) continue;  // beside it, in another report
    ++text;
    const bool equal = theirs[i]["region"]["snippet"] == ours[i]["region"]["snippet"];
    EXPECT_TRUE(equal) << theirs[i] << "\n" << ours[i];
    same += equal ? 1 : 0;
    context += theirs[i].contains("contextRegion") ? 1 : 0;
  }
  std::cout << "SARIF multitool: " << same << " of " << text << " regions have the text given, "
            << context << " get a context\n";
  EXPECT_GE(text, 100U);
  EXPECT_EQ(context, text);
}

TEST_F(SarifReaders, FindNothingToWarnOf) {
  ASSERT_TRUE(runs("validate " + path("a.sarif") + " -o " + path("said.sarif") +
                   " --level 'Error;Warning;Note' --log ForceOverwrite"));
  const Json run = Json::parse(read_all(path("said.sarif")))["runs"][0];
  ASSERT_GT(run["results"].size(), 0U);
  for (const Json& result : run["results"]) {
    // A finding on a report as a whole is of its file, and has no region in it.
    const bool whole = result["ruleId"] == "SARIF2017";
    EXPECT_TRUE(whole || result.value("level", "warning") == "note") << result;
    // Name and description of a rule, and of the tool.
    EXPECT_NE(result["message"].value("id", ""), "Note_ProvideFriendlyName") << result;
    EXPECT_NE(result["ruleId"], "SARIF2005") << result;
  }
}

TEST_F(AuditReaders, PandocReadsTheMarkdown) {
  if (!succeeds("pandoc --version")) GTEST_SKIP() << "pandoc is not installed";
  audit_to("a.md", "markdown");
  std::size_t findings = 0;
  std::vector<std::string> quotes;
  for (const Json& line : jsonl({"audit"})) {
    if (line["type"] != "finding") continue;
    ++findings;
    quotes.push_back(line["place"]["excerpt"]);
  }
  ASSERT_GE(findings, 100U);
  for (const char* dialect : {"gfm", "commonmark"}) {
    ASSERT_TRUE(succeeds("pandoc --wrap=none -t json -o " + path("a.json") + " -f " + dialect +
                         " " + path("a.md")));
    // A list item a finding: its level is the only strong text.
    const std::string json = read_all(path("a.json"));
    std::size_t strong = 0;
    for (std::size_t at = 0; (at = json.find("\"Strong\"", at)) != std::string::npos; ++at) {
      ++strong;
    }
    EXPECT_EQ(strong, findings) << dialect;
    ASSERT_TRUE(succeeds("pandoc --wrap=none -t plain -o " + path("a.txt") + " -f " + dialect +
                         " " + path("a.md")));
    const std::string text = read_all(path("a.txt"));
    for (const std::string& quote : quotes) EXPECT_THAT(text, HasSubstr(quote)) << dialect;
  }
}

TEST_F(AuditReaders, PythonReadsTheCsv) {
  audit_to("a.csv", "csv");
  write("read.py",
        "import csv, json, sys\n"
        "rows = list(csv.DictReader(open(sys.argv[1], encoding='utf-8', newline='')))\n"
        "print(json.dumps(rows))\n");
  ASSERT_EQ(std::system(
                ("/usr/bin/python3 " + path("read.py") + " " + path("a.csv") + " >" + path("rows"))
                    .c_str()),
            0);
  const Json rows = Json::parse(read_all(path("rows")));
  std::size_t i = 0;
  for (const Json& line : jsonl({"audit"})) {
    if (line["type"] != "finding") continue;
    ASSERT_LT(i, rows.size());
    const Json& row = rows[i++];
    EXPECT_EQ(row["rule"], line["rule"]);
    EXPECT_EQ(row["message"], line["message"]);
    EXPECT_EQ(row["permalink"], line["place"]["permalink"]);
    EXPECT_EQ(row["fingerprint"], line["fingerprint"]);
    const bool whole = line["place"]["bytes"]["end"] == 0;  // no place in its file
    EXPECT_EQ(row["begin"], whole ? "" : line["place"]["bytes"]["begin"].dump());
    EXPECT_EQ(row["line"], whole ? "" : line["place"]["line"].dump());
    EXPECT_EQ(row["excerpt"], line["place"]["excerpt"]);
  }
  EXPECT_EQ(i, rows.size());
}

}  // namespace
}  // namespace ibid
