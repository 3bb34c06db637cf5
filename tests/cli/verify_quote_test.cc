// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid verify-quote: operands, files, lines with errors, formats, order and exit codes.
#include <algorithm>

#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

class VerifyQuoteCommand : public CommandTest {
 protected:
  void SetUp() override {
    write(
        "reports/ferry-2024-07-01.txt",
        "Ferry\n\nGOOVER DAILY REPORT July 1, 2024\ngoover\n\n1. Pact\n\n  • The pact names four "
        "ports and a term of ten years. Neither side may base troops ashore.\n\n  • 항구는 급유를 "
        "거부하지 않는다.\n");
    ASSERT_EQ(run({"index", "reports", "--quiet"}).exit_code, 0);
  }
};

TEST_F(VerifyQuoteCommand, SaysWhatAQuotationIsByTextAndExitCode) {
  const RunResult exact = run({"verify-quote", "a", "term", "of", "ten", "years"});
  EXPECT_EQ(exact.exit_code, 0);
  EXPECT_THAT(exact.out, AllOf(StartsWith("exact\n"), HasSubstr("ferry-2024-07-01#1.1@"),
                               HasSubstr("reports/ferry-2024-07-01.txt (bytes 93-112)")));
  const RunResult normalised = run({"verify-quote", "“A TERM of ten years”"});
  EXPECT_EQ(normalised.exit_code, 0);
  EXPECT_THAT(normalised.out, StartsWith("normalised except for case\n"));
  const RunResult altered = run({"verify-quote", "names five ports and a term of ten years"});
  EXPECT_EQ(altered.exit_code, 1);
  EXPECT_THAT(altered.out, HasSubstr("number: \"four\" became \"five\""));
  const RunResult absent = run({"verify-quote", "submarines near the lighthouse"});
  EXPECT_EQ(absent.exit_code, 1);
  EXPECT_THAT(absent.out, HasSubstr("searched 2 passages of 1 report, 2024-07-01, generation 1"));
}

TEST_F(VerifyQuoteCommand, BytesAreThoseOfTheFile) {
  const auto lines = jsonl({"verify-quote", "급유를 거부"});
  const auto exact = jsonl({"verify-quote", "항구는 급유를"});
  EXPECT_EQ(lines[0]["status"], "altered");  // 거부하지 않는다 is not 거부
  ASSERT_EQ(exact[0]["status"], "exact");
  const Json& bytes = exact[0]["places"][0]["parts"][0]["bytes"];
  const std::string file = read_all(path("reports/ferry-2024-07-01.txt"));
  const std::size_t begin = bytes["begin"];
  const std::size_t end = bytes["end"];
  EXPECT_EQ(file.substr(begin, end - begin), "항구는 급유를");
}

TEST_F(VerifyQuoteCommand, AnswersEveryLineInOrderAndTellsErrorsByLine) {
  const std::string input =
      "\xEF\xBB\xBF"
      "four ports\r\n"
      "\n"
      "{\"id\": \"q2\", \"quote\": \"five ports and a term of ten years\"}\n"
      "{\"id\": 3, \"text\": \"ten years\"}\n"
      "{broken\n"
      "{\"id\": 5}\n"
      "\xFF\xFE\n"
      "항구는 급유를";
  write("quotes.txt", input);
  for (const RunResult& result :
       {run({"verify-quote", "--format", "jsonl", "--file", "quotes.txt"}),
        run_with_input(input, {"verify-quote", "--format", "jsonl", "-"}),
        run_with_input(input, {"verify-quote", "--format", "jsonl", "--file", "-"})}) {
    EXPECT_EQ(result.exit_code, 2);
    const auto lines = parse_lines(result.out);
    ASSERT_EQ(lines.size(), 7U);
    const std::vector<std::string> status = {"exact", "altered", "exact", "", "", "", "exact"};
    const std::vector<int> number = {1, 3, 4, 5, 6, 7, 8};
    for (std::size_t i = 0; i < lines.size(); ++i) {
      EXPECT_EQ(lines[i]["line"], number[i]);
      EXPECT_EQ(lines[i]["type"], status[i].empty() ? "quote-error" : "quote");
      EXPECT_EQ(lines[i].value("status", ""), status[i]);
    }
    EXPECT_EQ(lines[1]["id"], "q2");
    EXPECT_EQ(lines[2]["id"], "3");
    EXPECT_EQ(lines[1]["alteration"]["changes"][0]["kind"], "number");
    EXPECT_THAT(result.err,
                AllOf(HasSubstr("ibid: line 5: the line begins with { but is not a JSON object"),
                      HasSubstr("ibid: line 6: the object has no \"quote\""),
                      HasSubstr("ibid: line 7: the quotation is not UTF-8")));
  }
}

