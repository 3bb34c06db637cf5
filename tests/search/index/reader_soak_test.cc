// SPDX-License-Identifier: GPL-2.0-or-later
//
// Many readers while a writer commits and rebuilds as fast as it can: no error, and each answer is
// of one generation. Runs for half a minute; IBID_SOAK_SECONDS and IBID_SOAK_READERS change that.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <set>
#include <thread>
#include <vector>

#include "tests/support/sample_index.h"
#include "tests/support/versioned_reports.h"

// Xapian 1.4.22 leaks a cursor if DatabaseModifiedError is thrown while it is made, about five
// times in 600 commits.
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(*-reserved-identifier)
  return "leak:libxapian.so\n";
}

namespace ibid {
namespace {

using testing::SampleIndex;
using testing::soak_number;
using testing::VersionedReports;

struct Tally {
  std::atomic<std::uint64_t> answers = 0, generations_seen = 0;
};

void expect_one_version(const SearchResult& result) {
  SCOPED_TRACE(result.query + " in generation " + std::to_string(result.index.generation) +
               " with " + std::to_string(result.index.passages) + " passages");
  EXPECT_EQ(result.hits.size(), static_cast<std::size_t>(VersionedReports::kReports));
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
  const std::chrono::seconds time(soak_number("IBID_SOAK_SECONDS", 30));
  const int readers = soak_number("IBID_SOAK_READERS", 3);
  VersionedReports reports;
  std::atomic<bool> done = false;
  Tally tally;
  std::vector<std::thread> threads;
  for (int i = 0; i < readers; ++i) {
    threads.emplace_back([&] {
      try {
        read_until(done, reports.test().index(), tally);
      } catch (const std::exception& error) {
        ADD_FAILURE() << "a reader failed: " << error.what();
      }
    });
  }
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end && !::testing::Test::HasFailure()) {
    reports.commit_next();
  }
  done = true;
  for (std::thread& thread : threads) thread.join();
  std::printf("%d commits, %d of them rebuilds; %d readers, %llu answers of %llu states\n",
              reports.version(), reports.rebuilds(), readers,
              static_cast<unsigned long long>(tally.answers.load()),
              static_cast<unsigned long long>(tally.generations_seen.load()));
  EXPECT_GT(reports.version(), 10);
  EXPECT_GT(tally.generations_seen, 10U);
}

}  // namespace
}  // namespace ibid
