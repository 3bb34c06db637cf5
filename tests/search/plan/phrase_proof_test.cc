// SPDX-License-Identifier: GPL-2.0-or-later
//
// Searches for every phrase of the sample reports, and tests the reference for the answers.
#include "tests/support/phrase_proof.h"

#include <gmock/gmock.h>

#include "tests/support/sample_index.h"
#include "tests/support/word_reference.h"

namespace ibid::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const RefWord& word : WordReader().read(text).words) words.push_back(word.text);
  return words;
}

TEST(WordReference, ReadsWords) {
  const struct {
    const char* text;
    std::vector<std::string> words;
  } cases[] = {
      {"The leaders’ plan: China's S-400s", {"the", "leaders", "plan", "china's", "s", "400", "s"}},
      {"U.S. and U.N forces, e.g. Ö", {"us", "and", "un", "forces", "eg", "o"}},
      {"11,000 of $240.1 in 3.1.2", {"11000", "of", "240.1", "in", "3", "1", "2"}},
      {"S-400을 3월에, KOSPI는", {"s", "400", "3", "월에", "kospi"}},
      {"5만 명, 5는", {"5", "만", "명", "5"}},
      {"see https://www.example.org/a?b=c now", {"see", "example.org", "now"}},
      {"협정（協定）을 ﬁx", {"협정", "協定", "을", "fix"}},
      {"a (source: go-public-web-eng-1-0-0) b", {"a", "b"}},
  };
  for (const auto& c : cases) EXPECT_THAT(words_of(c.text), ElementsAreArray(c.words)) << c.text;
}

TEST(WordReference, KnowsWherePhrasesAndNeighboursOccur) {
  WordReader reader;
  WordReference reference;
  for (const char* text : {"North Korea's treaty with Russia", "북한과 국방 협정을 맺었다",
                           "Korea, north of the treaty line"}) {
    reference.add(reader.read(text));
  }
  const auto phrase = [&](const char* text) {
    return reference.with_phrase(reader.read(text).words);
  };
  EXPECT_THAT(phrase("north korea"), ElementsAre(0));
  EXPECT_THAT(phrase("국방 협정"), ElementsAre(1));
  EXPECT_THAT(phrase("북한 국방"), IsEmpty());
  const auto near = [&](const char* a, const char* b, std::uint32_t distance, bool ordered) {
    return texts_near(reference.occurrences_inflected(reader.read(a).words[0]),
                      reference.occurrences_inflected(reader.read(b).words[0]), distance, ordered);
  };
  EXPECT_THAT(near("treaties", "Korea", 4, false), ElementsAre(0, 2));
  EXPECT_THAT(near("treaties", "Korea", 3, false), ElementsAre(0));
  EXPECT_THAT(near("treaties", "Korea", 4, true), IsEmpty());
  EXPECT_THAT(near("북한", "협정", 2, true), ElementsAre(1));
}

TEST(PhraseProof, FindsEveryPhraseOfTheSamplesOnlyWhereItOccurs) {
  SampleIndex samples;
  std::vector<IdAndText> passages;
  for (const Report& report : samples.reports()) {
    for (const Passage& passage : report.passages) passages.emplace_back(passage.id, passage.text);
  }
  ProofOptions options;
  options.every_longer = options.every_near = 2;
  const ProofResult result = prove_phrases(samples.searcher(), passages, options);
  EXPECT_THAT(result.shown, IsEmpty());
  EXPECT_EQ(result.differences, 0U);
  EXPECT_GT(result.pairs, 4000U);
  EXPECT_GT(result.longer, 2000U);
  EXPECT_GT(result.near, 2000U);
  EXPECT_GT(result.hits, result.pairs + result.longer);
}

TEST(PhraseProof, ReportsAnswersThatDiffer) {
  TextIndex index({"Russia signs a pact", "Russia signs nothing"});
  // The proof gets other texts than the index holds.
  const ProofResult result =
      prove_phrases(index.searcher(),
                    {{"t0#2.1", "Russia signs a pact"}, {"t1#2.1", "Russia breaks a pact"}}, {});
  EXPECT_GT(result.differences, 0U);
  EXPECT_THAT(result.shown, ::testing::Contains(::testing::HasSubstr("wrongly found: t1#2.1")));
  EXPECT_THAT(result.shown, ::testing::Contains(::testing::HasSubstr("not found: t1#2.1")));
}

}  // namespace
}  // namespace ibid::testing
