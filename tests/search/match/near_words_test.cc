// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/match/near_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "indexer/analysis/unanalyzed.h"
#include "search/match/ranking.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using ::testing::ElementsAre;
using testing::ids_of;
using testing::SampleIndex;

NearWord korean(std::u32string_view word, double weight) {
  NearWord near;
  near.weight = weight;
  for (std::size_t i = 1; i < word.size(); ++i) {
    near.bigrams.push_back(bigram_key(word[i - 1], word[i]));
  }
  return near;
}

NearWord named(std::string_view name, double weight) {
  NearWord near;
  near.weight = weight;
  near.names.push_back(near_texts(name));
  return near;
}

std::string place_of(const NearWords& words, const std::string& text,
                     const std::vector<ByteRange>& skip = {}) {
  const NearPlace place = NearReader(words).best_place(text, skip);
  return text.substr(place.text.begin, place.text.size());
}

double score_of(const NearWords& words, const std::string& text,
                const std::vector<ByteRange>& skip = {}) {
  const double fast = NearReader(words).best_place(text, skip).score;
  EXPECT_DOUBLE_EQ(NearReader(words, NearReading::kFolded).best_place(text, skip).score, fast);
  return fast / kNearWeight;
}

TEST(NearWords, CountByTheirDistanceAndTheShareThatIsMet) {
  const NearWords words = {korean(U"국방", 2), korean(U"협정", 3)};
  EXPECT_DOUBLE_EQ(score_of(words, "국방 협정"), 3 + 2 / (1 + 1 / kNearHalf));
  EXPECT_DOUBLE_EQ(score_of(words, "국방협정을"), 5);
  EXPECT_DOUBLE_EQ(score_of(words, "국방부가 말했다. 새 협정이다"), 3 + 2 / (1 + 3 / kNearHalf));
  EXPECT_DOUBLE_EQ(score_of(words, "협정"), 3);
  EXPECT_DOUBLE_EQ(score_of(words, "아무 말도 없다"), 0);
  EXPECT_DOUBLE_EQ(score_of(words, ""), 0);
  // One of three pairs of syllables.
  EXPECT_DOUBLE_EQ(score_of({korean(U"국방협정", 3)}, "국방부"), 1);
}

TEST(NearWords, TakeTheBestPlaceAmongSeveral) {
  const NearWords words = {korean(U"국방", 2), korean(U"협정", 3), named("India", 1)};
  const std::string text =
      "협정은 길다. 여러 나라가 서명했고 국방 협정을 India 정부가 읽었다. 국방";
  EXPECT_EQ(place_of(words, text), "국방 협정을 India");
}

TEST(NearWords, MeetNamesOfSeveralWordsAndInHangulWithParticles) {
  EXPECT_DOUBLE_EQ(score_of({named("Xi Jinping", 2)}, "In May xi jinping left."), 2);
  EXPECT_DOUBLE_EQ(score_of({named("Xi Jinping", 2)}, "Xi left with Jinping."), 0);
  EXPECT_DOUBLE_EQ(score_of({named("인도", 2)}, "인도는 샀다"), 2);
  EXPECT_DOUBLE_EQ(score_of({named("India", 2)}, "Indian"), 0);
  EXPECT_DOUBLE_EQ(score_of({named("물", 2)}, "물가"), 0);
}

TEST(NearWords, CountNoWordsOfMarksAndAddresses) {
  const NearWords words = {korean(U"국방", 2), korean(U"협정", 2)};
  const std::string mark = "(source: go-public-web-eng-1-0-0)";
  const std::string text = "국방 " + mark + " 협정";
  const std::size_t begin = text.find('(');
  EXPECT_DOUBLE_EQ(score_of(words, text, {{begin, begin + mark.size()}}),
                   score_of(words, "국방 협정"));
  EXPECT_DOUBLE_EQ(score_of(words, "국방 https://example.org/a/b/c 협정"),
                   score_of(words, "국방 협정"));
}

// By the formula itself, over texts made at random.
TEST(NearWords, AgreeWithTheFormula) {
  const std::vector<std::string> vocabulary = {"국방", "협정", "협정문", "무기", "S", "나라", "의"};
  const NearWords words = {korean(U"국방", 2.5), korean(U"협정문", 4), korean(U"무기", 1)};
  const auto strength = [](std::size_t word, const std::string& text) {
    if (word == 0) return text == "국방" ? 1.0 : 0.0;
    if (word == 1) return text == "협정문" ? 1.0 : text == "협정" ? 0.5 : 0.0;
    return text == "무기" ? 1.0 : 0.0;
  };
  std::mt19937 random(11);
  for (int turn = 0; turn < 300; ++turn) {
    std::vector<std::string> tokens(1 + random() % 60);
    std::string text;
    for (std::string& token : tokens) {
      token = vocabulary[random() % vocabulary.size()];
      text += token + " ";
    }
    double best = 0;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      double sum = 0, any = 0;
      for (std::size_t w = 0; w < words.size(); ++w) {
        double most = 0;
        for (std::size_t p = 0; p < tokens.size(); ++p) {
          const double distance = std::abs(static_cast<double>(p) - static_cast<double>(at));
          most = std::max(most, strength(w, tokens[p]) / (1 + distance / kNearHalf));
        }
        sum += words[w].weight * most;
        any = std::max(any, strength(w, tokens[at]));
      }
      if (any > 0) best = std::max(best, sum);
    }
    EXPECT_NEAR(score_of(words, text), best, 1e-6) << text;
  }
}

