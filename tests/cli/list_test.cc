// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid list: reports and what has become of their files.
#include <algorithm>

#include "corpus/text/display_width.h"
#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

class ListCommand : public CommandTest {
 protected:
  void SetUp() override { index_fixtures(); }

  std::vector<std::string> states() {
    std::vector<std::string> out;
    for (const Json& line : jsonl({"list"})) {
      if (line["type"] == "listed_report") {
        out.push_back(line["report"]["id"].get<std::string>() + ": " +
                      line["state"].get<std::string>());
      }
    }
    return out;
  }
};

TEST_F(ListCommand, ListsReportsForPeopleAndScripts) {
  const RunResult text = run({"list"});
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_THAT(text.out, StartsWith("hangman-hyeopjeong-2024-06-28\n"
                                   "  항만 협정: 두 해군이 서명한 것\n"
                                   "  2024-06-28 · goover · "));
  EXPECT_THAT(text.out, HasSubstr("\nharbour-pact-2024-06-27\n"
                                  "  Harbour Pact: What Two Navies Signed\n"
                                  "  2024-06-27 · goover · 6 passages · fresh\n"));
  EXPECT_THAT(text.out, EndsWith("\n3 reports, 13 passages\n"));
  const std::vector<Json> lines = jsonl({"list"});
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[1]["report"]["title"], "Harbour Pact: What Two Navies Signed");
  EXPECT_EQ(lines[1]["passages"], 6);
  EXPECT_EQ(lines[3].dump(), R"({"type":"reports","schema_version":2,"reports":3,"passages":13,)"
                             R"("fresh":3,"changed":0,"gone":0,"kept":0})");
  const RunResult csv = run({"list", "--format", "csv"});
  EXPECT_THAT(csv.out, StartsWith("report,title,date,publisher,passages,matches,state,path\r\n"));
  EXPECT_THAT(csv.out, HasSubstr("\r\nharbour-pact-2024-06-27,Harbour Pact: What Two Navies Signed,"
                                 "2024-06-27,goover,6,,fresh," +
                                 path("reports/harbour-pact-2024-06-27.txt") + "\r\n"));
}

TEST_F(ListCommand, BeginsCsvWithAByteOrderMarkIfAsked) {
  const std::vector<std::string> shown = {"list", "--format", "csv"};
  EXPECT_EQ(run({"list", "--format", "csv", "--bom"}).out, "\xEF\xBB\xBF" + run(shown).out);
  EXPECT_THAT(run({"list", "--removed", "--format", "csv", "--bom"}).out,
              StartsWith("\xEF\xBB\xBFpath\r\n"));
  EXPECT_EQ(run({"list", "--format", "jsonl", "--bom"}).exit_code, 2);
}

TEST_F(ListCommand, TakesAQuery) {
  const std::vector<Json> lines = jsonl({"list", "급유"});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0]["report"]["id"], "hangman-hyeopjeong-2024-06-28");
  EXPECT_GE(lines[0]["matches"], 1);
  EXPECT_LE(lines[0]["matches"], lines[0]["passages"]);
  EXPECT_THAT(run({"list", "report:harbour"}).out, HasSubstr("6 passages, 6 matching · fresh"));
  EXPECT_EQ(run({"list", "xylophone"}).exit_code, 1);
  EXPECT_EQ(run({"list", "pact", "AND"}).exit_code, 2);
}

TEST_F(ListCommand, SaysWhatHasBecomeOfTheFiles) {
  write("reports/harbour-pact-2024-06-27.txt", "Something else.\n");
  fs::remove(folder_ / "reports" / "hangman-hyeopjeong-2024-06-28.txt");
  EXPECT_THAT(states(), ElementsAre("hangman-hyeopjeong-2024-06-28: gone",
                                    "harbour-pact-2024-06-27: changed", "notes: fresh"));
  EXPECT_THAT(run({"list"}).out, EndsWith("\n3 reports, 13 passages, 1 changed, 1 gone\n"));
  // As of a disk that is not mounted: an update keeps the reports.
  fs::rename(folder_ / "reports", folder_ / "elsewhere");
  EXPECT_THAT(states(), Each(EndsWith(": kept")));
  EXPECT_THAT(run({"info"}).out, HasSubstr(path("reports")));
}

