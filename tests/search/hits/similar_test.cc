// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passages like a given one: which come first, which are not listed, what counts as nearly the
// same text.
#include "search/passages/similar.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "indexer/analysis/analyzer.h"
#include "search/hits/similar_plan.h"
#include "search/match/ranking.h"
#include "tests/support/sample_index.h"

namespace ibid::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string kAir = "indo-pacific-air-defence-2024-07-15#";
const std::string kAirKorean = "indo-pacific-air-defence-ko-2024-07-16#";
const std::string kTreaty = "north-korea-russia-treaty-2024-06-21#";
const std::string kChips = "hanjung-banchche-2024-08-12#";
const std::string kMarkets = "seoul-markets-mixed-2024-09-05#";

SimilarOptions options_with(std::uint64_t limit, Explain explain = Explain::kNo) {
  SimilarOptions options;
  options.limit = limit;
  options.explain = explain;
  return options;
}

class SimilarSamples : public ::testing::Test {
 protected:
  std::vector<SimilarHit> similar(const std::string& id, const SimilarOptions& options = {}) {
    const auto result = samples_.searcher().similar(id, options);
    if (!result) ADD_FAILURE() << "the index does not hold " << id;
    return result ? result->hits : std::vector<SimilarHit>();
  }
  SampleIndex samples_;
};

// Chosen by reading the reports: the passage of another report on the same subject.
TEST_F(SimilarSamples, ComeFirstFromTheReportOnTheSameSubject) {
  const struct {
    const char* about;
    std::string asked, first;
  } cases[] = {
      {"KN-23 over Ukraine, English", kAir + "7-1.1", kTreaty + "4-2.1"},
      {"and back", kTreaty + "4-2.1", kAir + "7-1.1"},
      {"HQ-9, English to Korean", kAir + "3-1.1", kAirKorean + "4-1.1"},
      {"HQ-9, Korean to English", kAirKorean + "4-1.1", kAir + "3-1.1"},
      {"F-16, English to Korean", kAir + "6-2.1", kAirKorean + "5-2.1"},
      {"F-16, Korean to English", kAirKorean + "5-2.1", kAir + "6-2.1"},
      {"what S-400 is, Korean to English", kAirKorean + "7-1.1", kAir + "9-1.1"},
      {"chip exports, Korean to mixed", kChips + "5-1.1", kMarkets + "5.3"},
      {"chip exports, mixed to Korean", kMarkets + "5.3", kChips + "5-1.1"},
  };
  for (const auto& c : cases) {
    const auto hits = similar(c.asked);
    ASSERT_THAT(hits, Not(IsEmpty())) << c.about;
    EXPECT_EQ(hits[0].hit.passage.id, c.first) << c.about;
  }
}

TEST_F(SimilarSamples, AreOfOtherReportsFirstAndNeverThePassageItself) {
  std::size_t listed = 0, groups = 0;
  for (const Report& report : samples_.reports()) {
    for (const Passage& passage : report.passages) {
      const auto hits = similar(passage.id);
      listed += hits.size();
      groups += static_cast<std::size_t>(!hits.empty() &&
                                         hits.front().same_report != hits.back().same_report);
      for (std::size_t i = 0; i < hits.size(); ++i) {
        const Hit& hit = hits[i].hit;
        EXPECT_NE(hit.passage.id, passage.id);
        EXPECT_NE(hit.passage.kind, PassageKind::kSource) << passage.id;
        EXPECT_EQ(hits[i].same_report, hit.passage.report.id == report.id);
        EXPECT_EQ(hit.rank, i + 1);
        EXPECT_GE(hit.score, kSimilarFloor);
        EXPECT_LE(hit.score, 1.0 + 1e-9) << passage.id;
        if (i == 0) continue;
        EXPECT_LE(hits[i - 1].same_report, hits[i].same_report) << passage.id;
        if (hits[i - 1].same_report == hits[i].same_report) {
          EXPECT_GE(hits[i - 1].hit.score, hit.score - 1e-9) << passage.id;
        }
      }
    }
  }
  EXPECT_GT(listed, 100U);
  EXPECT_GT(groups, 20U);
}

