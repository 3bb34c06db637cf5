// SPDX-License-Identifier: GPL-2.0-or-later
//
// A reader keeps working while a writer changes the index: each answer is of one state, the old or
// a newer one, and never an error.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <set>
#include <thread>
#include <utility>

#include "corpus/error.h"
#include "corpus/report/passage_id.h"
#include "search/index/index_session.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using testing::report_with;
using testing::SampleIndex;
using testing::TestIndex;

constexpr int kReports = 12;

void write_version(const TestIndex& test, int version) {
  const std::string number = std::to_string(version);
  for (int i = 0; i < kReports; ++i) {
    const std::string text =
        "The defense pact, 국방 협정, in version" + number + " of " + std::to_string(i) + ".";
    test.change("r" + std::to_string(i) + ".txt", report_with("Version" + number, {text}));
  }
}

void write_first(const TestIndex& test) {
  for (int i = 0; i < kReports; ++i) test.write("r" + std::to_string(i) + ".txt", "x");
  write_version(test, 0);
}

// The single version of all hits.
int version_of(const SearchResult& result) {
  EXPECT_EQ(result.hits.size(), static_cast<std::size_t>(kReports));
  std::set<int> versions;
  for (const Hit& hit : result.hits) {
    const std::string& text = hit.passage.text;
    versions.insert(std::stoi(text.substr(text.find("version") + 7)));
    EXPECT_EQ(hit.passage.report.title, "Version" + std::to_string(*versions.begin()));
  }
  EXPECT_EQ(versions.size(), 1U);
  return versions.empty() ? -1 : *versions.begin();
}

const char* const kQueries[] = {"pact",          "\"defense pact\"",    "협정",
                                "\"국방 협정\"", "defense NEAR/3 pact", "def*"};

TEST(ReaderBesideAWriter, SeesOneStateAfterEachUpdate) {
  const TestIndex test;
  write_first(test);
  test.update_all();
  OpenIndex index(test.index());
  Searcher searcher(index);
  int last = version_of(searcher.search("pact", SampleIndex::everything()));
  for (int version = 1; version <= 8; ++version) {
    write_version(test, version);
    test.update_all();
    for (const char* query : kQueries) {
      const int seen = version_of(searcher.search(query, SampleIndex::everything()));
      EXPECT_GE(seen, last) << query;
      EXPECT_LE(seen, version) << query;
      last = seen;
    }
    EXPECT_TRUE(searcher.passage(*parse_passage_ref("r3#2.1")));
    EXPECT_TRUE(searcher.outline("r3"));
    EXPECT_EQ(index.info().reports, static_cast<std::uint64_t>(kReports));
  }
}

TEST(ReaderBesideAWriter, SurvivesManyUpdatesBetweenItsSearches) {
  const TestIndex test;
  write_first(test);
  test.update_all();
  OpenIndex index(test.index());
  Searcher searcher(index);
  for (int version = 1; version <= 5; ++version) {
    write_version(test, version);
    test.update_all();
  }
  for (const char* query : kQueries) {
    EXPECT_GE(version_of(searcher.search(query, SampleIndex::everything())), 0) << query;
  }
}

TEST(ReaderBesideAWriter, SurvivesRebuildsThatRemoveItsDatabase) {
  const TestIndex test;
  write_first(test);
  test.update_all();
  OpenIndex index(test.index());
  Searcher searcher(index);
  for (int version = 1; version <= 3; ++version) {
    write_version(test, version);
    test.rebuild();
  }
  for (const char* query : kQueries) {
    EXPECT_GE(version_of(searcher.search(query, SampleIndex::everything())), 0) << query;
  }
  OpenIndex reopened(test.index());
  Searcher fresh(reopened);
  EXPECT_EQ(version_of(fresh.search("pact", SampleIndex::everything())), 3);
}

// Also without a pause between its searches.
TEST(ReaderBesideAWriter, SeesARebuildWithItsNextSearch) {
  const TestIndex test;
  write_first(test);
  test.update_all();
  OpenIndex index(test.index());
  Searcher searcher(index);
  EXPECT_EQ(version_of(searcher.search("pact", SampleIndex::everything())), 0);
  for (int version = 1; version < 4; ++version) {
    write_version(test, version);
    const std::uint64_t generation = test.rebuild().generation;
    for (const char* const query : kQueries) {
      const SearchResult result = searcher.search(query, SampleIndex::everything());
      EXPECT_EQ(version_of(result), version);
      EXPECT_EQ(result.index.generation, generation);
    }
  }
}

// Not with what it has open of the state before.
TEST(ReaderBesideAWriter, RefusesAStateThatCannotBeOpenedEachTime) {
  const TestIndex test;
  write_first(test);
  test.update_all();
  OpenIndex index(test.index());
  Searcher searcher(index);
  write_version(test, 1);
  test.rebuild();
  const std::string table = test.in_index("passages.2/postlist.glass");
  std::filesystem::rename(table, table + ".away");
  for (int time = 0; time < 3; ++time) {
    EXPECT_THROW(searcher.search("pact", SampleIndex::everything()), Error) << time;
  }
  std::filesystem::rename(table + ".away", table);
  EXPECT_EQ(version_of(searcher.search("pact", SampleIndex::everything())), 1);
}

TEST(ReaderBesideAWriter, AnswersWhileTheWriterIsAtWork) {
  const TestIndex test;
  write_first(test);
  test.update_all();
  constexpr int kVersions = 15;
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int version = 1; version <= kVersions; ++version) {
      write_version(test, version);
      test.update();
    }
    done = true;
  });
  int last = 0, searches = 0;
  while (!done || searches == 0) {
    OpenIndex index(test.index());
    Searcher searcher(index);
    for (const char* query : kQueries) {
      const int seen = version_of(searcher.search(query, SampleIndex::everything()));
      EXPECT_GE(seen, last);
      last = seen;
      ++searches;
    }
  }
  writer.join();
  OpenIndex index(test.index());
  Searcher searcher(index);
  EXPECT_EQ(version_of(searcher.search("pact", SampleIndex::everything())), kVersions);
}

// As for a claim that is searched for and certified: the whole answer is of one state.
TEST(IndexSession, KeepsTheStateForARunWithinAnother) {
  const TestIndex test;
  write_first(test);
  test.update_all();
  IndexSession session(test.index());
  const auto generation = [&] {
    return session.run([&] { return session.snapshot().state().generation; });
  };
  int tries = 0;
  const auto [before, after] = session.run([&] {
    const std::uint64_t first = generation();
    if (++tries == 1) {
      write_version(test, 1);
      test.update_all();
    }
    return std::pair(first, generation());
  });
  EXPECT_EQ(tries, 2);
  EXPECT_EQ(before, after);
  EXPECT_EQ(before, generation());
}

}  // namespace
}  // namespace ibid