TEST_F(ListCommand, FitsEightyColumns) {
  write(
      "reports/long.txt",
      "A title that goes on and on and on and on and on and on and on and on and on to the end\n\n"
      "항구가 커졌다.\n");
  ASSERT_EQ(run({"index", "reports"}).exit_code, 0);
  for (const std::string& line : split_lines(run({"list"}).out)) {
    EXPECT_LE(display_width(line), 80U) << line;
  }
}

class RemoveCommand : public ListCommand {};

TEST_F(RemoveCommand, TakesReportsOutAndKeepsThemOut) {
  const RunResult removed = run({"remove", "harbour", "reports/notes.md"});
  EXPECT_EQ(removed.exit_code, 0);
  EXPECT_THAT(removed.out, StartsWith("removed: reports/harbour-pact-2024-06-27.txt\n"
                                      "removed: reports/notes.md\n"));
  EXPECT_TRUE(fs::exists(path("reports/notes.md")));
  EXPECT_THAT(states(), ElementsAre("hangman-hyeopjeong-2024-06-28: fresh"));
  EXPECT_EQ(run({"search", "navies"}).exit_code, 1);
  const RunResult again = run({"index", "reports"});
  EXPECT_EQ(again.exit_code, 0);
  EXPECT_THAT(again.out,
              HasSubstr("\nkept out: 2 files that were removed (ibid list --removed)\n"));
  ASSERT_EQ(run({"index", "--rebuild"}).exit_code, 0);
  ASSERT_EQ(run({"index", "reports/notes.md"}).exit_code, 0);
  EXPECT_THAT(states(), SizeIs(1));
  EXPECT_EQ(run({"remove", "notes"}).exit_code, 0);  // it is out already
  EXPECT_EQ(run({"list", "--removed"}).out,
            "reports/harbour-pact-2024-06-27.txt\nreports/notes.md\n2 reports removed\n");
  EXPECT_EQ(jsonl({"list", "--removed"})[1]["path"], path("reports/notes.md"));
}

TEST_F(RemoveCommand, RestoresThem) {
  ASSERT_EQ(run({"remove", "harbour", "hangman", "notes"}).exit_code, 0);
  EXPECT_EQ(run({"list"}).exit_code, 1);
  ASSERT_EQ(run({"remove", "--restore", "hangman"}).exit_code, 0);
  ASSERT_EQ(run({"remove", "--restore", "reports/notes.md"}).exit_code, 0);
  EXPECT_THAT(states(), ElementsAre("hangman-hyeopjeong-2024-06-28: fresh", "notes: fresh"));
  EXPECT_EQ(run({"remove", "--restore", "harbour-pact-2024-06-27"}).exit_code, 0);
  EXPECT_EQ(run({"list", "--removed"}).exit_code, 1);
  EXPECT_THAT(states(), SizeIs(3));
}

TEST_F(RemoveCommand, ChangesNothingIfAReportIsNotThere) {
  const auto before = snapshot(path("index"));
  const RunResult unknown = run({"remove", "notes", "harbor-pact-2024-06-27"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_EQ(unknown.err,
            "ibid: the index holds no report harbor-pact-2024-06-27; did you mean "
            "harbour-pact-2024-06-27?\n");
  const RunResult several = run({"remove", "ha"});
  EXPECT_EQ(several.exit_code, 2);
  EXPECT_THAT(several.err, HasSubstr("hangman-hyeopjeong-2024-06-28 or harbour-pact-2024-06-27?"));
  const RunResult present = run({"remove", "--restore", "notes"});
  EXPECT_EQ(present.exit_code, 2);
  EXPECT_EQ(present.err, "ibid: no report notes was removed\n");
  EXPECT_EQ(snapshot(path("index")), before);
}

}  // namespace
}  // namespace ibid
