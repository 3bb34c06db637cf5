// SPDX-License-Identifier: GPL-2.0-or-later
//
// Korean words: the noun without its particle, the noun under a verb, bigrams; also decomposed and
// beside English.
#include <gmock/gmock.h>

#include <algorithm>
#include <utility>

#include "tests/support/analyzed.h"
#include "tests/support/korean_text.h"

namespace ibid {
namespace {

using testing::analyzed;
using testing::check_forms;
using testing::decomposed_hangul;
using ::testing::ElementsAre;
using testing::surfaces;

TEST(Analyzer, StripsKoreanParticles) {
  check_forms({
      {"푸틴은 평양에서 만났다",
       "푸틴은",
       {"surface 푸틴은", "stem 푸틴", "bigram 푸틴"},
       {"bigram 틴은"}},
      {"푸틴은 평양에서 만났다",
       "평양에서",
       {"surface 평양에서", "stem 평양", "bigram 평양"},
       {"bigram 양에"}},
      {"러시아와 북한", "러시아와", {"stem 러시아", "bigram 러시", "bigram 시아"}, {"bigram 아와"}},
      {"한반도의 평화", "한반도의", {"stem 한반도"}, {"stem 한반"}},
      {"우크라이나 전쟁", "우크라이나", {"stem 우크라이나"}, {"stem 우크라"}},
      {"Putin은 러시아의 대통령", "러시아의", {"stem 러시아"}, {}},
  });
}

TEST(Analyzer, FindsTheNounUnderAKoreanVerb) {
  check_forms({
      {"동맹을 강화했다",
       "강화했다",
       {"surface 강화했다", "lemma 강화", "bigram 강화"},
       {"bigram 했다"}},
      {"협정을 체결하기로 했다", "체결하기로", {"lemma 체결"}, {}},
      {"NATO를 강화한 뒤", "강화한", {"lemma 강화"}, {}},
  });
}

TEST(Analyzer, FindsAVerbInAnyForm) {
  check_forms({
      {"백악관은 제재를 밝혔다",
       "밝혔다",
       {"surface 밝혔다", "verb 밝혀~", "bigram 밝혔"},
       {"bigram 혔다"}},
      {"Moscow가 밝힌 바", "밝힌", {"verb 밝혀~"}, {}},
      {"밥을 먹었다", "먹었다", {"verb 먹어~"}, {"bigram 먹었", "bigram 었다"}},
      {"협정을 강화했다", "강화했다", {"lemma 강화"}, {"verb 강화해~"}},
      {"캐나다 총리", "캐나다", {"bigram 캐나", "bigram 나다"}, {"verb 캐나~"}},
  });
}

TEST(Analyzer, JoinsNamesOfASyllableEach) {
  check_forms({
      {"북·러 조약", "북", {"stem 북", "joined 북러"}, {}},
      {"북-러 조약", "북", {"joined 북러"}, {}},
      {"북\u318D러의 조약", "북", {"joined 북러"}, {"joined 북러의"}},
      {"한·중·일에서", "한", {"joined 한중일"}, {"joined 한중"}},
      {"한\u30FB미 훈련", "한", {"joined 한미"}, {}},
      {"Korea의 한‧미연합훈련은", "한", {"joined 한미연합훈련"}, {}},
      {"정치·경제", "정치", {}, {"joined 정치경제"}},
      {"북, 러", "북", {}, {"joined 북러"}},
      {"북 러", "북", {}, {"joined 북러"}},
      {"3·1 운동", "3", {}, {"joined 31"}},
  });
}

// The joined form is of this place, not of the word: the next 북 is alone.
TEST(Analyzer, JoinsOnlyWhereTheDotIs) {
  Analyzer analyzer;
  Analysis analysis;
  for (const auto& [text, joined] : {std::pair{"북·러 조약", 1}, std::pair{"북 러 조약", 0}}) {
    analyzer.analyze_words(text, {}, {}, analysis);
    EXPECT_EQ(std::count_if(analysis.forms.begin(), analysis.forms.end(),
                            [](const Form& f) { return f.kind == FormKind::kJoined; }),
              joined);
    EXPECT_EQ(analysis.words.size(), 3U);
  }
}

TEST(Analyzer, MakesBigramsOfCompounds) {
  check_forms({
      {"국방협정을 맺었다",
       "국방협정을",
       {"bigram 국방", "bigram 방협", "bigram 협정", "stem 국방협정"},
       {"bigram 정을"}},
      {"北韓 미사일", "北韓", {"surface 北韓", "bigram 北韓"}, {}},
  });
}

TEST(Analyzer, MatchesDecomposedHangulWithComposed) {
  const std::string text = "푸틴은 국방협정을 S-400 체결했다";
  const auto composed = analyzed(text);
  const auto decomposed = analyzed(decomposed_hangul(text));
  ASSERT_EQ(composed.size(), decomposed.size());
  for (std::size_t i = 0; i < composed.size(); ++i) {
    EXPECT_EQ(composed[i].forms, decomposed[i].forms) << composed[i].written;
    EXPECT_EQ(decomposed_hangul(composed[i].written), decomposed[i].written);
  }
}

TEST(Analyzer, DropsParticlesGluedToLatinAndDigits) {
  EXPECT_THAT(surfaces("NATO가 EU와의 회담에서"), ElementsAre("nato", "eu", "회담에서"));
  EXPECT_THAT(surfaces("AI에서의 S-400을 400을"), ElementsAre("ai", "s", "400", "400"));
  EXPECT_THAT(surfaces("Putin대통령은"), ElementsAre("putin", "대통령은"));
  EXPECT_THAT(surfaces("5만 명, 5만의, 5의, S-400만"),
              ElementsAre("5", "만", "명", "5", "만의", "5", "s", "400", "만"));
  EXPECT_THAT(surfaces("400억을 F-16급"), ElementsAre("400", "억을", "f", "16", "급"));
}

TEST(Analyzer, CountsPositionsOfWordsOnly) {
  const auto positions = [](std::string_view text, const std::vector<ByteRange>& skip) {
    Analyzer analyzer;
    Analysis analysis;
    analyzer.analyze(text, skip, analysis);
    std::vector<std::uint32_t> list;
    for (const Word& word : analysis.words) list.push_back(word.position);
    return list;
  };
  EXPECT_THAT(positions("one, two - three", {}), ElementsAre(1, 2, 3));
  EXPECT_THAT(positions("S-400을 인도가", {}), ElementsAre(1, 2, 3));
  EXPECT_THAT(positions("alpha beta gamma", {{6, 10}}), ElementsAre(1, 2));
  EXPECT_THAT(positions("", {}), ElementsAre());
  EXPECT_THAT(positions("!!! …", {}), ElementsAre());
}

TEST(Analyzer, LeavesOutWordsThatBeginInASkippedRange) {
  const std::string text = "협정 (출처: go-public-web-kor-1-0-0) 이후 (source: x) pact";
  const std::uint64_t first = text.find('('), second = text.find('(', first + 1);
  const std::vector<ByteRange> skip = {{first, text.find(')') + 1},
                                       {second, text.find(')', second) + 1}};
  EXPECT_THAT(surfaces(text, skip), ElementsAre("협정", "이후", "pact"));
  EXPECT_THAT(surfaces("one two", {{0, 7}}), ElementsAre());
}

// Found by fuzzing: a chain of words such as "S-400" continued into a skipped range.
TEST(SkippedRanges, EndAChainOfWords) {
  for (const auto& [text, skipped, left] :
       std::vector<std::tuple<std::string, std::string, std::vector<std::string>>>{
           {"협정go-public-web-kor-1-0-0 이후", "go-public-web-kor-1-0-0", {"협정", "이후"}},
           {"S-400 sold", "400", {"s", "sold"}},
           {"pact-go-public-web-eng-1-0-0을", "go-public-web-eng-1-0-0", {"pact", "을"}},
       }) {
    const std::size_t begin = text.find(skipped);
    EXPECT_EQ(surfaces(text, {{begin, begin + skipped.size()}}), left) << text;
  }
}

TEST(Analyzer, CutsFormsOfLongWordsButNotTheirRanges) {
  const std::string letters(3000, 'x');
  std::string syllables;
  for (int i = 0; i < 1000; ++i) syllables += "한";
  for (const std::string& text :
       {letters, syllables, decomposed_hangul(syllables), std::string(500, '7')}) {
    const auto words = analyzed(text);
    ASSERT_EQ(words.size(), 1U);
    EXPECT_EQ(words[0].written.size(), text.size());
    EXPECT_LE(words[0].surface.size(), 64U);
    EXPECT_GE(words[0].surface.size(), 60U);  // cut at a character, not earlier
    for (const std::string& form : words[0].forms)
      EXPECT_LE(form.size(), 64U + sizeof "designator ");
  }
}

}  // namespace
}  // namespace ibid
