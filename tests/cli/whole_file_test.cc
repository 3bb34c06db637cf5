// SPDX-License-Identifier: GPL-2.0-or-later
//
// Output files that appear complete or not at all, and what killed programs leave beside them.
#include "tools/terminal/whole_file.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>

#include "corpus/error.h"
#include "tests/cli/cli_test.h"

namespace ibid {
namespace {

class WholeFiles : public CommandTest {
 protected:
  // Runs an export to e.jsonl after `first`, lines of the shell in the same process.
  RunResult export_after(const std::string& first, std::vector<std::string> launcher = {}) {
    RunOptions with = options();
    with.launcher = std::move(launcher);
    for (const std::string& word :
         {std::string("/bin/sh"), std::string("-c"), first + "\nexec \"$@\"", std::string("sh")}) {
      with.launcher.push_back(word);
    }
    return run({"export", "--format", "jsonl", "--all", "--output", "e.jsonl"}, with);
  }

  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(folder_)) {
      if (entry.is_regular_file()) out.push_back(entry.path().filename().string());
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  bool makes_unnamed_files() const {
    const int file = open(folder_.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600);
    if (file < 0) return false;
    close(file);
    return true;
  }
};

constexpr char kLeave[] = "printf half > e.jsonl.$$.new; printf half > e.jsonl.$$-2.new";

TEST_F(WholeFiles, AreWrittenWhereAKilledProcessOfTheSameNumberWroteThem) {
  index_fixtures();
  const std::string all = run({"export", "--format", "jsonl", "--all"}).out;
  for (const char* before : {"", "older\n"}) {
    fs::remove(path("e.jsonl"));
    if (*before != '\0') write("e.jsonl", before);
    const RunResult result = export_after(kLeave);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(read_all(path("e.jsonl")), all);
  }
  // Two runs left two files each, of others; nothing else is beside the export.
  EXPECT_THAT(names(), SizeIs(5));
  for (const std::string& name : names()) {
    EXPECT_EQ(read_all(path(name)), name == "e.jsonl" ? all : "half") << name;
  }
}

TEST_F(WholeFiles, AreWrittenUnderOtherNamesWhereUnnamedFilesCannotBeLinked) {
  const std::vector<std::string> unshared = {"unshare", "--mount", "--"};
  const std::string without_proc = "mount -t tmpfs none /proc || exit 99\n";
  index_fixtures();
  const std::string all = run({"export", "--format", "jsonl", "--all"}).out;
  if (!succeeds("unshare --mount -- mount -t tmpfs none /proc")) GTEST_SKIP() << "may not mount";
  for (const char* before : {"", "older\n"}) {
    fs::remove(path("e.jsonl"));
    if (*before != '\0') write("e.jsonl", before);
    const RunResult result = export_after(without_proc + kLeave, unshared);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(read_all(path("e.jsonl")), all);
  }
  EXPECT_THAT(names(), SizeIs(5));
}

TEST_F(WholeFiles, OfAKilledProcessLeaveNothing) {
  if (!makes_unnamed_files()) GTEST_SKIP() << "this file system has no files without a name";
  const auto killed = [this] {
    WholeFile file(path("보고.jsonl"));
    file.write(std::string(1 << 20, 'x'));
    raise(SIGKILL);
  };
  EXPECT_EXIT(killed(), testing::KilledBySignal(SIGKILL), "");
  EXPECT_THAT(names(), IsEmpty());
  write_whole_file(path("보고.jsonl"), "협정\n", Existing::kKeep);
  EXPECT_THAT(names(), ElementsAre("보고.jsonl"));
}

TEST_F(WholeFiles, KeepOrReplaceWhatIsThere) {
  write_whole_file(path("a"), "one", Existing::kKeep);
  EXPECT_THROW(write_whole_file(path("a"), "two", Existing::kKeep), Error);
  EXPECT_EQ(read_all(path("a")), "one");
  write_whole_file(path("a"), "three", Existing::kReplace);
  EXPECT_EQ(read_all(path("a")), "three");
  fs::create_symlink("a", path("link"));
  write_whole_file(path("link"), "four", Existing::kReplace);
  EXPECT_EQ(read_all(path("a")), "four");
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_THAT(names(), ElementsAre("a", "link"));
}

TEST_F(WholeFiles, NameTheFilesThatAreInTheWay) {
  const std::string path_of = path("a");
  write("a", "old");
  const std::string process = std::to_string(getpid());
  write("a." + process + ".new", "half");
  for (int number = 2; number <= 1000; ++number) {
    write("a." + process + "-" + std::to_string(number) + ".new", "half");
  }
  try {
    write_whole_file(path_of, "new", Existing::kReplace);
    ADD_FAILURE() << "written";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(),
                AllOf(StartsWith("cannot write " + path_of + ": 1000 unfinished files like " +
                                 path_of + "." + process + "-1000.new are beside it"),
                      HasSubstr("remove")));
  }
  EXPECT_EQ(read_all(path_of), "old");
}

}  // namespace
}  // namespace ibid
