// SPDX-License-Identifier: GPL-2.0-or-later
//
// All commands: help, versions, wrong options, streams, the folder of the index.
#include <algorithm>
#include <cstdlib>
#include <regex>
#include <set>

#include "corpus/files/reader.h"
#include "corpus/text/display_width.h"
#include "search/audit/rules/rules.h"
#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

class CommandLine : public CommandTest {
 protected:
  std::vector<std::string> commands() { return split_lines(run({"help", "--list"}).out); }
};

TEST_F(CommandLine, SaysItsVersionAndLicence) {
  const RunResult result = run({"--version"});
  EXPECT_EQ(result.exit_code, 0);
  const std::vector<std::string> lines = split_lines(result.out);
  ASSERT_THAT(lines, SizeIs(4));
  EXPECT_THAT(lines[0], testing::MatchesRegex("ibid [0-9]+\\.[0-9]+\\.[0-9]+"));
  EXPECT_THAT(lines[1], HasSubstr("GNU GPL, version 2 or later"));
  EXPECT_THAT(lines[2], AllOf(StartsWith("ibid-read"), HasSubstr("GNU GPL, version 3")));
}

TEST_F(CommandLine, WithoutArgumentsShowsHelpAsAnError) {
  const RunResult result = run({});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_EQ(result.err, run({"--help"}).out);
}

TEST_F(CommandLine, HelpListsEveryCommand) {
  EXPECT_THAT(commands(), testing::IsSupersetOf({"index", "search", "show", "similar", "sources",
                                                 "source", "verify-quote", "info", "help"}));
  const RunResult result = run({"--help"});
  EXPECT_EQ(result.exit_code, 0);
  for (const std::string& command : commands()) {
    EXPECT_THAT(result.out, HasSubstr("\n  " + command + " "));
  }
}

TEST_F(CommandLine, HelpOfEveryCommandIsTheSameHoweverAsked) {
  for (const std::string& command : commands()) {
    const RunResult result = run({command, "--help"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.out, StartsWith("usage: ibid " + command + " "));
    EXPECT_THAT(result.out, AllOf(HasSubstr("\nExamples:\n"), HasSubstr("\nExit codes:\n")));
    EXPECT_THAT(result.err, IsEmpty());
    EXPECT_EQ(result.out, run({command, "-h"}).out);
    EXPECT_EQ(result.out, run({"help", command}).out);
  }
}

// groff warns of anything that it does not know.
TEST_F(CommandLine, ManualPagesAreGoodRoff) {
  std::vector<std::vector<std::string>> pages = {{"help", "--man"}};
  for (const std::string& command : commands()) pages.push_back({"help", "--man", command});
  for (const std::vector<std::string>& page : pages) {
    write("page.1", run(page).out);
    const std::string command = "/usr/bin/groff -man -Tutf8 -k -ww -z " + path("page.1") + " >" +
                                path("warnings") + " 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0) << page.back();
    EXPECT_EQ(read_file(path("warnings")), "") << page.back();
  }
  const std::string audit = run({"help", "--man", "audit"}).out;
  EXPECT_THAT(audit, HasSubstr("\n.TH IBID\\-AUDIT 1"));
  for (const Rule& rule : audit_rules()) {
    std::string name(rule.id);
    for (std::size_t at = 0; (at = name.find('-', at)) != std::string::npos; at += 2) {
      name.replace(at, 1, "\\-");
    }
    EXPECT_THAT(audit, HasSubstr("\\fB" + name + " (")) << rule.id;
  }
}

// The names in calls like environment("TERM") in the sources of the program.
std::set<std::string> variables_read() {
  std::set<std::string> names;
  const std::regex call(R"re((environment|absolute_path|getenv)\("([A-Z_]+)"\))re");
  for (const auto& entry : fs::recursive_directory_iterator(IBID_SOURCE_DIR "/tools")) {
    if (entry.path().extension() != ".cc") continue;
    const std::string text = read_all(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), call), end; at != end; ++at) {
      names.insert((*at)[2]);
    }
  }
  return names;
}

std::string bold(const std::string& term) { return "\\fB" + term + "\\fR\n"; }

