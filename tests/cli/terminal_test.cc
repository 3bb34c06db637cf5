// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid on a terminal of 80 columns, as a person sees it.
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "corpus/text/display_width.h"
#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

struct TerminalResult {
  int exit_code = -1;
  std::string shown;  // all bytes the terminal got
};

class OnATerminal : public CommandTest {
 protected:
  // Both output streams are a terminal of 80 columns and 24 lines. What stands in `keys` is typed
  // there once the terminal shows what stands before it: {{"(END)", "q"}}.
  TerminalResult run_on_terminal(
      const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
      const std::vector<std::pair<std::string, std::string>>& keys = {}) const {
    winsize size = {24, 80, 0, 0};
    int terminal = -1;
    const pid_t pid = forkpty(&terminal, nullptr, nullptr, &size);
    if (pid == 0) become_ibid(arguments, environment);
    TerminalResult out;
    std::array<char, 4096> buffer{};
    std::size_t typed = 0, seen = 0;
    for (;;) {
      const ssize_t n = read(terminal, buffer.data(), buffer.size());
      if (n <= 0) break;  // EIO: the program has closed its end
      out.shown.append(buffer.data(), static_cast<std::size_t>(n));
      if (typed == keys.size()) continue;
      const std::size_t at = out.shown.find(keys[typed].first, seen);
      if (at == std::string::npos) continue;
      seen = at + keys[typed].first.size();
      const std::string& key = keys[typed++].second;
      if (::write(terminal, key.data(), key.size()) < 0) break;
    }
    int status = 0;
    waitpid(pid, &status, 0);
    close(terminal);
    if (WIFEXITED(status)) out.exit_code = WEXITSTATUS(status);
    return out;
  }

 private:
  [[noreturn]] void become_ibid(std::vector<std::string> arguments,
                                const std::vector<std::string>& environment) const {
    arguments.insert(arguments.begin(), "ibid");
    std::vector<std::string> variables = {"IBID_INDEX=" + path("index")};
    // As in run_ibid.cc: Xapian's check of a new index frees an object with a wrong size.
    variables.push_back("ASAN_OPTIONS=new_delete_type_mismatch=0");
    variables.insert(variables.end(), environment.begin(), environment.end());
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    std::vector<char*> envp;
    for (std::string& variable : variables) envp.push_back(variable.data());
    envp.push_back(nullptr);
    if (chdir(folder_.c_str()) == 0) execve(IBID_TOOLS_DIR "/ibid", argv.data(), envp.data());
    _exit(127);
  }
};

// The states of the bar: the text between a carriage return and the erasing of the line.
std::vector<std::string> bars(const std::string& shown) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while ((at = shown.find('\r', at)) != std::string::npos) {
    ++at;
    const std::size_t end = shown.find("\x1b[K", at);
    if (end == std::string::npos) break;
    if (shown.find('\r', at) < end) continue;  // a line end, not a bar
    out.push_back(shown.substr(at, end - at));
    at = end;
  }
  return out;
}

TEST_F(OnATerminal, ShowsABarThatFitsAndGoesAway) {
  copy_fixtures("reports");
  const std::string long_name =
      "reports/항만협정에-관한-아주-긴-이름의-보고서-두-해군이-서명한-것-그리고-그-뒤의-일.txt";
  write(long_name, "두 해군이 만났다.\n");
  write("reports/\x1b[31mred.txt", "Nothing here.\n");
  const TerminalResult result = run_on_terminal({"index", "reports"}, {"TERM=xterm"});
  EXPECT_EQ(result.exit_code, 0);
  const auto states = bars(result.shown);
  ASSERT_GE(states.size(), 2U);
  for (const std::string& state : states) EXPECT_LT(display_width(state), 80U) << state;
  EXPECT_THAT(states.front(), testing::ContainsRegex("[0-9]+%  \\["));
  EXPECT_EQ(states.back(), "");  // the bar is erased
  EXPECT_THAT(result.shown, HasSubstr("\r\x1b[K5 reports added"));
  EXPECT_THAT(result.shown, Not(HasSubstr("\x1b[31m")));
}

TEST_F(OnATerminal, ShowsNoBarWhereTheTerminalCannotOrTheUserWillNot) {
  copy_fixtures("reports");
  EXPECT_THAT(run_on_terminal({"index", "reports"}, {"TERM=dumb"}).shown, Not(HasSubstr("\x1b")));
  EXPECT_THAT(
      run_on_terminal({"index", "--rebuild", "--progress", "none", "reports"}, {"TERM=xterm"})
          .shown,
      StartsWith("rebuilt, 3 unchanged"));
}

TEST_F(OnATerminal, TheBarIsNotForFiles) {
  copy_fixtures("reports");
  EXPECT_EQ(run({"index", "reports"}).err, "");
  EXPECT_THAT(run({"index", "--rebuild", "--progress", "bar", "reports"}).err, HasSubstr("\x1b[K"));
}

TEST_F(OnATerminal, ColoursMatchesUnlessToldNotTo) {
  index_fixtures();
  const std::vector<std::string> search = {"search", "--no-pager", "pact"};
  EXPECT_THAT(run_on_terminal(search, {"TERM=xterm"}).shown, HasSubstr("\x1b[1;31mpact\x1b[0m"));
  EXPECT_THAT(run_on_terminal(search, {"TERM=xterm", "NO_COLOR=1"}).shown, Not(HasSubstr("\x1b")));
  EXPECT_THAT(
      run_on_terminal({"search", "--no-pager", "--color", "never", "pact"}, {"TERM=xterm"}).shown,
      Not(HasSubstr("\x1b")));
}

