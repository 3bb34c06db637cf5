// SPDX-License-Identifier: GPL-2.0-or-later
//
// Order, pages, counts and shares of answers: what is true of every query.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "tests/support/sample_index.h"
#include "tests/support/sample_reports.h"

namespace ibid {
namespace {

using testing::ids_of;
using testing::SampleIndex;

const std::vector<std::string> kQueries = {
    "S-400 India",
    "푸틴이 평양에서 서명한 조약",
    "China's trade with Russia, in 2023 ($240.1 billion)",
    "$240.1 billion, 54억 3천만 달러, 26.3%",
    "treaty amount:1bn..",
    "$240.1 billion, 54억 3천만 달러, 26.3% amount:1bn..",
    "$240.1 billion, 54억 3천만 달러, 26.3% date:2024-08",
    "$240.1 billion, 54억 3천만 달러, 26.3% cites:none",
    "\"North Korea\"",
    "\"North Korea\" treaty -china",
    "+러시아 -중국 북한",
    "(russia OR china) AND NOT (india OR 인도)",
    "-(russia OR (china AND treaty))",
    "india OR NOT russia",
    "+(putin OR 푸틴) (treaty 조약) -\"South Korea\"",
    "russia NEAR/5 china weapon*",
    "title:treaty putin",
    "section:(patriot OR thaad) missile",
    "entity:S-400",
    "lang:ko kind:body",
    "cites:none",
    "the of and",
    "treaty treaty treaty TREATY",
    "treaty AND treaty OR treaty",
    "zzzzunknown treaty lang:en",
    "S 400 s400 S-400 400",
    "+china \"north limits\" \"no limits\"",  // a ranking phrase scores only where it occurs
    "2023 china's 2023년 러시아",
};

bool same_score(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(a)); }

std::pair<std::string, std::uint32_t> place(const Hit& hit) {
  return {hit.passage.report.id, hit.passage.sequence};
}

class Pages : public ::testing::Test {
 protected:
  SampleIndex samples_;
};

TEST_F(Pages, AreSortedTotallyWhateverTheOrder) {
  for (const std::string& query : kQueries) {
    SearchOptions options = SampleIndex::everything();
    const auto by_score = samples_.search(query, options).hits;
    for (std::size_t i = 1; i < by_score.size(); ++i) {
      const Hit &a = by_score[i - 1], &b = by_score[i];
      // Entries of source lists come last, unless nothing is scored.
      const bool scored = by_score.front().score > 0;
      const bool entry = scored && a.passage.kind == PassageKind::kSource;
      EXPECT_TRUE(!entry || b.passage.kind == PassageKind::kSource) << query;
      if (scored && entry != (b.passage.kind == PassageKind::kSource)) continue;
      if (same_score(a.score, b.score))
        EXPECT_LT(place(a), place(b)) << query;
      else
        EXPECT_GT(a.score, b.score) << query;
    }
    options.sort = Sort::kDate;
    const auto by_date = samples_.search(query, options).hits;
    for (std::size_t i = 1; i < by_date.size(); ++i) {
      const Hit &a = by_date[i - 1], &b = by_date[i];
      if (a.passage.report.date == b.passage.report.date)
        EXPECT_LT(place(a), place(b)) << query;
      else
        EXPECT_GT(a.passage.report.date, b.passage.report.date) << query;
    }
    options.sort = Sort::kReport;
    const auto by_report = samples_.search(query, options).hits;
    for (std::size_t i = 1; i < by_report.size(); ++i) {
      EXPECT_LT(place(by_report[i - 1]), place(by_report[i])) << query;
    }
    EXPECT_EQ(by_date.size(), by_score.size()) << query;
    EXPECT_EQ(by_report.size(), by_score.size()) << query;
  }
}

TEST_F(Pages, ConcatenateToTheWholeAnswer) {
  for (const std::string& query : kQueries) {
    for (const Sort sort : {Sort::kScore, Sort::kDate, Sort::kReport}) {
      const std::vector<std::string> whole = samples_.ranked(query, sort);
      for (const std::uint64_t limit : {std::uint64_t{1}, std::uint64_t{3}, std::uint64_t{10}}) {
        SearchOptions options;
        options.sort = sort;
        options.limit = limit;
        options.detail = Detail::kId;
        std::vector<std::string> pages;
        for (options.offset = 0; options.offset < whole.size() + limit; options.offset += limit) {
          const SearchResult page = samples_.search(query, options);
          EXPECT_LE(page.hits.size(), limit);
          EXPECT_EQ(page.matches, whole.size()) << query;
          EXPECT_TRUE(page.matches_exact) << query;
          for (std::size_t i = 0; i < page.hits.size(); ++i) {
            EXPECT_EQ(page.hits[i].rank, options.offset + i + 1);
            pages.push_back(page.hits[i].passage.id);
          }
        }
        EXPECT_EQ(pages, whole) << query << " by " << limit;
      }
    }
  }
}

TEST_F(Pages, AreEmptyBeyondTheEndAndForNoLimit) {
  SearchOptions options;
  options.limit = 0;
  const SearchResult none = samples_.search("treaty", options);
  EXPECT_TRUE(none.hits.empty());
  EXPECT_GT(none.matches, 0U);
  options.limit = 10;
  options.offset = 1'000'000;
  EXPECT_TRUE(samples_.search("treaty", options).hits.empty());
  EXPECT_EQ(samples_.search("treaty", options).matches, none.matches);
  options.offset = UINT64_MAX;
  EXPECT_TRUE(samples_.search("treaty", options).hits.empty());
}

using Counts = std::map<std::string, std::uint64_t>;

Counts counted(const std::vector<Hit>& hits, Facet facet) {
  Counts counts;
  for (const Hit& hit : hits) {
    std::set<std::string> sources;
    switch (facet) {
      case Facet::kSource:
        for (const Citation& citation : hit.passage.citations) sources.insert(citation.source);
        for (const std::string& source : sources) ++counts[source];
        break;
      case Facet::kLanguage:
        ++counts[hit.passage.language];
        break;
      case Facet::kReport:
        ++counts[hit.passage.report.id];
        break;
      case Facet::kSection:
        if (!hit.passage.section.empty()) ++counts[hit.passage.section.front().title];
        break;
      case Facet::kDate:
        ++counts[hit.passage.report.date.substr(0, 7)];
        break;
      case Facet::kPublisher:
      case Facet::kCollection:
      case Facet::kTag:
        ADD_FAILURE() << "not counted here";
    }
  }
  return counts;
}

TEST_F(Pages, HaveFacetsThatCountAllHits) {
  for (const std::string& query : kQueries) {
    const auto all = samples_.search(query).hits;
    for (const std::uint64_t limit : {std::uint64_t{0}, std::uint64_t{2}}) {
      SearchOptions options;
      options.limit = limit;
      options.facets = {Facet::kSource, Facet::kLanguage, Facet::kReport, Facet::kSection,
                        Facet::kDate};
      const SearchResult result = samples_.search(query, options);
      EXPECT_EQ(result.matches, all.size()) << query;
      ASSERT_EQ(result.facets.size(), options.facets.size());
      for (std::size_t f = 0; f < options.facets.size(); ++f) {
        const auto& [facet, list] = result.facets[f];
        EXPECT_EQ(facet, options.facets[f]);
        Counts counts;
        for (const FacetCount& entry : list) counts[entry.value] = entry.count;
        EXPECT_EQ(counts, counted(all, facet)) << query << " " << to_string(facet);
        EXPECT_EQ(counts.size(), list.size());
        EXPECT_TRUE(std::is_sorted(list.begin(), list.end(),
                                   [](const FacetCount& a, const FacetCount& b) {
                                     return a.count != b.count ? a.count > b.count
                                                               : a.value < b.value;
                                   }))
            << query << " " << to_string(facet);
      }
    }
  }
}

TEST_F(Pages, HaveSharesThatAddUpToTheScore) {
  SearchOptions options = SampleIndex::everything();
  options.explain = Explain::kYes;
  for (const std::string& query : kQueries) {
    const std::vector<std::string> plain = samples_.ranked(query);
    const SearchResult explained = samples_.search(query, options);
    EXPECT_EQ(ids_of(explained), plain) << query;
    for (const Hit& hit : explained.hits) {
      double sum = 0;
      for (const TermMatch& match : hit.matches) {
        EXPECT_GE(match.score, 0) << query;
        EXPECT_FALSE(match.form.empty()) << query;
        sum += match.score;
      }
      EXPECT_NEAR(sum, hit.score, 1e-6 * std::max(1.0, hit.score))
          << query << " " << hit.passage.id;
    }
  }
}

TEST_F(Pages, SayWhichFormMatched) {
  SearchOptions options = SampleIndex::everything();
  options.explain = Explain::kYes;
  const auto forms = [&](const std::string& query) {
    std::set<std::string> all;
    for (const Hit& hit : samples_.search(query, options).hits) {
      for (const TermMatch& match : hit.matches) all.insert(match.form);
    }
    return all;
  };
  EXPECT_TRUE(forms("푸틴이").contains("particle-stripped"));
  EXPECT_TRUE(forms("S-400").contains("designator"));
  EXPECT_TRUE(forms("treaties").contains("stem"));
  EXPECT_TRUE(forms("\"North Korea\"").contains("phrase"));
  EXPECT_TRUE(forms("weapon*").contains("wildcard"));
}

// The same reports, written one by one from the last to the first, each with other text at first.
TEST_F(Pages, DoNotDependOnTheHistoryOfTheIndex) {
  const testing::TestIndex other;
  std::vector<std::string> paths = testing::sample_paths();
  std::reverse(paths.begin(), paths.end());
  for (const std::string& path : paths) {
    const std::string name = std::filesystem::path(path).filename().string();
    other.write(name,
                testing::report_with("Draft", {"A draft of a treaty, 조약 초안.", "Another."}));
    other.update_all();
    other.change(name, testing::read_bytes(path));
    other.update_all();
  }
  OpenIndex index(other.index());
  Searcher searcher(index);
  for (const std::string& query : kQueries) {
    for (const Sort sort : {Sort::kScore, Sort::kDate, Sort::kReport}) {
      SearchOptions options = SampleIndex::everything();
      options.sort = sort;
      options.detail = Detail::kId;
      EXPECT_EQ(ids_of(searcher.search(query, options)), samples_.ranked(query, sort)) << query;
    }
  }
}

TEST(PagesOfTies, AreInOrderOfReportWhateverThePage) {
  std::vector<std::string> texts(60, "The very same pact, 같은 협정.");
  testing::TextIndex index(texts);
  std::vector<std::string> expected;
  for (std::size_t i = 0; i < texts.size(); ++i)
    expected.push_back("t" + std::to_string(i) + "#2.1");
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(ids_of(index.search("pact 협정")), expected);
  SearchOptions options;
  std::vector<std::string> pages;
  for (options.offset = 0; options.offset < texts.size(); options.offset += options.limit) {
    for (const std::string& id : ids_of(index.search("pact 협정", options))) pages.push_back(id);
  }
  EXPECT_EQ(pages, expected);
}

}  // namespace
}  // namespace ibid
