// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages on which hits that say nearly the same are one.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "indexer/update/update.h"
#include "tests/support/sample_index.h"
#include "tests/support/temp_dir.h"

namespace ibid {
namespace {

class FoldedPages : public ::testing::Test {
 protected:
  // Reports of one passage each: 70 of which 40 say nearly the same in four groups.
  FoldedPages() {
    for (int i = 0; i < 70; ++i) {
      std::string text = "The harbour ferry of island number " + std::to_string(i) + " sails.\n";
      if (i % 7 == 1) text = "The harbour ferry sails at dawn" + std::string(i % 2, '.') + "\n";
      if (i % 7 == 2) text = "The harbour ferry sails at dusk, harbour people say.\n";
      if (i % 7 == 3) text = "항만 harbour 여객선이 새벽에 떠난다.\n";
      if (i % 7 == 4) text = "항만 harbour 여객선은 harbour 저녁에 떠난다.\n";
      testing::write_file(dir_.at("r" + std::to_string(100 + i) + ".txt"), text);
    }
    UpdateOptions update;
    update.index_dir = dir_.at("index");
    update.paths = {dir_.path()};
    update_index(update);
  }

  SearchResult search(std::uint64_t offset, std::uint64_t limit, Alike alike, Sort sort) {
    SearchOptions options;
    options.offset = offset;
    options.limit = limit;
    options.alike = alike;
    options.sort = sort;
    return testing::search_in(dir_.at("index"), "harbour", options);
  }

  testing::TempDir dir_;
};

// Every hit is shown or named by one that is, once, whatever the pages.
TEST_F(FoldedPages, TellOfAllHitsOnce) {
  for (const Sort sort : {Sort::kScore, Sort::kReport}) {
    const SearchResult all = search(0, 1000, Alike::kList, sort);
    ASSERT_EQ(all.hits.size(), 70U);
    const SearchResult folded = search(0, 1000, Alike::kFold, sort);
    EXPECT_LT(folded.hits.size(), 45U);
    EXPECT_EQ(folded.matches, 70U);
    std::set<std::string> told;
    std::size_t count = 0;
    for (const Hit& hit : folded.hits) {
      EXPECT_EQ(hit.passage.permalink, all.hits[hit.rank - 1].passage.permalink);
      told.insert(hit.passage.permalink);
      told.insert(hit.alike.begin(), hit.alike.end());
      count += 1 + hit.alike.size();
    }
    EXPECT_EQ(told.size(), 70U);
    EXPECT_EQ(count, 70U);
    for (const std::uint64_t size : {1U, 3U, 10U, 64U}) {
      std::vector<std::string> pages;
      for (std::uint64_t offset = 0;;) {
        const SearchResult page = search(offset, size, Alike::kFold, sort);
        EXPECT_LE(page.hits.size(), size);
        for (const Hit& hit : page.hits) {
          pages.push_back(hit.passage.permalink);
          for (const std::string& other : hit.alike) pages.push_back("+" + other);
        }
        if (page.hits.size() < size) break;
        offset = page.hits.back().rank;
      }
      std::vector<std::string> whole;
      for (const Hit& hit : folded.hits) {
        whole.push_back(hit.passage.permalink);
        for (const std::string& other : hit.alike) whole.push_back("+" + other);
      }
      EXPECT_EQ(pages, whole) << size;
    }
  }
}

}  // namespace
}  // namespace ibid