TEST_F(SimilarSamples, SayWhichWordsTheyHaveInCommon) {
  const auto hits = similar(kAir + "7-1.1", options_with(10, Explain::kYes));
  for (const SimilarHit& similar : hits) {
    double sum = 0;
    for (const TermMatch& match : similar.hit.matches) sum += match.score;
    EXPECT_NEAR(sum, similar.hit.score, 1e-9) << similar.hit.passage.id;
    EXPECT_GE(similar.hit.matches.size(), kSimilarWords);
    EXPECT_THAT(similar.hit.highlights, Not(IsEmpty()));
  }
  const auto& matches = hits.at(0).hit.matches;
  EXPECT_TRUE(std::any_of(matches.begin(), matches.end(),
                          [](const TermMatch& m) { return m.term == "kn23"; }));
  EXPECT_THAT(similar(kAir + "7-1.1", options_with(1)).at(0).hit.matches, IsEmpty());
  EXPECT_EQ(similar(kAir + "7-1.1", options_with(1)).size(), 1U);
}

TEST_F(SimilarSamples, AreNothingForAnUnknownPassage) {
  EXPECT_FALSE(samples_.searcher().similar(kAir + "99.1", {}).has_value());
  EXPECT_FALSE(samples_.searcher().similar("", {}).has_value());
}

std::vector<std::string> like(TextIndex& texts, int text) {
  std::vector<std::string> found;
  const auto result = texts.searcher().similar("t" + std::to_string(text) + "#2.1", {});
  for (const SimilarHit& similar : result.value().hits) {
    found.push_back(similar.hit.passage.report.id + (similar.near_duplicate ? " same" : ""));
  }
  return found;
}

TEST(SimilarTexts, MarksNearlyTheSameText) {
  TextIndex texts({"The two navies signed a harbour pact in Busan on Monday, officials said.",
                   "Officials said: the two navies signed a harbour pact in Busan on Monday.",
                   "A harbour pact was what both navies had wanted for years.",
                   "두 해군은 월요일 부산에서 항만 협정에 서명했다고 당국자가 밝혔다.",
                   "어제 두 해군은 월요일 부산에서 항만 협정에 서명했다고 당국자가 밝혔다.",
                   "항만 협정은 두 해군이 오래 바라던 것이다.", "The weather was fine."});
  EXPECT_THAT(like(texts, 0), ElementsAre("t1 same", "t2"));
  EXPECT_THAT(like(texts, 3), ElementsAre("t4 same", "t5"));
  EXPECT_THAT(like(texts, 6), IsEmpty());
}

TEST(SimilarTexts, LeavesOutPassagesThatShareOneWord) {
  TextIndex texts({"Submarines left the harbour of Jinhae at night.",
                   "The harbour festival drew tourists, dancers and cooks.",
                   "진해 잠수함 기지에서 훈련이 열렸다.", "잠수함 영화가 극장에서 개봉했다.",
                   "진해 잠수함 KSS-III 진수식.", "The KSS-III submarine was launched at Jinhae."});
  EXPECT_THAT(like(texts, 0), ElementsAre("t5"));
  EXPECT_THAT(like(texts, 1), IsEmpty());
  EXPECT_THAT(like(texts, 2), ElementsAre("t4"));
  EXPECT_THAT(like(texts, 3), IsEmpty());
}

TEST(SharedTriples, CountsTriplesOfTheShorterText) {
  Analyzer analyzer;
  const struct {
    const char *a, *b;
    double share;
  } cases[] = {
      {"one two three four", "zero one two three four five", 1.0},
      {"one two three four", "one two three five", 0.5},
      {"one two", "one two", 1.0},
      {"one two", "two one", 0.0},
      {"", "one two three", 0.0},
      {"두 해군이 협정에 서명했다", "두 해군이 협정에 반대했다", 0.5},
      {"Two (source: go-public-web-eng-1-0-0) navies signed", "two navies SIGNED", 1.0},
  };
  for (const auto& c : cases) {
    EXPECT_DOUBLE_EQ(shared_triples(c.a, c.b, analyzer), c.share) << c.a << " | " << c.b;
    EXPECT_DOUBLE_EQ(shared_triples(c.b, c.a, analyzer), c.share) << c.b << " | " << c.a;
  }
}

}  // namespace
}  // namespace ibid::testing