TEST(NearWords, AreReadAlikeInTextsOfEveryKind) {
  const NearWords words = {korean(U"국방", 2), korean(U"협정", 3), named("us", 1),
                           named("1,000", 1),  named("3.5", 1),    named("協定", 1)};
  for (const char* text : {"국방비 1,000억. 협정",
                           "3.5% 국방 1.2.3 협정 3.5",
                           "1,0000 국방 10,000,000.5 협정",
                           "U.S. 국방 협정",
                           "us. 국방 협정",
                           "U. 국방 협정",
                           "국방's 협정",
                           "the U.S 국방 협정",
                           "us’s 국방 협정",
                           "국방 www.us.kr 협정",
                           "국방 http://us/협정",
                           "협정(協定) 국방",
                           "국방协협정",
                           "국방·협정",
                           "「국방」 협정…",
                           "국방℃협정",
                           "국방　협정",
                           "국방\u00A0협정",
                           "é 국방 협정",
                           "국방①협정",
                           "ㄱ국방 협정",
                           "국\u200B방 협정",
                           "국방-협정–us−us",
                           "us400국방us협정",
                           "국방 :// 협정",
                           "‘국방’ us’ 협정",
                           "1. 국방 2. 협정",
                           "5,00 국방 ,협정 5.",
                           "us국방.us.협정"}) {
    score_of(words, text);
    const std::string mark = "(source: us)";
    const std::string marked = std::string(text) + mark + text;
    const std::size_t begin = std::string(text).size();
    score_of(words, marked, {{begin, begin + mark.size()}});
  }
}

// Each passage of the samples, with words of its own and of others.
TEST(NearWords, AreReadFastAsTheyAreFolded) {
  SampleIndex samples;
  std::vector<NearText> vocabulary;
  std::vector<const Passage*> passages;
  for (const Report& report : samples.reports()) {
    for (const Passage& passage : report.passages) {
      passages.push_back(&passage);
      for (NearText& text : near_texts(passage.text)) vocabulary.push_back(std::move(text));
    }
  }
  ASSERT_GT(passages.size(), 200);
  std::mt19937 random(5);
  int met = 0;
  for (const Passage* passage : passages) {
    NearWords words;
    for (int w = 0; w < 6; ++w) {
      const NearText& word = vocabulary[random() % vocabulary.size()];
      NearWord near = korean(word, 1 + w);
      if (word.size() < 2 || w % 2 == 0) near.names.push_back({word});
      words.push_back(std::move(near));
    }
    const std::vector<ByteRange> marks = unanalyzed_ranges(passage->text);
    const NearPlace fast = NearReader(words).best_place(passage->text, marks);
    const NearPlace folded =
        NearReader(words, NearReading::kFolded).best_place(passage->text, marks);
    EXPECT_DOUBLE_EQ(fast.score, folded.score) << passage->text;
    EXPECT_EQ(fast.text.begin, folded.text.begin) << passage->text;
    EXPECT_EQ(fast.text.end, folded.text.end) << passage->text;
    if (fast.score > 0) ++met;
  }
  EXPECT_GT(met, 100);
}

TEST(NearWords, PutTheBestHitsInANewOrder) {
  testing::TextIndex index({
      "국방 정책을 말했다. 나라마다 다른 무역 관세 이야기가 길게 이어졌고 끝에 협정이라는 말이 "
      "나왔다.",
      "두 나라는 평양에서 국방 협정을 맺었다. 무역 관세 이야기도 길게 이어졌고 다른 말이 나왔다.",
  });
  EXPECT_THAT(index.found("국방 협정"), ElementsAre(0, 1));
  const SearchResult result = index.search("국방 협정");
  ASSERT_EQ(result.hits.size(), 2);
  EXPECT_NE(result.hits.front().passage.text.find("국방 협정을"), std::string::npos);
}

TEST(NearWords, OfExcludedClausesDoNotCount) {
  SampleIndex samples;
  SearchOptions explained = SampleIndex::everything();
  explained.explain = Explain::kYes;
  for (const char* query : {"treaty -(조약 AND 교역)", "weapons NOT (한국 AND 방공)"}) {
    const SearchResult result = samples.search(query, explained);
    ASSERT_FALSE(result.hits.empty()) << query;
    for (const Hit& hit : result.hits) {
      for (const TermMatch& match : hit.matches) EXPECT_NE(match.form, "close together") << query;
    }
  }
  const SearchResult korean = samples.search("조약", explained);
  ASSERT_FALSE(korean.hits.empty());
  EXPECT_TRUE(std::any_of(korean.hits.front().matches.begin(), korean.hits.front().matches.end(),
                          [](const TermMatch& match) { return match.form == "close together"; }));
}

TEST(NearWords, LeaveLimitsAndPagesInOneOrder) {
  SampleIndex samples;
  for (const char* query : {"러시아와 북한의 조약", "S-400 인도 방공", "중국 교역 lang:ko"}) {
    const std::vector<std::string> all = ids_of(samples.search(query));
    ASSERT_GT(all.size(), 12) << query;
    for (const std::uint64_t limit : {1, 3, 10, 12}) {
      for (const std::uint64_t offset : {0, 1, 5, 9, 10, 11}) {
        SearchOptions options;
        options.limit = limit;
        options.offset = offset;
        const std::vector<std::string> page = ids_of(samples.search(query, options));
        const std::size_t end = std::min(all.size(), std::size_t(offset + limit));
        EXPECT_EQ(page, std::vector<std::string>(all.begin() + static_cast<long>(offset),
                                                 all.begin() + static_cast<long>(end)))
            << query << " " << limit << " " << offset;
      }
    }
  }
}

}  // namespace
}  // namespace ibid
