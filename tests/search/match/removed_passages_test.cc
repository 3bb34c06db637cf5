// SPDX-License-Identifier: GPL-2.0-or-later
//
// Compares an index with short lists of terms, in which reports were changed, removed and added,
// with one made of the same files at once: each query finds the same passages, whatever Xapian
// still holds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "indexer/folder/index_info.h"
#include "search/sources/source_reader.h"
#include "tests/support/sample_index.h"
#include "tests/support/sample_reports.h"

namespace ibid {
namespace {

using testing::ids_of;
using ::testing::IsEmpty;
using testing::SampleIndex;
using testing::TestIndex;

const std::vector<std::string> kQueries = {"S-400 India",
                                           "푸틴이 평양에서 서명한 조약",
                                           "$240.1 billion, 26.3%",
                                           "amount:1bn..",
                                           "\"North Korea\"",
                                           "\"국방 협정\" OR \"draft pact\"",
                                           "+러시아 -중국 북한",
                                           "india OR NOT russia",
                                           "-draft",
                                           "russia NEAR/8 treaty",
                                           "러시아 ADJ/5 북한",
                                           "treat* 조*",
                                           "draft 초안",
                                           "cites:none",
                                           "kind:body lang:ko",
                                           "title:draft"};

class RemovedPassages : public ::testing::Test {
 protected:
  // Writes first drafts of all samples and two reports that are removed later; then the samples.
  RemovedPassages() {
    UpdateOptions options = aged_.options();
    options.exact_lists_from = 0;
    for (const std::string& path : testing::sample_paths()) {
      aged_.write(name(path), testing::report_with("Draft", {"A draft of a treaty, 조약 초안.",
                                                             "The draft pact, 국방 협정."}));
    }
    for (const char* gone : {"a-gone.txt", "z-gone.txt"}) {
      aged_.write(gone,
                  testing::report_with("Draft", {"India's S-400 draft pact. 국방 협정 초안."}));
    }
    update_index(options);
    for (const std::string& path : testing::sample_paths()) {
      aged_.change(name(path), testing::read_bytes(path));
      fresh_.write(name(path), testing::read_bytes(path));
      update_index(options);
    }
    aged_.remove("a-gone.txt");
    aged_.remove("z-gone.txt");
    aged_.write("new.txt", testing::report_with("New", {"A new pact, 새 협정."}));
    fresh_.write("new.txt", testing::report_with("New", {"A new pact, 새 협정."}));
    update_index(options);
    fresh_.update_all();
  }

  static std::string name(const std::string& path) {
    return std::filesystem::path(path).filename().string();
  }

  TestIndex aged_, fresh_;
};

TEST_F(RemovedPassages, AreFoundByNoQuery) {
  OpenIndex aged_index(aged_.index()), fresh_index(fresh_.index());
  Searcher aged(aged_index), fresh(fresh_index);
  for (const std::string& query : kQueries) {
    for (const Sort sort : {Sort::kScore, Sort::kDate}) {
      SearchOptions options = SampleIndex::everything();
      options.sort = sort;
      options.facets = {Facet::kLanguage};
      const SearchResult a = aged.search(query, options), b = fresh.search(query, options);
      std::vector<std::string> found = ids_of(a), expected = ids_of(b);
      std::sort(found.begin(), found.end());
      std::sort(expected.begin(), expected.end());
      EXPECT_EQ(found, expected) << query;
      EXPECT_EQ(a.matches, b.matches) << query;
      EXPECT_EQ(a.matches_exact, b.matches_exact) << query;
      ASSERT_EQ(a.facets.size(), b.facets.size());
      for (std::size_t i = 0; i < a.facets.size(); ++i) {
        ASSERT_EQ(a.facets[i].second.size(), b.facets[i].second.size()) << query;
      }
    }
  }
}

TEST_F(RemovedPassages, CountNowhere) {
  OpenIndex aged_index(aged_.index());
  const IndexInfo aged = aged_index.info(), fresh = OpenIndex(fresh_.index()).info();
  EXPECT_EQ(aged.passages, fresh.passages);
  EXPECT_EQ(aged.passages_by_kind, fresh.passages_by_kind);
  EXPECT_EQ(aged.passages_by_language, fresh.passages_by_language);
  EXPECT_EQ(aged.sources, fresh.sources);
  EXPECT_EQ(aged.reports, fresh.reports);
  Searcher searcher(aged_index);
  EXPECT_EQ(searcher.search("zzzunknown", {}).index.passages, fresh.passages);
  EXPECT_EQ(SourceReader(aged_index).list("", {}).matches, fresh.passages);
}

TEST_F(RemovedPassages, LeaveTheIndexWhole) { EXPECT_THAT(check_index(aged_.index()), IsEmpty()); }

TEST_F(RemovedPassages, AreGoneFromTheNextBuild) {
  UpdateOptions options = aged_.options();
  options.exact_lists_from = 0;
  options.mode = UpdateOptions::Mode::kRebuild;
  update_index(options);
  options = fresh_.options();
  options.exact_lists_from = 0;
  options.mode = UpdateOptions::Mode::kRebuild;
  update_index(options);
  OpenIndex aged_index(aged_.index()), fresh_index(fresh_.index());
  Searcher aged(aged_index), fresh(fresh_index);
  for (const std::string& query : kQueries) {
    const SearchResult a = aged.search(query, SampleIndex::everything());
    const SearchResult b = fresh.search(query, SampleIndex::everything());
    ASSERT_EQ(ids_of(a), ids_of(b)) << query;
    for (std::size_t i = 0; i < a.hits.size(); ++i) {
      EXPECT_EQ(a.hits[i].score, b.hits[i].score) << query;
    }
  }
}

}  // namespace
}  // namespace ibid
