// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words ranked by our own matcher compared with the same query in Xapian's: the same passages and
// scores, in an index of one build, after updates, with deleted passages, and of many windows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <random>

#include "corpus/error.h"
#include "indexer/folder/index_dir.h"
#include "indexer/glass/version_file.h"
#include "search/index/index_postings.h"
#include "search/index/index_snapshot.h"
#include "search/index/live_query.h"
#include "search/match/bm25.h"
#include "search/match/estimated_frequency.h"
#include "search/match/ranked_matches.h"
#include "search/plan/query_planner.h"
#include "tests/support/sample_index.h"
#include "tests/support/sample_reports.h"

namespace ibid {
namespace {

using testing::TestIndex;

// English, Korean, both; quantities, ids, names in the other language, designators, letters in
// common, repeated words, words that no passage has, and operands beside free text.
const std::vector<std::string> kQueries = {
    "S-400 India",
    "s 400 india missile delivery",
    "푸틴이 평양에서 서명한 조약",
    "러시아와 북한의 포괄적 전략 동반자 협정",
    "Putin 방북 조약",
    "India 인도 S400",
    "July 2024",
    "7월",
    "United States sanctions",
    "$240.1 billion and 26.3%",
    "2,401억 달러 수출",
    "40 percent of exports in June",
    "exprots semiconducter",
    "missiles missile missiles",
    "the of and",
    "go-public-web-kor-4886907046666683725-0-0",
    "zzzz qqqq",
    "zzzz S-400",
    "반도체 수출 규제 중국 미국 일본",
    "Moscow Pyongyang treaty signed by Putin and Kim in June 2024 on mutual defence",
    "+러시아 조약 -중국",
    "S-400 (India OR 인도) lang:en",
    "treaty date:2024-06..2024-07",
    "kind:body 방공망 배치",
    "russia NOT india",
    "title:russia treaty",
    "(S-400 India) OR \"North Korea\"",
    "\"North Korea\"",
    "\"포괄적 전략 동반자\"",
    "\"국방 협정\" 서명",
    "+\"air defence\" -\"S-400\" India",
    "\"no such phrase here\"",
    "\"of the\" OR \"미국과 일본\"",
    "S-4?? co-op*",
};

using Scores = std::map<Xapian::docid, double>;

Scores scores_of(const QueryPlan& plan, const IndexView& index) {
  Scores scores;
  if (plan.query.empty()) return scores;
  Xapian::Enquire enquire(index.database);
  enquire.set_weighting_scheme(Bm25Weight(index));
  enquire.set_query(live(index, plan.query));
  const Xapian::MSet found = enquire.get_mset(0, index.database.get_doccount());
  for (auto hit = found.begin(); hit != found.end(); ++hit) scores[*hit] = hit.get_weight();
  return scores;
}

// The best ten; the last may tie with others.
std::vector<double> best_of(const QueryPlan& plan, const IndexView& index) {
  std::vector<double> best;
  if (plan.query.empty()) return best;
  Xapian::Enquire enquire(index.database);
  enquire.set_weighting_scheme(Bm25Weight(index));
  enquire.set_query(live(index, plan.query));
  const Xapian::MSet found = enquire.get_mset(0, 10);
  for (auto hit = found.begin(); hit != found.end(); ++hit) best.push_back(hit.get_weight());
  return best;
}

// Our matcher finds the passages that Xapian's scores best; on one thread and on several, and with
// only a few counted.
void expect_best(const RankedWords& words, const IndexView& index, const Scores& scores) {
  std::vector<std::pair<double, Xapian::docid>> order;
  for (const auto& [document, score] : scores) order.emplace_back(-score, document);
  std::sort(order.begin(), order.end());
  const std::uint64_t all = order.size();
  for (const RankedLimits limits : std::initializer_list<RankedLimits>{{0, 0, 1},
                                                                       {0, all, 3},
                                                                       {1, 5, 1},
                                                                       {1, 5, 2},
                                                                       {10, 0, 0},
                                                                       {10, 0, 3},
                                                                       {10, all, 4},
                                                                       {1000, all, 1},
                                                                       {1000, 5, 9}}) {
    const RankedMatches found = ranked_matches(index, words, limits);
    if (found.exact) {
      EXPECT_EQ(found.count, all);
    } else {
      EXPECT_TRUE(!words.phrases.empty() || !words.names.empty());
      EXPECT_GT(all, limits.count_exactly);
      EXPECT_GT(found.count, limits.count_exactly);
      EXPECT_LE(found.count, index.database.get_doccount());
    }
    ASSERT_GE(found.best.size(), std::min(limits.wanted, order.size()));
    for (std::size_t i = 0; i < found.best.size(); ++i) {
      const double score = -order[std::min(i, limits.wanted - 1)].first;  // beyond, what ties
      EXPECT_NEAR(found.best[i].score, score, 1e-8 * score);
      EXPECT_NEAR(scores.at(found.best[i].document), score, 1e-8 * score);
    }
  }
}

// Returns how many passages the queries find in total.
std::size_t expect_same(const std::string& index_dir, const std::vector<std::string>& queries) {
  const IndexDir dir(index_dir);
  IndexSnapshot snapshot(dir);
  const IndexView& ours = snapshot.index();
  EXPECT_NE(ours.postings, nullptr);
  IndexView xapians = ours;
  xapians.postings = nullptr;
  Analyzer analyzer;
  QueryPlanner planner(dir, analyzer);
  std::size_t found = 0, ranked = 0;
  for (const std::string& query : queries) {
    const ParsedQuery parsed = parse_query(query);
    const QueryPlan by_us = planner.plan(parsed, {}, ours);
    const QueryPlan by_xapian = planner.plan(parsed, {}, xapians);
    const Scores scores = scores_of(by_us, ours), expected = scores_of(by_xapian, xapians);
    found += expected.size();
    EXPECT_EQ(scores.size(), expected.size()) << query;
    std::vector<double> in_order;
    for (const auto& [document, score] : expected) {
      in_order.push_back(score);
      const auto at = scores.find(document);
      if (at == scores.end()) {
        ADD_FAILURE() << query << " misses " << document;
      } else {
        EXPECT_NEAR(at->second, score, 1e-9 * std::max(1.0, score)) << query << ' ' << document;
      }
    }
    std::sort(in_order.begin(), in_order.end(), std::greater<>());
    const std::vector<double> best = best_of(by_us, ours);
    EXPECT_EQ(best.size(), std::min<std::size_t>(in_order.size(), 10)) << query;
    for (std::size_t i = 0; i < best.size(); ++i) EXPECT_NEAR(best[i], in_order[i], 1e-6) << query;
    EXPECT_EQ(by_xapian.ranked, nullptr);
    if (by_us.ranked == nullptr) continue;
    SCOPED_TRACE(query);
    expect_best(*by_us.ranked, ours, expected);
    ++ranked;
  }
  EXPECT_GT(2 * ranked, queries.size());
  return found;
}

TEST(RankedWords, ScoreAsXapianScoresThem) {
  TestIndex index;
  for (const std::string& path : testing::sample_paths()) {
    index.write(path.substr(path.rfind('/') + 1), testing::read_bytes(path));
  }
  index.update_all();
  EXPECT_GT(expect_same(index.index(), kQueries), 500U);
}

TEST(RankedWords, ScoreTheSameAfterUpdatesAndRemovals) {
  TestIndex index;
  UpdateOptions options = index.options();
  options.exact_lists_from = 0;
  for (const std::string& path : testing::sample_paths()) {
    index.write(path.substr(path.rfind('/') + 1), testing::read_bytes(path));
  }
  index.write("gone.txt",
              testing::report_with("Gone", {"India's S-400 treaty. 조약과 반도체 수출."}));
  update_index(options);
  index.remove("gone.txt");
  for (int i = 0; i < 30; ++i) {
    index.write("new" + std::to_string(i) + ".txt",
                testing::report_with("New", {"A treaty with India of July 2024, 인도와 7월 조약.",
                                             "Exports of 240.1 billion dollars. 러시아 협정."}));
  }
  update_index(options);
  EXPECT_GT(expect_same(index.index(), kQueries), 500U);
}

// Posting lists of several chunks, empty windows, frequent and rare words.
TEST(RankedWords, ScoreTheSameOverManyWindows) {
  const std::vector<std::string> words = {
      "treaty", "missile",  "India",   "미국", "조약을", "서명했다", "S-400",   "exports", "July",
      "7월에",  "러시아군", "billion", "2024", "반도체", "수출은",   "harbour", "격납고",  "radar"};
  std::mt19937 random(11);  // NOLINT: the same each time
  TestIndex index;
  for (int r = 0; r < 60; ++r) {
    std::vector<std::string> passages;
    for (int p = 0; p < 150; ++p) {
      std::string text = "Line";
      const std::size_t count = 3 + random() % 12;
      for (std::size_t w = 0; w < count; ++w) {
        // The first words occur most often; the last ones only in some reports.
        const std::size_t known = r % 20 == 3 ? words.size() : words.size() - 4;
        text += ' ' + words[std::min(random() % known, random() % known)];
      }
      passages.push_back(text + " number " + std::to_string(random() % 5000) + '.');
    }
    index.write("r" + std::to_string(r) + ".txt", testing::report_with("Many", passages));
  }
  index.update_all();
  std::vector<std::string> queries = {
      "harbour",        "격납고 radar", "treaty missile India",
      "미국 조약 서명", "radar 수출",   "July exports",
      "S-400 러시아",   "number 4711",  "harbour number 17 treaty India 미국 반도체 수출"};
  EXPECT_GT(expect_same(index.index(), queries), 10'000U);
}

// More words than two bytes can count: each designator is five.
TEST(RankedWords, ScoreTheSameInAVeryLongPassage) {
  constexpr int kDesignators = 20'000;
  std::string text = "Harbour";
  for (int i = 0; i < kDesignators; ++i) text += i % 2000 == 0 ? " 조약을" : " s1";
  TestIndex index;
  index.write("long.txt",
              testing::report_with("Long", {text + '.', "A treaty of the harbour, 조약."}));
  index.write("short.txt",
              testing::report_with("Short", {"The harbour treaty.", "항구 조약을 맺다."}));
  index.update_all();
  {
    const IndexSnapshot snapshot{IndexDir(index.index())};
    ASSERT_GT(snapshot.database().get_doclength_upper_bound(), UINT16_MAX);
  }
  const std::vector<std::string> queries = {"harbour", "s1 harbour", "조약을", "harbour 조약 s1",
                                            "India treaty \"harbour treaty\""};
  EXPECT_GT(expect_same(index.index(), queries), 10U);
}

// A call after a failed read fails again, or returns what can be read.
TEST(IndexPostings, CanBeAskedAgainAfterAReadThatFailed) {
  constexpr std::uint32_t kWindows = 20;
  const testing::TempDir dir;
  {
    Xapian::WritableDatabase database(dir.at("database"), Xapian::DB_CREATE);
    for (std::uint32_t i = 0; i < kWindows * kWindow; ++i) {
      Xapian::Document document;
      document.add_term("t", 200);
      database.add_document(document);
    }
    database.commit();
  }
  const std::string folder = dir.at("database");
  const auto roots = glass::decode_tree_roots(testing::read_bytes(folder + "/iamglass"));
  const auto table = static_cast<std::size_t>(glass::Table::kPostlist);
  const std::string path = folder + "/" + glass::kTableFiles[table];
  IndexPostings postings(path, roots.tables[table], roots.revision);
  EXPECT_EQ(postings.lengths(0)[1], 200U);
  std::filesystem::resize_file(path, glass::kDefaultBlockSize);
  int failed = 0;
  const auto ask = [&](std::uint32_t window) {
    try {
      EXPECT_EQ(postings.lengths(window * kWindow)[0], 200U);
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), ::testing::HasSubstr("the index is damaged"));
      ++failed;
    }
  };
  ask(kWindows / 2);  // an unreadable chunk, reached from a readable one
  for (std::uint32_t window = 1; window < kWindows; ++window) ask(window);
  EXPECT_GT(failed, 1);
}

// Notes the frequency that Xapian estimates for a synonym.
class FrequencyNote : public Xapian::Weight {
 public:
  explicit FrequencyNote(Xapian::doccount& frequency) : frequency_(frequency) {
    need_stat(TERMFREQ);
  }
  std::string name() const override { return "FrequencyNote"; }
  FrequencyNote* clone() const override { return new FrequencyNote(frequency_); }
  void init(double factor) override {
    if (factor != 0) frequency_ = get_termfreq();
  }
  double get_sumpart(Xapian::termcount, Xapian::termcount, Xapian::termcount) const override {
    return 1;
  }
  double get_maxpart() const override { return 1; }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  Xapian::doccount& frequency_;
};

TEST(EstimatedFrequency, IsWhatXapianEstimates) {
  const testing::TempDir dir;
  Xapian::WritableDatabase database(dir.at("database"), Xapian::DB_CREATE);
  constexpr int kDocuments = 500;
  for (int i = 0; i < kDocuments; ++i) {
    Xapian::Document document;
    for (const int every : {1, 2, 3, 7, 11, 40, 41, 200}) {
      if (i % every == 0) document.add_term("t" + std::to_string(every));
    }
    database.add_document(document);
  }
  database.commit();
  for (const auto& terms :
       std::vector<std::vector<std::string>>{{"t2", "t3"},
                                             {"t2", "t3", "t7", "t11"},
                                             {"t40", "t41", "t200", "none"},
                                             {"t1", "t2"},
                                             {"t200", "t3", "t41", "t7", "t2", "t11"}}) {
    std::vector<std::uint32_t> frequencies;
    for (const std::string& term : terms) frequencies.push_back(database.get_termfreq(term));
    for (const bool any : {true, false}) {
      const auto op = any ? Xapian::Query::OP_OR : Xapian::Query::OP_AND;
      const Xapian::Query query(op, terms.begin(), terms.end());
      Xapian::doccount estimated = 0;
      Xapian::Enquire enquire(database);
      enquire.set_weighting_scheme(FrequencyNote(estimated));
      enquire.set_query({Xapian::Query::OP_SYNONYM, &query, &query + 1});
      enquire.get_mset(0, 10);
      EXPECT_EQ(any ? frequency_of_any(frequencies, kDocuments)
                    : frequency_of_all(frequencies, kDocuments),
                estimated)
          << ::testing::PrintToString(terms) << any;
    }
  }
}

}  // namespace
}  // namespace ibid