TEST_F(CommandLine, ManualPagesNameExitStatusEnvironmentAndFiles) {
  const std::string page = run({"help", "--man"}).out;
  ASSERT_THAT(variables_read(), testing::IsSupersetOf({"IBID_INDEX", "HOME", "TERM"}));
  for (const std::string& name : variables_read()) EXPECT_THAT(page, HasSubstr(bold(name)));
  for (const char* code : {"0", "1", "2", "75"}) EXPECT_THAT(page, HasSubstr(bold(code)));
  for (const std::string& command : commands()) {
    const std::string of_command = run({"help", "--man", command}).out;
    EXPECT_THAT(of_command, HasSubstr("\n.SH EXIT STATUS\n")) << command;
    const bool has_index = run({"help", command}).out.find("\n  --index DIR") != std::string::npos;
    for (const char* part : {"\n.SH ENVIRONMENT\n", "\n.SH FILES\n", "\\fBXDG_DATA_HOME\\fR\n"}) {
      EXPECT_EQ(of_command.find(part) != std::string::npos, has_index) << command << part;
    }
  }
}

// "  -v, --verbose         say …": the names of the options of a help text.
std::vector<std::string> option_names(const std::string& help) {
  std::vector<std::string> names;
  for (const std::string& line : split_lines(help)) {
    if (!line.starts_with("  -")) continue;
    for (std::size_t at = 2; at < line.size() && line[at] == '-';) {
      const std::size_t end = std::min(line.find_first_of(" ,", at), line.size());
      names.push_back(line.substr(at, end - at));
      at = line.compare(end, 2, ", ") == 0 ? end + 2 : line.size();
    }
  }
  return names;
}

TEST_F(CommandLine, ManualPagesAndCompletionsHaveEveryOptionOfHelp) {
  const std::string zsh = run({"help", "--completion", "zsh"}).out;
  const std::string fish = run({"help", "--completion", "fish"}).out;
  std::size_t checked = 0;
  for (const std::string& command : commands()) {
    const std::string page = run({"help", "--man", command}).out;
    const std::size_t begin = zsh.find("\n    " + command + ")\n");
    const std::string of_zsh = zsh.substr(begin, zsh.find(";;", begin) - begin);
    const std::string to_fish = "_from " + command + "'";
    for (const std::string& name : option_names(run({command, "--help"}).out)) {
      std::string dashes;
      for (const char c : name) dashes += c == '-' ? "\\-" : std::string(1, c);
      EXPECT_TRUE(page.find("\\fB" + dashes) != std::string::npos ||
                  page.find(", " + dashes) != std::string::npos)
          << command << " " << name;
      EXPECT_THAT(of_zsh, HasSubstr("'*" + name)) << command;
      bool in_fish = false;
      const std::string word =
          name.starts_with("--") ? " -l " + name.substr(2) + " " : " -s " + name.substr(1) + " ";
      for (const std::string& line : split_lines(fish)) {
        in_fish |= line.find(to_fish) != std::string::npos && line.find(word) != std::string::npos;
      }
      EXPECT_TRUE(in_fish) << command << " " << name;
      ++checked;
    }
  }
  EXPECT_GT(checked, 60U);
}

TEST_F(CommandLine, HelpFitsEightyColumns) {
  std::vector<std::string> texts = {run({"--help"}).out};
  for (const std::string& command : commands()) texts.push_back(run({command, "--help"}).out);
  for (const std::string& text : texts) {
    for (const std::string& line : split_lines(text)) EXPECT_LE(display_width(line), 80U) << line;
  }
}

struct WrongUse {
  std::vector<std::string> arguments;
  std::string message;  // all of standard error
};

