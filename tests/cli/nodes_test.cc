// SPDX-License-Identifier: GPL-2.0-or-later
//
// Commands over several nodes: here folders of this machine, one of which may be missing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class NodeCommands : public CliTest {
 protected:
  NodeCommands() {
    write("north/harbour.txt",
          "Harbour\n2024-06-27\n\n1. Pact\n\n- Busan signed a harbour pact.\n");
    write("south/조약.txt",
          "조약\n2024-07-01\n\n1. 협정\n\n- 부산항 협정에 서명했다 (source: A).\n");
    for (const std::string& node : {"north", "south"}) {
      const RunResult made =
          run({"index", "--for-nodes", "-q", "--index", path("i-" + node), path(node)});
      EXPECT_EQ(made.exit_code, 0) << made.err;
    }
    write("nodes.toml",
          "[[node]]\nname = \"north\"\npath = \"i-north\"\n"
          "[[node]]\nname = \"south\"\npath = \"i-south\"\n");
  }

  RunResult ask(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin() + 1, {"--index", path("nodes.toml")});
    return run(arguments);
  }

  void lose_south() const { std::filesystem::rename(path("i-south"), path("away")); }
};

TEST_F(NodeCommands, AnswerAsOneIndex) {
  const RunResult found = ask({"search", "--format", "jsonl", "pact", "OR", "협정"});
  EXPECT_EQ(found.exit_code, 0) << found.err;
  const auto lines = parse_lines(found.out);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0]["index"]["passages"], 2);
  EXPECT_EQ(lines[0]["index"]["complete"], true);
  EXPECT_EQ(lines[1]["stale"], nullptr);
  EXPECT_EQ(lines[3]["complete"], true);
  EXPECT_EQ(lines[3]["nodes"][1]["name"], "south");
  EXPECT_EQ(lines[3]["nodes"][1]["state"], "answered");

  EXPECT_THAT(ask({"show", "조약"}).out, HasSubstr("부산항"));
  EXPECT_THAT(ask({"show", "harbour#1.1"}).out, HasSubstr("Busan"));
  EXPECT_THAT(ask({"sources"}).out, HasSubstr("A"));
  EXPECT_EQ(ask({"source", "A"}).exit_code, 0);
  EXPECT_THAT(ask({"list", "--format", "csv"}).out, HasSubstr("unknown"));
  EXPECT_THAT(ask({"export", "--all", "--format", "jsonl"}).out, HasSubstr("harbour#1.1"));
  EXPECT_EQ(ask({"cite", "조약#1.1"}).exit_code, 0);
  EXPECT_EQ(ask({"verify-quote", "Busan signed a harbour pact."}).exit_code, 0);
  EXPECT_EQ(ask({"verify-quote", "Busan signed nothing at all."}).exit_code, 1);
  EXPECT_EQ(ask({"check", "--text", "Busan signed a harbour pact"}).exit_code, 0);
}

TEST_F(NodeCommands, TellWhichDidNotAnswer) {
  lose_south();
  const RunResult found = ask({"search", "pact"});
  EXPECT_EQ(found.exit_code, 3);
  EXPECT_THAT(found.out, HasSubstr("1 of 2 nodes answered"));
  EXPECT_THAT(found.err, HasSubstr("south (no index for nodes)"));
  const auto lines = parse_lines(ask({"search", "--format", "jsonl", "pact"}).out);
  EXPECT_EQ(lines.back()["complete"], false);
  EXPECT_THAT(lines.back()["nodes"][1]["why"].get<std::string>(), HasSubstr("i-south"));

  const RunResult all = ask({"search", "--require-all", "pact"});
  EXPECT_EQ(all.exit_code, 2);
  EXPECT_THAT(all.out, IsEmpty());
  EXPECT_THAT(all.err, HasSubstr("not all nodes"));
}

TEST_F(NodeCommands, CertifyNoAbsenceWhileOneIsMissing) {
  lose_south();
  const RunResult found = ask({"verify-quote", "Busan signed a harbour pact."});
  EXPECT_EQ(found.exit_code, 3);
  EXPECT_THAT(found.out, HasSubstr("harbour"));
  const RunResult absent = ask({"verify-quote", "부산항 협정에 서명했다"});
  EXPECT_EQ(absent.exit_code, 2);
  EXPECT_THAT(absent.err, HasSubstr("only if all nodes answer"));
  EXPECT_EQ(ask({"check", "--text", "제주 공항 개항"}).exit_code, 2);
}

TEST_F(NodeCommands, RefuseWhatNeedsTheFiles) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"audit"},
                                             {"info"},
                                             {"search", "--since", "1", "pact"},
                                             {"search", "--sort", "seen", "pact"},
                                             {"bundle", "harbour#1.1", "-o", path("b.zip")}}) {
    const RunResult refused = ask(arguments);
    EXPECT_EQ(refused.exit_code, 2) << arguments[0];
    EXPECT_THAT(refused.err, HasSubstr("node")) << arguments[0];
  }
}

TEST_F(NodeCommands, SayWhatIsWrongWithTheirFile) {
  write("nodes.toml", "[[node]]\nname = \"north\"\n");
  const RunResult refused = ask({"search", "pact"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("nodes.toml:1: node north needs one of tcp, ssh and path"));
}

}  // namespace
}  // namespace ibid