// What the pager gets is what is shown without one.
TEST_F(OnATerminal, ShowsLongTextThroughThePager) {
  index_fixtures();
  const std::vector<std::string> search = {"search", "pact OR 협정"};
  const std::string plain =
      run_on_terminal(search, {"TERM=xterm", "PAGER=cat", "NO_COLOR=1"}).shown;
  ASSERT_GT(split_lines(plain).size(), 24U);
  std::string marked;
  for (const std::string& line : split_lines(plain)) marked += "@" + line + "\n";
  for (const char* pager : {"PAGER=sed s/^/@/", "PAGER=sed 's/^/@/' | cat"}) {
    const TerminalResult paged = run_on_terminal(search, {"TERM=xterm", "NO_COLOR=1", pager});
    EXPECT_EQ(paged.exit_code, 0);
    EXPECT_EQ(paged.shown, marked) << pager;
  }
  // Not: short text, JSON, a dumb terminal, or against the user's will.
  const std::string pager = "PAGER=sed s/^/@/";
  EXPECT_THAT(run_on_terminal({"search", "xylophone"}, {"TERM=xterm", pager}).shown,
              Not(StartsWith("@")));
  EXPECT_THAT(run_on_terminal(search, {"TERM=dumb", pager}).shown, Not(StartsWith("@")));
  for (const std::vector<std::string>& option :
       std::vector<std::vector<std::string>>{{"--no-pager"}, {"--format", "jsonl"}}) {
    std::vector<std::string> arguments = search;
    arguments.insert(arguments.end(), option.begin(), option.end());
    EXPECT_THAT(run_on_terminal(arguments, {"TERM=xterm", pager}).shown, Not(StartsWith("@")));
  }
}

TEST_F(OnATerminal, ShowsTheTextIfThePagerCannotRun) {
  index_fixtures();
  for (const char* pager : {"PAGER=no-such-pager", "PAGER=no-such-pager | cat >&2; exit 127"}) {
    const TerminalResult result =
        run_on_terminal({"search", "pact OR 협정"}, {"TERM=xterm", "NO_COLOR=1", pager});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.shown, AllOf(HasSubstr("ibid: cannot run the pager \"no-such-pager"),
                                    HasSubstr("passages match")));
  }
}

// A pager that is left early is no error, and Ctrl-C is for it: ibid goes on to its exit code.
TEST_F(OnATerminal, LeavesThePagerToTheUser) {
  index_fixtures();
  const std::vector<std::string> search = {"search", "pact OR 협정"};
  EXPECT_EQ(run_on_terminal(search, {"TERM=xterm", "PAGER=head -n 1"}).exit_code, 0);
  if (!succeeds("less --version")) GTEST_SKIP() << "less is not installed";
  for (const std::string colour : {"NO_COLOR=1", "COLOURS=1"}) {
    const TerminalResult result = run_on_terminal(search, {"TERM=xterm", "LC_ALL=C", colour},
                                                  {{":\x1b[K", "\x03 "}, {":\x1b[K", "q"}});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.shown, HasSubstr("협정"));  // whatever the locale
    EXPECT_EQ(result.shown.find("\x1b]8;;file://") != std::string::npos, colour == "COLOURS=1");
  }
}

TEST_F(OnATerminal, LinksPlacesUnlessToldNotTo) {
  index_fixtures();
  const std::vector<std::string> search = {"search", "--no-pager", "\"no limits\""};
  const std::string link = "/reports/harbour-pact-2024-06-27.txt\x1b\\";
  EXPECT_THAT(run_on_terminal(search, {"TERM=xterm"}).shown,
              AllOf(HasSubstr("\x1b]8;;file://"), HasSubstr(link)));
  EXPECT_THAT(run_on_terminal(search, {"TERM=xterm", "NO_COLOR=1"}).shown, Not(HasSubstr("\x1b")));
  EXPECT_THAT(run_on_terminal(search, {"TERM=dumb"}).shown, Not(HasSubstr("\x1b")));
  EXPECT_THAT(run({"search", "--color", "always", "\"no limits\""}).out,
              AllOf(HasSubstr("\x1b[1;31m"), Not(HasSubstr("\x1b]8"))));
}

TEST_F(OnATerminal, FitsEightyColumns) {
  index_fixtures();
  for (const std::vector<std::string>& command :
       std::vector<std::vector<std::string>>{{"search", "--no-pager", "--explain", "S-400", "협정"},
                                             {"show", "--no-pager", "harbour-pact-2024-06-27"},
                                             {"info"}}) {
    const TerminalResult result = run_on_terminal(command, {"TERM=xterm", "NO_COLOR=1"});
    EXPECT_EQ(result.exit_code, 0);
    for (std::string line : split_lines(result.shown)) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (line.find(folder_.string()) != std::string::npos) continue;  // paths stay whole
      EXPECT_LE(display_width(line), 80U) << line;
    }
  }
}

// A person who tries what an assistant starts would otherwise wait for an answer.
TEST_F(OnATerminal, SaysWhomMcpWaitsFor) {
  const TerminalResult result = run_on_terminal({"mcp"}, {}, {{"Ctrl-D ends", "\x04"}});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.shown, HasSubstr("waiting for an assistant's messages on standard input"));
  EXPECT_THAT(run({"mcp"}).err, testing::IsEmpty());
}

}  // namespace
}  // namespace ibid