TEST_F(VerifyQuoteCommand, ManyLinesKeepTheirOrder) {
  std::string input;
  for (int i = 0; i < 300; ++i) {
    input += i % 3 == 0 ? "four ports\n" : i % 3 == 1 ? "TEN YEARS\n" : "no such thing at all\n";
  }
  write("quotes.txt", input);
  const RunResult result = run({"verify-quote", "--format", "jsonl", "--file", "quotes.txt"});
  EXPECT_EQ(result.exit_code, 1);
  const auto lines = parse_lines(result.out);
  ASSERT_EQ(lines.size(), 300U);
  const char* expected[] = {"exact", "normalised", "absent"};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    EXPECT_EQ(lines[i]["line"], i + 1);
    EXPECT_EQ(lines[i]["status"], expected[i % 3]);
  }
}

TEST_F(VerifyQuoteCommand, WrongUseIsAnErrorInASentence) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"verify-quote"}, "ibid: verify-quote needs a quotation, --file FILE, --draft FILE or -\n"},
      {{"verify-quote", "--file", "q.txt", "x"}, "ibid: give a quotation or --file, not both\n"},
      {{"verify-quote", "--file", "no.txt"},
       "ibid: cannot read quotations from no.txt: No such file or directory\n"},
      {{"verify-quote", "--file", "reports"},
       "ibid: cannot read quotations from reports: it is a folder\n"},
      {{"verify-quote", "“ ”"}, "ibid: the quotation is empty\n"},
      {{"verify-quote", "--report", "none", "x"},
       "ibid: the index holds no report none; `ibid search --facets report` lists report ids\n"},
  };
  for (const auto& [arguments, message] : cases) {
    const RunResult result = run(arguments);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.err, message);
    EXPECT_THAT(result.out, IsEmpty());
  }
}

TEST_F(VerifyQuoteCommand, AnEmptyFileIsClean) {
  write("quotes.txt", "\n\n");
  const RunResult result = run({"verify-quote", "--file", "quotes.txt"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, IsEmpty());
}

TEST_F(VerifyQuoteCommand, TakesEveryQuotationOfADraftAsATable) {
  write(
      "draft.md",
      "# Ports\n\nThe pact is for \"a **term** of ten years\", the mayor said. It \"names five "
      "ports\",\nand “no lighthouse at all”.\n\n> 항구는 급유를 거부하지 않는다.\n>\n> — 항만청\n");
  const RunResult table = run({"verify-quote", "--draft", "draft.md"});
  EXPECT_EQ(table.exit_code, 1);
  EXPECT_THAT(table.out, StartsWith("4 quotations: 2 exact, 1 altered, 1 absent\n"));
  EXPECT_THAT(table.out, HasSubstr("\n3:18      exact         “a term of ten years”\n"
                                   "                        The pact is for …, the mayor said.\n"));
  EXPECT_THAT(table.out, HasSubstr("number: \"four\" became \"five\""));
  const auto lines = jsonl({"verify-quote", "--draft", "draft.md"});
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[0]["quote"], "a term of ten years");
  EXPECT_EQ(lines[0]["line"], 3);
  EXPECT_EQ(lines[0]["column"], 18);
  EXPECT_EQ(lines[2]["status"], "absent");
  EXPECT_EQ(lines[3]["status"], "exact");
  EXPECT_EQ(lines[3]["draft"]["block"], true);
  EXPECT_EQ(lines[3]["draft"]["attribution"], "— 항만청");
  EXPECT_EQ(lines[3]["draft"]["path"], "draft.md");
  EXPECT_EQ(lines[4]["type"], "draft-end");
  EXPECT_EQ(lines[4]["altered"], 1);
  const RunResult csv = run({"verify-quote", "--draft", "draft.md", "--format", "csv"});
  EXPECT_EQ(csv.exit_code, 1);
  EXPECT_THAT(csv.out, StartsWith("line,column,status,quotation,attribution,"));
  EXPECT_EQ(std::count(csv.out.begin(), csv.out.end(), '\n'), 5);
}

TEST_F(VerifyQuoteCommand, PassesADraftWithoutAFault) {
  write("fair.txt", "항만청은 “급유를 거부하지 않는다”고 했다.\n");
  EXPECT_EQ(run({"verify-quote", "--draft", "fair.txt"}).exit_code, 0);
  write("none.txt", "Nothing is \"quoted\" here.\n");
  const RunResult none = run({"verify-quote", "--draft", "none.txt"});
  EXPECT_EQ(none.exit_code, 0);
  EXPECT_EQ(none.out, "0 quotations\n");
  EXPECT_EQ(run({"verify-quote", "--draft", "missing.txt"}).exit_code, 2);
  EXPECT_EQ(run({"verify-quote", "--draft", "fair.txt", "a term"}).exit_code, 2);
  EXPECT_EQ(run({"verify-quote", "--format", "csv", "a term"}).exit_code, 2);
}

}  // namespace
}  // namespace ibid
