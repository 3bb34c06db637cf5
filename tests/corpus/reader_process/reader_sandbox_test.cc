// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a reader that was taken over gets, in the sandbox as it is used.
#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>
#include <map>

#include "tests/corpus/reader_process/test_pool.h"

namespace ibid {
namespace {

using testing::read_text;
using testing::test_options;

TEST(ReaderSandbox, ForbidsWhatNoReaderNeeds) {
  ReaderPool pool(test_options());
  if (prctl(PR_GET_SECCOMP) < 0) GTEST_SKIP() << "the kernel has no seccomp";
  ASSERT_TRUE(pool.guards().seccomp);
  const testing::Folder folder;
  const std::string file = folder.write("보고서.txt", "words");
  for (const std::string act :
       {"socket", "unix-socket", "fork", "vfork", "exec", "kill-parent", "kill-group", "ptrace",
        "memfd", "io_uring", "map-code", "map-writable-code", "make-code", "lift-limit"}) {
    EXPECT_EQ(read_text(pool, "try " + act), "EPERM") << act;
  }
  for (const std::string act : {"write ", "append ", "create ", "truncate ", "unlink ", "chmod "}) {
    EXPECT_EQ(read_text(pool, "try " + act + file), "EPERM") << act;
  }
  EXPECT_EQ(read_text(pool, "try create " + folder.path() + "/new"), "EPERM");
  EXPECT_EQ(read_text(pool, "try mkdir " + folder.path() + "/new"), "EPERM");
  EXPECT_EQ(read_text(pool, "try nameless " + folder.path()), "EPERM");
  EXPECT_EQ(testing::bytes_of(file), "words");
  struct stat info {};
  ASSERT_EQ(stat(file.c_str(), &info), 0);
  EXPECT_NE(info.st_mode & 0777, 0777U);
}

TEST(ReaderSandbox, LetsOnlyDataOfLibrariesBeRead) {
  ReaderPool pool(test_options());
  const long version =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version <= 0) GTEST_SKIP() << "the kernel has no Landlock";
  ASSERT_EQ(pool.guards().landlock_abi, version);
  const testing::Folder folder;
  const std::string file = folder.write("secret", "words");
  for (const std::string& act :
       {std::string("read /etc/passwd"), std::string("list /etc"), std::string("list /"),
        std::string("read /proc/self/environ"), "read " + file, "list " + folder.path(),
        std::string("read /usr/share/poppler/../../../etc/passwd")}) {
    EXPECT_EQ(read_text(pool, "try " + act), "EACCES") << act;
  }
}

TEST(ReaderSandbox, LetsLibrariesWork) {
  ReaderPool pool(test_options());
  for (const char* act : {"thread", "iconv"}) {
    EXPECT_EQ(read_text(pool, std::string("try ") + act), "done") << act;
  }
  for (const char* path : {"/usr/share/zoneinfo/UTC", "/usr/share/poppler/cMap/Adobe-Korea1"}) {
    if (access(path, R_OK) != 0) continue;
    EXPECT_EQ(read_text(pool, std::string("try read ") + path), "done") << path;
  }
}

TEST(ReaderSandbox, InheritsNothing) {
  ASSERT_EQ(setenv("IBID_SECRET", "geheim", 1), 0);
  const int open_file = dup(STDERR_FILENO);
  ReaderPool pool(test_options());
  EXPECT_EQ(read_text(pool, "try files"), "none");
  EXPECT_EQ(read_text(pool, "try environment").find("SECRET"), std::string::npos);
  close(open_file);
  unsetenv("IBID_SECRET");
}

TEST(ReaderSandbox, IsDemandedOrNothingIsRead) {
  ReaderPoolOptions options = test_options();
  options.require_sandbox = true;
  const ReaderGuards guards = ReaderPool(test_options()).guards();
  if (guards.seccomp && guards.landlock_abi > 0) {
    EXPECT_EQ(testing::read_once("say 항구", options), "항구");
  } else {
    EXPECT_ANY_THROW(testing::read_once("say 항구", options));
  }
  EXPECT_EQ(in_words(ReaderGuards{true, 7, std::uint64_t{1} << 30}),
            "seccomp yes, Landlock ABI 7, memory 1024 MiB");
  EXPECT_EQ(in_words(ReaderGuards{}),
            "seccomp no, Landlock no (the kernel has none), memory not bounded");
}

}  // namespace
}  // namespace ibid
