// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid check: input, order, threads, errors and exit codes.
#include "corpus/text/display_width.h"
#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

class CheckCommand : public CommandTest {
 protected:
  void SetUp() override {
    write("reports/ferry-2024-07-01.txt",
          "Ferry\n\nGOOVER DAILY REPORT July 1, 2024\ngoover\n\n1. Pact\n\n  • The pact names four "
          "ports and costs $3 million. Neither side may base troops ashore.\n\n  • 항구는 군함의 "
          "급유를 거부하지 않는다.\n");
    ASSERT_EQ(run({"index", "reports", "--quiet"}).exit_code, 0);
  }
};

TEST_F(CheckCommand, SaysWhatIsHeldByTextAndExitCode) {
  write("claims.txt", "The pact costs $4 million.\n항구는 급유를 거부한다\n");
  const RunResult all = run({"check", "--long", "claims.txt"});
  EXPECT_EQ(all.exit_code, 0);
  EXPECT_THAT(all.out,
              AllOf(StartsWith("1  The pact costs $4 million.\n"),
                    HasSubstr("holds      pact · costs"), HasSubstr("lacks      $4 million\n"),
                    HasSubstr("figures    $4 million: here $3 million\n"),
                    HasSubstr("ferry-2024-07-01#1.1@"), HasSubstr("거부한다 (거부하지)"),
                    HasSubstr("negation   거부한다: here 거부하지 않는다\n"),
                    HasSubstr("\n2 claims, 2 with a passage, 0 without\n")));
  write("claims.txt", "submarines near the lighthouse\n");
  const RunResult none = run({"check", "--long", "claims.txt"});
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_THAT(none.out,
              AllOf(HasSubstr("no passage found"),
                    HasSubstr("searched 2 passages of 1 report, 2024-07-01, generation 1")));
}

TEST_F(CheckCommand, SaysThatAClaimIsEmpty) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"check", ""}, {"check", "--text", " "}}) {
    const RunResult empty = run(arguments);
    EXPECT_EQ(empty.exit_code, 2);
    EXPECT_EQ(empty.out, "");
    EXPECT_THAT(empty.err, HasSubstr("the claim is empty; write one"));
  }
}

TEST_F(CheckCommand, IsATableOfAtMostThreeLinesAClaim) {
  const std::string claim =
      "The pact, as both sides said after talks, names four ports and costs $4 million, and "
      "neither "
      "side may base any troops ashore for all of the years that it is to last.";
  std::string input;
  for (int i = 0; i < 10; ++i)
    input += claim + "\n항구는 군함의 급유를 거부한다고 여러 신문이 전했다\n";
  write("claims.txt", input);
  const RunResult result = run({"check", "--width", "80", "claims.txt"});
  const std::vector<std::string> lines = split_lines(result.out);
  EXPECT_LE(lines.size(), 64U);  // twenty claims, a head and a count
  for (const std::string& line : lines) EXPECT_LE(display_width(line), 80U) << line;
  EXPECT_THAT(lines[0], AllOf(HasSubstr("claim"), HasSubstr("best passage, source, differences")));
  EXPECT_THAT(lines[1], AllOf(StartsWith("1   The pact"), HasSubstr("ferry-2024-07-01#1.1")));
  EXPECT_THAT(lines[2], HasSubstr("cites no source"));
  EXPECT_THAT(lines[3], HasSubstr("$4 million: here $3 million"));
  EXPECT_THAT(lines[3], HasSubstr("…"));
  EXPECT_THAT(result.out, HasSubstr("거부한다고: here 거부하지 않는다"));
  EXPECT_THAT(result.out, Not(HasSubstr("holds")));
  // On a narrow terminal one below the other.
  const RunResult narrow = run({"check", "--width", "40", "claims.txt"});
  for (const std::string& line : split_lines(narrow.out)) EXPECT_LE(display_width(line), 40U);
}

