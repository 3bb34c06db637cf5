// SPDX-License-Identifier: GPL-2.0-or-later
//
// Many readers while a writer commits and rebuilds as fast as it can: no error, and each answer is
// of one generation. Runs for half a minute; IBID_SOAK_SECONDS and IBID_SOAK_READERS change that.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <set>
#include <thread>
#include <vector>

#include "tests/support/sample_index.h"

// Xapian 1.4.22 leaks a cursor if DatabaseModifiedError is thrown while it is made, about five
// times in 600 commits.
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(*-reserved-identifier)
  return "leak:libxapian.so\n";
}

namespace ibid {
namespace {

using testing::report_with;
using testing::SampleIndex;
using testing::TestIndex;

constexpr int kReports = 4;
constexpr int kRebuildEvery = 25;

int number_from(const char* variable, int otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::atoi(text);
}

// The words, the title and, because each version takes one commit, the generation give the version.
void write_version(const TestIndex& test, int version) {
  const std::string number = std::to_string(version);
  for (int i = 0; i < kReports; ++i) {
    test.change("r" + std::to_string(i) + ".txt",
                report_with("Version" + number, {"The defense pact, 국방 협정, in version" +
                                                 number + " of " + std::to_string(i) + "."}));
  }
}

struct Tally {
  std::atomic<std::uint64_t> answers = 0, generations_seen = 0;
};

void expect_one_version(const SearchResult& result) {
  SCOPED_TRACE(result.query + " in generation " + std::to_string(result.index.generation) +
               " with " + std::to_string(result.index.passages) + " passages");
  EXPECT_EQ(result.hits.size(), static_cast<std::size_t>(kReports));
  const std::string version = std::to_string(result.index.generation - 1);
  for (const Hit& hit : result.hits) {
    EXPECT_NE(hit.passage.text.find("in version" + version + " of"), std::string::npos)
        << "generation " << result.index.generation << " has: " << hit.passage.text;
    EXPECT_EQ(hit.passage.report.title, "Version" + version);
  }
}

void read_until(const std::atomic<bool>& done, const std::string& index, Tally& tally) {
  const char* const queries[] = {"pact",          "\"defense pact\"",    "협정",
                                 "\"국방 협정\"", "defense NEAR/3 pact", "def*"};
  std::uint64_t last = 0;
  for (int round = 0; !done; ++round) {
    OpenIndex opened(index);  // some searches on the same one, then a new one
    Searcher searcher(opened);
    for (int i = 0; i < 12 && !done; ++i) {
      SearchOptions options = SampleIndex::everything();
      options.threads = static_cast<std::size_t>(i % 3);
      const SearchResult result = searcher.search(queries[(i + round) % 6], options);
      expect_one_version(result);
      EXPECT_GE(result.index.generation, last);
      if (result.index.generation != last) ++tally.generations_seen;
      last = result.index.generation;
      ++tally.answers;
    }
  }
}

TEST(ReaderSoak, SeesOneGenerationInEachAnswer) {
  const std::chrono::seconds time(number_from("IBID_SOAK_SECONDS", 30));
  const int readers = number_from("IBID_SOAK_READERS", 3);
  const TestIndex test;
  for (int i = 0; i < kReports; ++i) test.write("r" + std::to_string(i) + ".txt", "x");
  write_version(test, 0);
  test.update_all();
  std::atomic<bool> done = false;
  Tally tally;
  std::vector<std::thread> threads;
  for (int i = 0; i < readers; ++i) {
    threads.emplace_back([&] {
      try {
        read_until(done, test.index(), tally);
      } catch (const std::exception& error) {
        ADD_FAILURE() << "a reader failed: " << error.what();
      }
    });
  }
  int version = 0;
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end && !::testing::Test::HasFailure()) {
    write_version(test, ++version);
    const UpdateSummary summary = version % kRebuildEvery == 0 ? test.rebuild() : test.update();
    EXPECT_EQ(summary.generation, static_cast<std::uint64_t>(version) + 1);
  }
  done = true;
  for (std::thread& thread : threads) thread.join();
  std::printf("%d commits, %d of them rebuilds; %d readers, %llu answers of %llu states\n", version,
              version / kRebuildEvery, readers,
              static_cast<unsigned long long>(tally.answers.load()),
              static_cast<unsigned long long>(tally.generations_seen.load()));
  EXPECT_GT(version, 10);
  EXPECT_GT(tally.generations_seen, 10U);
}

}  // namespace
}  // namespace ibid