TEST_F(CommandLine, WrongUseGetsOneSentenceAndAHint) {
  const std::vector<WrongUse> cases = {
      {{"serch", "x"},
       "ibid: there is no command \"serch\"; did you mean search?\nsee 'ibid --help'\n"},
      {{"zzz"}, "ibid: there is no command \"zzz\"\nsee 'ibid --help'\n"},
      {{"help", "--completion", "csh"},
       "ibid: --completion: \"csh\" is not one of bash, zsh, fish\nsee 'ibid help --help'\n"},
      {{"help", "zzz"}, "ibid: there is no command \"zzz\"\nsee 'ibid help'\n"},
      {{"--verson"},
       "ibid: the command comes first: ibid COMMAND [OPTION]... [ARGUMENT]...\nsee 'ibid "
       "--help'\n"},
      {{"search"}, "ibid: search needs QUERY...\nsee 'ibid search --help'\n"},
      {{"source"}, "ibid: source needs SOURCE\nsee 'ibid source --help'\n"},
      {{"info", "x"}, "ibid: \"x\" is one argument too many for info\nsee 'ibid info --help'\n"},
      {{"search", "--limt", "3", "x"},
       "ibid: unknown option --limt; did you mean --limit?\nsee 'ibid search --help'\n"},
      {{"search", "--limit", "x", "y"},
       "ibid: --limit: \"x\" is not a whole number\nsee 'ibid search --help'\n"},
      {{"search", "--limit", "-3", "y"},
       "ibid: --limit: -3 is not between 0 and 1000000\nsee 'ibid search --help'\n"},
      {{"search", "x", "--limit"}, "ibid: --limit needs a value\nsee 'ibid search --help'\n"},
      {{"search", "--sort", "size", "x"},
       "ibid: --sort: \"size\" is not one of score, date, report, seen\nsee 'ibid search --help'\n"},
      {{"search", "--facets", "source,colour", "x"},
       "ibid: --facets: \"colour\" is not one of source, publisher, language, report, section, "
       "date, "
       "collection, tag\n"
       "see 'ibid search --help'\n"},
      {{"search", "pact", "-china"},
       "ibid: \"-china\" looks like an option\nto leave out passages with a word, put -- before "
       "the "
       "query: ibid search -- QUERY -china\n"},
      {{"search", "-hamas"},
       "ibid: \"-hamas\" looks like an option\nto leave out passages with a word, put -- before "
       "the "
       "query: ibid search -- QUERY -hamas\n"},
      {{"search", "협정", "-중국"},
       "ibid: \"-중국\" looks like an option\nto leave out passages with a word, put -- before the "
       "query: ibid search -- QUERY -중국\n"},
      {{"index", "--memory", "much", "x"},
       "ibid: --memory: \"much\" is not a size; write it like 512M, 2G or 100k\n"
       "see 'ibid index --help'\n"},
      {{"index", "--memory", "15M", "x"},
       "ibid: --memory: 15M is too little; the least is 16M\nsee 'ibid index --help'\n"},
      {{"index", "--lock-timeout", "soon", "x"},
       "ibid: --lock-timeout: \"soon\" is not a number of seconds; write it like 30 or 0.5\n"
       "see 'ibid index --help'\n"},
  };
  for (const WrongUse& c : cases) {
    const RunResult result = run(c.arguments);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.err, c.message);
    EXPECT_THAT(result.out, IsEmpty());
  }
}

TEST_F(CommandLine, ControlCharactersOfArgumentsAreShownNotObeyed) {
  const RunResult result = run({"serch\x1b[31m"});
  EXPECT_THAT(result.err, AllOf(HasSubstr("serch\\u{1B}[31m"), Not(HasSubstr("\x1b"))));
}

TEST_F(CommandLine, WithoutAnIndexNamesTheRemedy) {
  const std::vector<std::vector<std::string>> cases = {
      {"search", "x"}, {"show", "r"}, {"similar", "r#1.1"}, {"sources"},
      {"source", "x"}, {"info"},      {"info", "--check"}};
  for (const auto& arguments : cases) {
    const RunResult result = run(arguments);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err,
                AllOf(StartsWith("ibid: "), HasSubstr(path("index")), HasSubstr("ibid index")));
  }
  EXPECT_FALSE(fs::exists(path("index")));
}

TEST_F(CommandLine, FindsTheIndexThroughTheEnvironment) {
  copy_fixtures("reports");
  ASSERT_EQ(run({"index", "--index", path("a"), "reports"}).exit_code, 0);
  RunOptions by_variable = options();
  by_variable.environment = {{"IBID_INDEX", path("a")}, {"XDG_DATA_HOME", path("nowhere")}};
  EXPECT_EQ(run({"search", "pact"}, by_variable).exit_code, 0);

  RunOptions by_data_home = options();
  by_data_home.environment = {
      {"IBID_INDEX", ""}, {"XDG_DATA_HOME", path("data")}, {"HOME", path("nowhere")}};
  ASSERT_EQ(run({"index", "reports"}, by_data_home).exit_code, 0);
  EXPECT_TRUE(fs::exists(path("data/ibid/ibid.json")));
  EXPECT_EQ(run({"search", "pact"}, by_data_home).exit_code, 0);

  RunOptions by_home = options();
  by_home.environment = {{"HOME", path("home")}};
  ASSERT_EQ(run({"index", "reports"}, by_home).exit_code, 0);
  EXPECT_TRUE(fs::exists(path("home/.local/share/ibid/ibid.json")));

  RunOptions relative = options();
  relative.environment = {{"IBID_INDEX", "b"}};
  ASSERT_EQ(run({"index", "reports"}, relative).exit_code, 0);
  EXPECT_TRUE(fs::exists(path("b/ibid.json")));
}

