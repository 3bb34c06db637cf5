// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/reader_process/reader_pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <map>
#include <set>
#include <thread>

#include "corpus/error.h"
#include "corpus/reader_process/reader_program.h"
#include "tests/corpus/reader_process/test_pool.h"

namespace ibid {
namespace {

using std::chrono::milliseconds;
using testing::children;
using ::testing::HasSubstr;
using testing::read_once;
using testing::read_text;
using ::testing::StartsWith;
using testing::test_options;

TEST(ReaderPool, ReadsDocumentsAndRefusals) {
  ReaderPool pool(test_options());
  for (const std::string text : {"Sales fell 3%.", "수출은 3% 줄었다.", "북한 exports 3%"}) {
    EXPECT_EQ(read_text(pool, "say " + text), text);
    EXPECT_EQ(read_text(pool, "refuse it is " + text + "; save it anew"),
              "it is " + text + "; save it anew");
  }
  EXPECT_EQ(read_text(pool, "twice x"), "2");
  EXPECT_EQ(read_text(pool, "none"), "0");
  EXPECT_EQ(read_text(pool, ""), "it says nothing that is known");
  EXPECT_EQ(read_text(pool, "throw bad table"), "its reader fails on it (bad table)");
  EXPECT_EQ(read_text(pool, "refuse \xFF"), "its reader cannot say why it does not read it");
  EXPECT_EQ(read_text(pool, "refuse " + std::string(5000, 'x')), std::string(1000, 'x'));
  EXPECT_THAT(read_text(pool, "count"), StartsWith("13 ")) << "by one process";
}

TEST(ReaderPool, HandsOverAllThatIsAsked) {
  ReaderPool pool(test_options());
  ReaderInput input;
  input.format = FileFormat::kJson;
  input.bytes = "request";
  input.assumed = Encoding::kCp949;
  input.mapping.title = "제목";
  input.mapping.language = "lang";
  input.mapping.html_text = true;
  input.limits.depth = 77;
  input.limits.ratio = 99;
  EXPECT_EQ(pool.read(input).at(0).text, "제목|lang|html|CP949|77|99");
  EXPECT_EQ(read_text(pool, "request"), "||plain|none|1000|200");
}

std::string drawn(ReaderPool& pool, std::string_view text, PictureAsked asked,
                  FileFormat format = FileFormat::kHtml) {
  ReaderInput input;
  input.format = format;
  input.bytes = text;
  try {
    return pool.draw(input, asked).pixels;
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(ReaderPool, DrawsPages) {
  ReaderPool pool(test_options());
  EXPECT_EQ(drawn(pool, "pixels 6", {2, 3, 2}), "cccccc");
  EXPECT_EQ(drawn(pool, "refuse it has no 쪽; count them", {0, 3, 2}), "it has no 쪽; count them");
  EXPECT_EQ(drawn(pool, "pixels 6", {0, 3, 2}, FileFormat::kJson),
            "files of the format json have no pages");
  EXPECT_EQ(read_text(pool, "say and reads on"), "and reads on") << "in the same process";
}

TEST(ReaderPool, BelievesNoPictureThatIsNotWhole) {
  ReaderPool pool(test_options());
  const PictureAsked asked{0, 3, 2};
  for (const char* text : {"pixels 5", "pixels 7", "pixels 0", "say no picture", "claim 10"}) {
    EXPECT_THAT(drawn(pool, text, asked), HasSubstr("makes no sense")) << text;
  }
  EXPECT_THAT(drawn(pool, "pixels 6", {0, 0, 2}), HasSubstr("makes no sense"));
  EXPECT_THAT(drawn(pool, "signal 11", asked), HasSubstr("crashed"));
  ReaderPoolOptions small = test_options();
  small.most_answer_bytes = 1000;
  ReaderPool bounded(small);
  EXPECT_THAT(drawn(bounded, "pixels 1200", {0, 40, 30}), HasSubstr("too large"));
}

TEST(ReaderPool, SaysThatAReaderIsUnfit) {
  ReaderPool pool(test_options());
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(read_text(pool, "say x", FileFormat::kPdf),
              "its maps of characters are missing; install poppler-data");
  }
  EXPECT_EQ(read_text(pool, "say x"), "x");
}

TEST(ReaderPool, TakesAFreshProcessAfterManyFiles) {
  ReaderPoolOptions options = test_options();
  for (const unsigned most : {3U, options.most_files}) {
    options.most_files = most;
    ReaderPool pool(options);
    std::set<std::string> pids;
    for (unsigned i = 0; i < most + 20; ++i) {
      const std::string said = read_text(pool, "count");
      ASSERT_THAT(said, StartsWith(std::to_string(i % most + 1) + " "));
      pids.insert(said.substr(said.find(' ')));
    }
    EXPECT_EQ(pids.size(), (most + 19) / most + 1);
  }
}

TEST(ReaderPool, SaysHowAReaderFailed) {
  ReaderPoolOptions options = test_options();
  options.most_answer_bytes = 1000;
  const std::map<std::string, const char*> cases = {
      {"signal 11", "its reader crashed (signal 11); the file is damaged or hostile"},
      {"abort", "its reader crashed (signal 6); the file is damaged or hostile"},
      {"exit 1", "its reader ended early (code 1); the file is damaged or hostile"},
      {"exit 0", "its reader ended early (code 0); the file is damaged or hostile"},
      {"garbage 항구가 커졌다. It grew.", "its reader's answer makes no sense"},
      {"garbage x", "its reader's answer makes no sense"},
      {"too-much", "its reader's answer makes no sense"},
      {"unsound", "its extracted text is inconsistent: a block is out of order"},
      {"other-format", "its reader's answer makes no sense"},
      {"claim 1001", "its reader's answer is too large; split the file"},
      {"claim 18446744073709551615", "its reader's answer is too large; split the file"},
      {"many 90", "its reader's answer is too large; split the file"},
  };
  ReaderPool pool(options);
  for (const auto& [file, said] : cases) {
    EXPECT_THAT(read_text(pool, file), HasSubstr(said)) << file;
    EXPECT_EQ(read_text(pool, "say 다음"), "다음") << "after " << file;
    EXPECT_THAT(read_text(pool, file), HasSubstr(said)) << file << ", by a process in use";
  }
}

TEST(ReaderPool, StopsAReaderThatWorksTooLong) {
  ReaderPoolOptions options = test_options();
  options.cpu = milliseconds(300);
  options.patience = 400;
  EXPECT_EQ(read_once("work", options),
            "its reader was stopped after 0.3 seconds; the file is damaged or too complex");
  options.cpu = milliseconds(100);
  options.cpu_per_mib = milliseconds(200);
  EXPECT_EQ(read_once("work " + std::string(std::size_t{2} << 20, ' '), options),
            "its reader was stopped after 0.5 seconds; the file is damaged or too complex");
}

TEST(ReaderPool, StopsAReaderThatSleepsTooLong) {
  ReaderPoolOptions options = test_options();
  options.cpu = milliseconds(250);
  options.patience = 4;
  const std::string stopped =
      "its reader was stopped after 1 second; the file is damaged or too complex";
  for (const char* file : {"sleep", "claim 999"}) EXPECT_EQ(read_once(file, options), stopped);
}

// Its watching thread ends it, if that did not wait for the pipe yet when it was closed; else that
// thread keeps the pipe open, and the clock ends it.
TEST(ReaderPool, StopsAReaderThatClosesThePipe) {
  ReaderPoolOptions options = test_options();
  options.cpu = milliseconds(250);
  options.patience = 4;
  EXPECT_THAT(
      read_once("close", options),
      ::testing::AnyOf(
          "its reader ended early (code 3); the file is damaged or hostile",
          "its reader fell silent; the file is damaged or hostile",  // until that thread runs
          "its reader was stopped after 1 second; the file is damaged or too complex"));
}

TEST(ReaderPool, BoundsTheMemoryOfAReader) {
  ReaderPoolOptions options = test_options();
  options.memory_bytes = std::uint64_t{400} << 20;
  ReaderPool pool(options);
  if (pool.guards().memory_bytes == 0) GTEST_SKIP() << "a sanitizer needs all addresses";
  EXPECT_EQ(read_text(pool, "eat"),
            "it takes more memory than its reader may have, 400 MiB; split it");
  EXPECT_EQ(read_text(pool, "say x"), "x");
}

// The processor's time counts, not the clock's: a busy machine reads the same.
TEST(ReaderPool, WaitsForAReaderThatSleeps) {
  ReaderPoolOptions options = test_options();
  options.cpu = milliseconds(300);
  options.patience = 100;
  EXPECT_EQ(read_once("nap 700", options), "awake");
}

// One file spoils the process for the next, which is not at fault.
TEST(ReaderPool, ReadsAgainWhatFailedInAUsedProcess) {
  ReaderPool pool(test_options());
  EXPECT_EQ(read_text(pool, "poison"), "poisoned");
  EXPECT_EQ(read_text(pool, "say 항구"), "항구");
}

TEST(ReaderPool, ReadsOnAfterAnIdleProcessWasKilled) {
  ReaderPool pool(test_options());
  EXPECT_EQ(read_text(pool, "say x"), "x");
  ASSERT_EQ(children().size(), 1U);
  kill(children()[0], SIGKILL);
  EXPECT_EQ(read_text(pool, "say " + std::string(1 << 22, 'x')).size(), std::size_t{1} << 22);
}

TEST(ReaderPool, SaysThatAReaderWasKilledFromOutside) {
  ReaderPoolOptions options = test_options();
  int kills = 0;
  options.go_on = [&] {
    const auto running = children();
    if (!running.empty() && kills++ == 1) kill(running[0], SIGKILL);
    return true;
  };
  EXPECT_EQ(read_once("sleep", options), "its reader was killed from outside; try again");
}

TEST(ReaderPool, StopsWhenItIsTold) {
  ReaderPoolOptions options = test_options();
  std::atomic<int> asked = 0;
  options.go_on = [&] { return ++asked < 4; };
  {
    ReaderPool pool(options);
    ReaderInput input;
    input.format = FileFormat::kHtml;
    input.bytes = "sleep";
    EXPECT_THROW(pool.read(input), ReadingStopped);
    asked = -1000;
    EXPECT_EQ(read_text(pool, "say x"), "x");
  }
  EXPECT_TRUE(children().empty());
}

TEST(ReaderPool, SendsAndTakesLargeFiles) {
  ReaderPool pool(test_options());
  std::string text;
  while (text.size() < std::size_t{64} << 20) text += "수출은 3% 줄었다. Exports fell by 3%. ";
  text += "끝";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(read_text(pool, "say " + text), text);
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
  RecordProperty("mb_per_second", std::to_string(double(text.size()) / 1e6 / time.count()));
  EXPECT_THAT(read_text(pool, "count"), StartsWith("2 "));
  // It answers before it has read all: what is left must not be taken for the next request.
  EXPECT_EQ(read_text(pool, "exit 7" + std::string(std::size_t{64} << 20, ' ')),
            "its reader ended early (code 7); the file is damaged or hostile");
}

TEST(ReaderPool, RefusesAFileThatIsTooLarge) {
  ReaderPoolOptions options = test_options();
  options.most_file_bytes = std::uint64_t{1} << 20;
  EXPECT_EQ(read_once("say " + std::string(1 << 20, 'x'), options),
            "it is larger than 1 MiB; split it");
}

TEST(ReaderPool, ReadsOnManyThreads) {
  ReaderPoolOptions options = test_options();
  options.most_files = 7;
  ReaderPool pool(options);
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 25; ++i) {
        const std::string text = "항구 " + std::to_string(t) + "." + std::to_string(i);
        wrong += read_text(pool, "say " + text) != text;
        if (i % 9 == t) {
          wrong += read_text(pool, "signal 11").find("crashed (signal 11)") == std::string::npos;
        }
        if (i % 5 == t) wrong += read_text(pool, "refuse " + text) != text;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_LE(children().size(), 8U);
}

TEST(ReaderPool, NamesTheProgramThatItCannotStart) {
  const testing::Folder folder;
  for (const auto& [program, said] :
       std::map<std::string, const char*>{{"/없는/ibid-read", "No such file or directory"},
                                          {folder.path(), "Permission denied"},
                                          {"/bin/true", "it ended with code 0"},
                                          {"/bin/false", "it ended with code 1"},
                                          {"/bin/echo", "it is another program"},
                                          {"/bin/ls", "it ended with code 2"}}) {
    ReaderPoolOptions options;
    options.program = program;
    try {
      ReaderPool(options).guards();
      FAIL() << program;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kSystem);
      EXPECT_THAT(error.what(), HasSubstr("cannot start " + program));
      EXPECT_THAT(error.what(), HasSubstr(said)) << program;
      EXPECT_THAT(error.what(), HasSubstr("IBID_READ"));
    }
  }
  EXPECT_TRUE(children().empty());
}

TEST(ReaderProgram, IsNamedByTheEnvironmentOrLiesBesideTheProgram) {
  ASSERT_EQ(setenv("IBID_READ", "/a/b", 1), 0);
  EXPECT_EQ(reader_program(), "/a/b");
  unsetenv("IBID_READ");
  EXPECT_THAT(reader_program(), ::testing::EndsWith("/libexec/ibid/ibid-read"));
}

// As it is built, with the readers of formats.
TEST(ReaderProgram, IsReady) {
  ReaderPoolOptions options;
  options.program = IBID_TOOLS_DIR "/ibid-read";
  ReaderPool pool(options);
  EXPECT_EQ(pool.guards(), ReaderPool(test_options()).guards());
  EXPECT_EQ(read_text(pool, "words", FileFormat::kText), "files of the format text are not read");
}

}  // namespace
}  // namespace ibid
