// SPDX-License-Identifier: GPL-2.0-or-later
//
// All commands, with standard streams that are closed or cannot be written.
#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

using Arguments = std::vector<std::string>;

constexpr char kPact[] = "harbour-pact-2024-06-27#2-1.1";

// A command line, and how it is run: with answers, with none, with mistakes.
const std::map<std::string, std::vector<Arguments>> kCommandLines = {
    {"index",
     {{"reports"},
      {"-v", "reports"},
      {"--progress", "json", "--rebuild", "reports"},
      {"missing"},
      {"--progress", "bar", "--quiet", "reports", "missing"},
      {"--memory", "none", "x"}}},
    {"watch", {{"--index", "nowhere"}, {"--memory", "none", "x"}, {"-"}}},
    {"info", {{}, {"--check"}, {"--index", "nowhere"}}},
    {"copy", {{"index", "copied"}, {"-q", "index", "copied"}, {"index", "reports"}, {"none", "n"}}},
    {"list", {{}, {"--format", "csv"}, {"zzzz"}, {"--removed"}, {"pact AND"}}},
    {"remove", {{"none"}, {"--restore", "none"}, {"--index", "nowhere", "x"}}},
    {"search", {{"pact"}, {"-v", "--format", "jsonl", "협정"}, {"zzzz"}, {"pact AND"}, {}}},
    {"show",
     {{"--why", "harbour-pact-2024-06-27"},
      {kPact},
      {"none#1.1"},
      {std::string(kPact) + "@000000000000"},
      {"#"}}},
    {"similar", {{kPact}, {"none#1.1"}, {"--index", "nowhere", kPact}}},
    {"sources", {{}, {"--format", "csv"}, {"zzzz"}, {"pact AND"}}},
    {"source", {{"go-public-web-kor-N8120-0-0"}, {"go-public-web-kor-N8121-0-0"}, {" "}}},
    {"audit", {{}, {"--format", "html"}, {"--rules", "none"}}},
    {"verify-quote",
     {{"네 항구"},
      {"not in any report"},
      {"--file", "-"},
      {"--file", "lines"},
      {"--draft", "lines"}}},
    {"resolve", {{kPact}, {std::string(kPact) + "@000000000000"}, {"-"}, {"no permalink"}}},
    {"check", {{"lines"}, {"-"}, {"missing"}}},
    {"bundle", {{kPact, "--force", "-o", "b.zip"}, {"none#1.1", "-o", "c.zip"}, {kPact}}},
    {"check-bundle", {{"whole.zip"}, {"lines"}, {"missing"}}},
    {"export",
     {{"--format", "csv", "--all"},
      {"--format", "jsonl", "pact", "--output", "e.jsonl"},
      {"--format", "csv", "--ids-from", "lines", "--output", "e.csv"},
      {"--format", "csv", "--ids-from", "-"},
      {"--format", "csv", "zzzz"},
      {}}},
    {"cite", {{"--style", "apa", kPact}, {"none#1.1"}, {}}},
    {"mcp", {{}, {"--index", "nowhere"}, {"lines"}}},
    {"serve", {{"--index", "nowhere"}, {"--listen", "127.0.0.1"}, {"--socket", "lines"}}},
    {"help", {{}, {"search"}, {"--man", "audit"}, {"--completion", "zsh"}, {"serch"}}},
};

bool reads_standard_input(const Arguments& line) {
  return line.front() == "mcp" || std::find(line.begin(), line.end(), "-") != line.end();
}

class StandardStreams : public CommandTest {
 protected:
  void SetUp() override {
    index_fixtures();
    write("lines", "네 항구\nnone#1.1\n{\n\xFF\n");
    ASSERT_EQ(run({"bundle", kPact, "-o", "whole.zip"}).exit_code, 0);
  }

  // `redirections` in the shell's words: "<&- 2>/dev/full".
  RunResult run_with(const std::string& redirections, const Arguments& arguments) {
    RunOptions with = options();
    with.input = "네 항구\nnone#1.1\n";
    with.launcher = {"/bin/sh", "-c", "exec \"$@\" " + redirections, "sh"};
    return run(arguments, with);
  }