// XDG base directory specification, 0.8: "If an implementation encounters a relative path in any of
// these variables it should consider the path invalid and ignore it."
TEST_F(CommandLine, IgnoresRelativeFoldersOfTheDesktop) {
  copy_fixtures("reports");
  RunOptions by_home = options();
  by_home.environment = {{"XDG_DATA_HOME", "자료"}, {"HOME", path("home")}};
  ASSERT_EQ(run({"index", "reports"}, by_home).exit_code, 0);
  EXPECT_TRUE(fs::exists(path("home/.local/share/ibid/ibid.json")));

  RunOptions without = options();
  for (const std::map<std::string, std::string>& environment :
       std::vector<std::map<std::string, std::string>>{
           {}, {{"HOME", "home"}}, {{"XDG_DATA_HOME", "./data"}, {"HOME", ""}}}) {
    without.environment = environment;
    const RunResult result = run({"index", "reports"}, without);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.err,
              "ibid: no index folder is known: neither XDG_DATA_HOME nor HOME is an absolute path; "
              "give --index DIR or set IBID_INDEX\n");
  }
  EXPECT_FALSE(fs::exists(path("자료")));
  EXPECT_FALSE(fs::exists(path("data")));
}

TEST_F(CommandLine, AReaderThatLeavesIsNoError) {
  index_fixtures();
  RunOptions closed = options();
  closed.closed_output = true;
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"search", "pact"}, {"show", "notes"}, {"info"}, {"index", "reports"}, {"--help"}}) {
    const RunResult result = run(arguments, closed);
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(result.signal, 0);
    EXPECT_THAT(result.err, IsEmpty());
  }
}

TEST_F(CommandLine, AFullDiskIsAnError) {
  index_fixtures();
  RunOptions full = options();
  full.output_file = "/dev/full";
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"search", "pact"}, {"show", "notes"}, {"info"}, {"index", "reports"}, {"--help"}}) {
    const RunResult result = run(arguments, full);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.err, "ibid: cannot write to standard output: No space left on device\n");
  }
}

TEST_F(CommandLine, SaysWhatItDoesWhenVerbose) {
  index_fixtures();
  EXPECT_THAT(run({"search", "pact"}).err, IsEmpty());
  EXPECT_THAT(run({"search", "-v", "pact"}).err,
              AllOf(HasSubstr("ibid: index: " + path("index")), HasSubstr("ibid: query: pact")));
}

// The same block as in docs/query-language.md, and so in ibid-query(7).
TEST_F(CommandLine, ShowsTheQueryLanguageOnOneScreen) {
  const RunResult result = run({"help", "query"});
  EXPECT_EQ(result.exit_code, 0);
  const std::vector<std::string> lines = split_lines(result.out);
  EXPECT_LE(lines.size(), 39U);
  std::string block;
  for (const std::string& line : lines) {
    EXPECT_LE(display_width(line), 80U) << line;
    block += line.empty() ? "\n" : "    " + line + "\n";
  }
  EXPECT_THAT(read_all(IBID_SOURCE_DIR "/docs/query-language.md"),
              HasSubstr("\n## On one screen\n\n" + block + "\n## "));
  for (const char* word :
       {"title:",      "section:", "entity:", "report:", "source:", "publisher:", "cites:",
        "collection:", "tag:",     "lang:",   "kind:",   "date:",   "amount:",    "percent:",
        "year:",       "AND",      "OR",      "NOT",     "NEAR/8",  "ADJ/8",      "+",
        "-",           "*",        "?",       "\""}) {
    EXPECT_THAT(result.out, HasSubstr(word));
  }
  EXPECT_THAT(run({"help", "--man", "query"}).err, HasSubstr("ibid-query(7)"));
}

}  // namespace
}  // namespace ibid
