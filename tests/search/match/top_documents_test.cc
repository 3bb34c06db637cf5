// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/top_documents.h"

#include <gtest/gtest.h>

#include <random>

namespace ibid {
namespace {

// The reference: sorts everything.
std::vector<Candidate> sorted(std::vector<Candidate> all, std::size_t wanted) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  if (wanted == 0 || all.size() <= wanted) return wanted == 0 ? std::vector<Candidate>() : all;
  const double last = all[wanted - 1].score;
  std::erase_if(all, [&](const Candidate& c) { return c.score < last - score_tolerance(last); });
  return all;
}

TEST(TopDocuments, EqualTheResultOfSorting) {
  std::mt19937 random(5);  // NOLINT: the same each time
  for (const std::size_t wanted : {0U, 1U, 3U, 10U, 100U}) {
    for (const unsigned scores : {1U, 7U, 1000U}) {  // number of different scores
      for (const std::size_t count : {0U, 1U, 9U, 10U, 11U, 500U}) {
        TopDocuments best(wanted);
        std::vector<Candidate> all;
        for (Xapian::docid document = 1; document <= count; ++document) {
          all.push_back({document, 1 + static_cast<double>(random() % scores) / 8});
          const double least = best.least();
          best.add(all.back());
          EXPECT_GE(best.least(), least);
        }
        const auto expected = sorted(all, wanted), found = best.take();
        ASSERT_EQ(found.size(), expected.size()) << wanted << ' ' << scores << ' ' << count;
        for (std::size_t i = 0; i < found.size(); ++i) {
          EXPECT_EQ(found[i].document, expected[i].document);
          EXPECT_EQ(found[i].score, expected[i].score);
        }
      }
    }
  }
}

// Sums of the same terms in different orders: which of them is larger means nothing.
TEST(TopDocuments, KeepCandidatesThatTieExceptForRounding) {
  TopDocuments best(2);
  for (Xapian::docid document = 1; document <= 50; ++document) {
    best.add({document, 3 + (document % 2 == 0 ? 1e-12 : 0)});
  }
  best.add({51, 2.999});
  best.add({52, 4});
  const auto found = best.take();
  ASSERT_EQ(found.size(), 51U);
  EXPECT_EQ(found[0].document, 52U);
}

// Examining all of them each time a few are added would take minutes.
TEST(TopDocuments, AreFastIfAllTie) {
  constexpr Xapian::docid kDocuments = 500'000;
  TopDocuments best(10);
  for (Xapian::docid document = 1; document <= kDocuments; ++document) best.add({document, 0});
  EXPECT_EQ(best.take().size(), kDocuments);
}

}  // namespace
}  // namespace ibid