TEST_F(CheckCommand, TakesAClaimAsItsOperand) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"The pact costs $4 million."},
        {"--text", "The pact costs $4 million."},
        {"The", "pact", "costs", "$4 million."}}) {
    std::vector<std::string> arguments = {"check", "--format", "jsonl"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    const RunResult result = run(arguments);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    const auto lines = parse_lines(result.out);
    ASSERT_THAT(lines, SizeIs(2));
    EXPECT_EQ(lines[0]["claim"], "The pact costs $4 million.");
    EXPECT_EQ(lines[0]["passages"][0]["differences"][0]["said"], "$3 million");
  }
  EXPECT_EQ(run({"check", "항구는 급유를 거부한다"}).exit_code, 0);
  EXPECT_EQ(run({"check", "--text", "급유"}).exit_code, 0);
  // A file of that name is a file, and that is said.
  write("four ports", "The pact costs $4 million.\n");
  const RunResult file = run({"check", "--format", "jsonl", "four ports"});
  EXPECT_EQ(parse_lines(file.out)[0]["claim"], "The pact costs $4 million.");
  EXPECT_EQ(file.err,
            "ibid: four ports is a file, so its lines are checked; with --text the words "
            "themselves are\n");
  const RunResult text = run({"check", "--format", "jsonl", "--text", "four ports"});
  EXPECT_EQ(parse_lines(text.out)[0]["claim"], "four ports");
  EXPECT_THAT(text.err, IsEmpty());
}

TEST_F(CheckCommand, AnErrorIsThatOfItsLine) {
  std::string input =
      "\xEF\xBB\xBF"
      "four ports\r\n\n{\"id\": \"q2\", \"claim\": \"base troops ashore\"}\n"
      "{\"id\": 4, \"text\": \"급유를 거부\"}\n"
      "\xFF\xFE\n!!!\n{broken\n";
  input += std::string(10'000'000, 'x') + "\n{\"id\": 9}\nfour ports";
  write("claims.txt", input);
  for (const RunResult& result :
       {run({"check", "--format", "jsonl", "claims.txt"}),
        run_with_input(input, {"check", "--format", "jsonl", "--threads", "1", "-"})}) {
    EXPECT_EQ(result.exit_code, 2);
    const auto lines = parse_lines(result.out);
    ASSERT_THAT(lines, SizeIs(10));
    const std::vector<int> numbers = {1, 3, 4, 5, 6, 7, 8, 9, 10};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const bool error = i > 2 && i < 8;
      EXPECT_EQ(lines[i]["line"], numbers[i]);
      EXPECT_EQ(lines[i]["type"], error ? "claim-error" : "claim");
    }
    EXPECT_EQ(lines[1]["id"], "q2");
    EXPECT_EQ(lines[2]["id"], "4");
    EXPECT_EQ(lines[9]["type"], "end");
    EXPECT_EQ(lines[9]["errors"], 5);
    EXPECT_EQ(result.err,
              "ibid: line 5: the claim is not UTF-8; convert it first\n"
              "ibid: line 6: the claim holds no word, name or figure to look for\n"
              "ibid: line 7: the line begins with { but is not a JSON object; write the claim as "
              "{\"claim\": \"…\"}\n"
              "ibid: line 8: the line is longer than any claim; at most 65536 bytes can be read\n"
              "ibid: line 9: the object has no \"claim\" and no \"text\" that is a string\n");
  }
}