  // The numbers that begin the lines below "Exit codes:" in a command's help.
  std::set<int> documented_codes(const std::string& command) {
    std::set<int> codes;
    const std::string help = run({"help", command}).out;
    for (const std::string& line : split_lines(help.substr(help.find("\nExit codes:\n") + 1))) {
      if (line.size() > 2 && std::isdigit(static_cast<unsigned char>(line[2])) != 0) {
        codes.insert(std::stoi(line.substr(2)));
      }
    }
    return codes;
  }

  // Lost output is an error; all else ends as it does with good streams.
  void expect_a_documented_end(const std::string& command, const Arguments& arguments,
                               const std::string& streams) {
    Arguments line = {command};
    line.insert(line.end(), arguments.begin(), arguments.end());
    const RunResult good = run_with("", line);
    const RunResult result = run_with(streams, line);
    const std::string about = testing::PrintToString(line) + " " + streams;
    EXPECT_EQ(result.signal, 0) << about;
    EXPECT_TRUE(documented_codes(command).contains(result.exit_code))
        << about << ": " << result.exit_code;
    const bool output_lost = (" " + streams).find(" >") != std::string::npos;
    const bool input_lost = reads_standard_input(line) && streams.starts_with("<");
    if (!output_lost && !input_lost) {
      EXPECT_EQ(result.exit_code, good.exit_code) << about;
    }
    if (input_lost) {
      EXPECT_EQ(result.exit_code, 2) << about;
    }
    if (output_lost && !good.out.empty()) {
      EXPECT_EQ(result.exit_code, 2) << about;
    }
  }
};

TEST_F(StandardStreams, DecideNoExitCodeExceptWhereTheAnswerIsLost) {
  for (const std::string& command : split_lines(run({"help", "--list"}).out)) {
    ASSERT_TRUE(kCommandLines.contains(command)) << "no command lines to try " << command;
    for (const Arguments& arguments : kCommandLines.at(command)) {
      for (const char* streams :
           {"<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full",
            "2>/dev/full", ">/dev/full 2>/dev/full"}) {
        expect_a_documented_end(command, arguments, streams);
      }
    }
  }
  EXPECT_EQ(kCommandLines.size(), split_lines(run({"help", "--list"}).out).size());
}

TEST_F(StandardStreams, ThatAreClosedPutNothingIntoTheIndex) {
  int updates = 0;
  for (const char* streams : {"2>&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"}) {
    for (const char* mode : {"--quiet", "--rebuild"}) {
      for (int i = 0; i < 5; ++i) {
        write("reports/new.txt",
              "두 해군이 다시 만났다. Meeting " + std::to_string(++updates) + ".\n");
        run_with(streams, {"index", mode, "-v", "--progress", "json", "reports"});
        const RunResult check = run({"info", "--check"});
        EXPECT_EQ(check.exit_code, 0) << streams << check.out << check.err;
        EXPECT_THAT(run({"search", "meeting"}).out, HasSubstr(std::to_string(updates) + "."));
        for (const auto& entry : fs::recursive_directory_iterator(path("index"))) {
          if (!entry.is_regular_file()) continue;
          const std::string bytes = read_all(entry.path());
          EXPECT_THAT(bytes, Not(HasSubstr("\"progress\""))) << entry.path() << " " << streams;
          EXPECT_THAT(bytes, Not(HasSubstr("\"summary\""))) << entry.path() << " " << streams;
        }
      }
    }
  }
}

TEST_F(StandardStreams, ThatAreClosedAreNotTakenForFiles) {
  const RunResult lines = run_with("<&-", {"resolve", "-"});
  EXPECT_EQ(lines.exit_code, 2);
  EXPECT_EQ(lines.err, "ibid: cannot read permalinks from standard input: Bad file descriptor\n");
  EXPECT_EQ(run_with(">&-", {"search", "협정"}).err,
            "ibid: cannot write to standard output: Bad file descriptor\n");
  EXPECT_EQ(
      run_with(">&-", {"export", "--format", "jsonl", "--all", "--output", "e.jsonl"}).exit_code,
      0);
  EXPECT_EQ(read_all(path("e.jsonl")), run({"export", "--format", "jsonl", "--all"}).out);
}

}  // namespace
}  // namespace ibid
