// SPDX-License-Identifier: GPL-2.0-or-later
//
// The lives of processes: what ends one, what does not.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <string>
#include <thread>

#include "corpus/reader_process/reader_pool.h"
#include "tests/corpus/reader_process/test_pool.h"

namespace ibid {
namespace {

using std::chrono::milliseconds;
using testing::children;
using testing::is_running;
using testing::read_text;
using ::testing::StartsWith;
using testing::test_options;

// Runs `body` in a child of this process, whose exit code is what it returns.
pid_t run_apart(const std::function<int()>& body) {
  const pid_t pid = fork();
  if (pid == 0) _exit(body());
  return pid;
}

int exit_code(pid_t pid) {
  int status = 0;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

bool ends_soon(pid_t pid) {
  for (int i = 0; i < 500 && is_running(pid); ++i) std::this_thread::sleep_for(milliseconds(10));
  return !is_running(pid);
}

TEST(ReaderProcess, EndsWithItsPool) {
  pid_t reader = 0;
  {
    ReaderPool pool(test_options());
    read_text(pool, "say x");
    ASSERT_EQ(children().size(), 1U);
    reader = children()[0];
    EXPECT_TRUE(is_running(reader));
  }
  EXPECT_FALSE(is_running(reader));
}

TEST(ReaderProcess, OutlivesTheThreadThatStartedIt) {
  ReaderPool pool(test_options());
  std::thread([&] { EXPECT_THAT(read_text(pool, "count"), StartsWith("1 ")); }).join();
  std::this_thread::sleep_for(milliseconds(100));
  EXPECT_THAT(read_text(pool, "count"), StartsWith("2 "));
}

// Whether it waits, sleeps or works when its parent is killed.
TEST(ReaderProcess, EndsWhenItsParentIsKilled) {
  for (const char* file : {"say x", "sleep", "work"}) {
    int told[2];
    ASSERT_EQ(pipe2(told, O_CLOEXEC), 0);
    const pid_t parent = run_apart([&] {
      ReaderPoolOptions options = test_options();
      bool is_told = false;
      const auto tell = [&] {
        const auto running = children();
        if (!is_told && running.size() == 1) {
          is_told = write(told[1], &running[0], sizeof running[0]) > 0;
        }
        return true;
      };
      options.go_on = tell;
      ReaderPool pool(options);
      read_text(pool, file);
      for (;;) pause();
      return 0;
    });
    pid_t reader = 0;
    ASSERT_EQ(read(told[0], &reader, sizeof reader), static_cast<ssize_t>(sizeof reader));
    EXPECT_TRUE(is_running(reader));
    kill(parent, SIGKILL);
    exit_code(parent);
    EXPECT_TRUE(ends_soon(reader)) << file;
    close(told[0]);
    close(told[1]);
  }
}

TEST(ReaderProcess, IsStartedThoughStandardStreamsAreClosed) {
  for (const int mask : {1, 2, 3, 7}) {
    const pid_t pid = run_apart([&] {
      for (const int fd : {0, 1, 2}) {
        if ((mask >> fd & 1) != 0) close(fd);
      }
      ReaderPool pool(test_options());
      return read_text(pool, "say x") == "x" && read_text(pool, "try files") == "none" ? 0 : 1;
    });
    EXPECT_EQ(exit_code(pid), 0) << mask;
  }
}

TEST(ReaderProcess, IsStartedWhateverSignalsMeanHere) {
  const pid_t pid = run_apart([] {
    signal(SIGCHLD, SIG_IGN);  // so that its end is told to nobody
    signal(SIGPIPE, SIG_DFL);
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, nullptr);
    ReaderPoolOptions options = test_options();
    options.cpu = milliseconds(200);
    ReaderPool pool(options);
    if (read_text(pool, "say x") != "x") return 1;
    const std::string large(std::size_t{8} << 20, ' ');
    if (read_text(pool, "exit 7" + large).find("its reader fell silent") != 0) return 2;
    if (read_text(pool, "work").find("its reader fell silent") != 0) return 3;
    return read_text(pool, "say x") == "x" ? 0 : 4;
  });
  EXPECT_EQ(exit_code(pid), 0);
}

// SIGPIPE of a write to a process that is gone ends nothing here, and does not stay pending.
TEST(ReaderProcess, LeavesSignalsAsTheyWere) {
  ReaderPool pool(test_options());
  read_text(pool, "exit 7" + std::string(std::size_t{8} << 20, ' '));
  sigset_t pending, blocked;
  sigpending(&pending);
  pthread_sigmask(SIG_BLOCK, nullptr, &blocked);
  EXPECT_EQ(sigismember(&pending, SIGPIPE), 0);
  EXPECT_EQ(sigismember(&blocked, SIGPIPE), 0);
}

// Ctrl-C in a terminal goes to all of a group.
TEST(ReaderProcess, IsInAGroupOfItsOwn) {
  ReaderPool pool(test_options());
  read_text(pool, "say x");
  ASSERT_EQ(children().size(), 1U);
  EXPECT_EQ(getpgid(children()[0]), children()[0]);
}

}  // namespace
}  // namespace ibid