TEST_F(CheckCommand, WrongInputIsAnErrorInASentence) {
  write("binary", std::string("four ports\n\0\1\2", 14));
  write("empty.txt", "");
  write("blank.txt", "\n \n");
  write("aliases.toml", "not toml at all");
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"check", "no.txt"}, "ibid: cannot read claims from no.txt: No such file or directory\n"},
      {{"check", "claims"},
       "ibid: there is no file claims; if it is a claim, write --text before it\n"},
      {{"check", "blank.txt", "and more"},
       "ibid: blank.txt is a file and other words are beside it; give one file, or put the claim "
       "in "
       "quotation marks\n"},
      {{"check", "reports"}, "ibid: cannot read claims from reports: it is a folder\n"},
      {{"check", "binary"},
       "ibid: cannot read claims from binary: it contains NUL bytes, so it is not UTF-8 text; "
       "convert it first\n"},
      {{"check", "empty.txt"}, "ibid: empty.txt contains no claims; write one per line\n"},
      {{"check", "blank.txt"}, "ibid: blank.txt contains no claims; write one per line\n"},
  };
  for (const auto& [arguments, message] : cases) {
    const RunResult result = run(arguments);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.err, message);
    EXPECT_THAT(result.out, IsEmpty());
    for (const char* format : {"csv", "markdown", "html"}) {  // these begin with something
      std::vector<std::string> formatted = arguments;
      formatted.insert(formatted.end(), {"--format", format});
      EXPECT_THAT(run(formatted).out, IsEmpty()) << format << " " << arguments.back();
    }
  }
  write("one.txt", "four ports\n");
  EXPECT_THAT(run({"check", "--format", "csv", "--bom", "one.txt"}).out,
              StartsWith("\xEF\xBB\xBFline,id,claim,"));
  write("claims.txt", "four ports\nfour ports\n");
  const RunResult aliases = run({"check", "--aliases", "aliases.toml", "claims.txt"});
  EXPECT_EQ(aliases.exit_code, 2);
  EXPECT_THAT(aliases.err, StartsWith("ibid: aliases.toml:1: "));
  EXPECT_THAT(split_lines(aliases.err), SizeIs(1));
  for (const std::vector<std::string>& wrong :
       {std::vector<std::string>{"check"},
        {"check", "--threads", "0", "a"},
        {"check", "--limit", "0", "a"},
        {"check", "--format", "xml", "a"},
        {"check", "--bom", "a"},
        {"check", "--format", "csv", "--claimreview", "a"}}) {
    EXPECT_EQ(run(wrong).exit_code, 2) << wrong.back();
  }
}

TEST_F(CheckCommand, WhatComesBeforeALateNulIsAnswered) {
  std::string input;
  for (int i = 0; i < 1000; ++i) input += "four ports\n";
  write("claims.txt", input + std::string("a\0b\nfour ports\n", 15));
  const RunResult result = run({"check", "--format", "jsonl", "claims.txt"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(split_lines(result.out), SizeIs(1001));
  EXPECT_EQ(result.err,
            "ibid: cannot read claims from claims.txt: line 1001: it contains NUL bytes, so it is "
            "not UTF-8 text; convert it first\n");
}

TEST_F(CheckCommand, ThreadsChangeNothing) {
  std::string input;
  for (int i = 0; i < 400; ++i) {
    input += i % 4 == 0   ? "The pact names four ports.\n"
             : i % 4 == 1 ? "항구는 급유를 거부한다\n"
             : i % 4 == 2 ? "no such thing at all\n"
                          : "{broken\n";
  }
  write("claims.txt", input);
  for (const char* format : {"text", "jsonl", "csv", "markdown", "html"}) {
    const RunResult one = run({"check", "--format", format, "--threads", "1", "claims.txt"});
    const RunResult four = run({"check", "--format", format, "--threads", "4", "claims.txt"});
    EXPECT_EQ(one.exit_code, 2);
    EXPECT_EQ(one.out, four.out) << format;
    EXPECT_EQ(one.err, four.err) << format;
  }
  const auto drafts = parse_lines(run({"check", "--claimreview", "claims.txt"}).out);
  ASSERT_THAT(drafts, SizeIs(300));
  EXPECT_EQ(drafts[0]["reviewRating"]["ratingValue"], "");
}

TEST_F(CheckCommand, AReaderThatGoesAwayIsNoError) {
  write("claims.txt", "four ports\n");
  RunOptions with = options();
  with.closed_output = true;
  const RunResult result = run({"check", "claims.txt"}, with);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, IsEmpty());
}

}  // namespace
}  // namespace ibid
