// SPDX-License-Identifier: GPL-2.0-or-later
//
// ibid watch: what it says, and how it ends. When it updates is tested with a clock of its own
// (tests/indexer/watch).
#include <signal.h>

#include <chrono>

#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

class WatchCommand : public CommandTest {
 protected:
  void SetUp() override { index_fixtures(); }

  RunOptions writing_to(const std::string& name) const {
    RunOptions with = options();
    with.output_file = path(name);
    return with;
  }
  // Asks until the query has a hit, as an editor would.
  bool is_found(const std::string& query) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (std::chrono::steady_clock::now() < end) {
      if (run({"search", "--count", query}).exit_code == 0) return true;
    }
    return false;
  }
};

TEST_F(WatchCommand, FollowsAFolderUntilItIsTerminated) {
  Child watch({"watch", "reports"}, writing_to("said"));
  ASSERT_TRUE(watch.wait_for_error_output("ibid: following what changes; Ctrl-C ends\n"));
  write("reports/깊은 곳/새 글.txt", "A submarine was seen. 잠수함이 보였다.\n");
  EXPECT_TRUE(is_found("잠수함"));
  watch.send(SIGTERM);
  EXPECT_EQ(watch.finish().exit_code, 0);
  EXPECT_EQ(read_all(path("said")),
            "nothing to do, 3 unchanged: 3 reports, 13 passages (generation 1)\n"
            "1 report added, 0 updated, 0 removed, 3 unchanged: 4 reports, 14 passages "
            "(generation 2)\n");
}

TEST_F(WatchCommand, FollowsTheFoldersOfTheIndexAndSaysSoInJson) {
  Child watch({"watch", "--format", "jsonl"}, writing_to("said"));
  ASSERT_TRUE(watch.wait_for_error_output("ibid: following"));
  write("reports/page.html", "<p>A submarine was seen. 잠수함이 보였다.</p>");
  EXPECT_TRUE(is_found("submarine"));
  watch.send(SIGINT);
  EXPECT_EQ(watch.finish().exit_code, 0);
  const std::vector<Json> lines = parse_lines(read_all(path("said")));
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[0]["type"], "summary");
  EXPECT_EQ(lines[0]["unchanged"], 3);
  EXPECT_EQ(lines[1]["added"], 1);
  EXPECT_EQ(lines[1]["index"]["generation"], 2);
}

TEST_F(WatchCommand, EndsWhenNobodyReadsItsLines) {
  RunOptions with = options();
  with.closed_output = true;
  Child watch({"watch"}, with);
  EXPECT_EQ(watch.finish().exit_code, 0);
}

TEST_F(WatchCommand, EndsWithAnErrorIfItCannotBegin) {
  const RunResult nothing = run({"watch", "--index", path("nowhere")});
  EXPECT_EQ(nothing.exit_code, 2);
  EXPECT_THAT(nothing.err, HasSubstr("name the files and folders to index"));
  const RunResult stream = run({"watch", "-"});
  EXPECT_EQ(stream.exit_code, 2);
  EXPECT_THAT(stream.err, HasSubstr("standard input cannot be followed"));
}

}  // namespace
}  // namespace ibid
