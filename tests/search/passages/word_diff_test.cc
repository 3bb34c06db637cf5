// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/passages/word_diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

// "=a b -c +d": each span with its words.
std::string shown(std::string_view a, std::string_view b, WordMatch match = WordMatch::kExact) {
  std::string out;
  for (const DiffSpan& span : word_diff(a, b, match)) {
    if (!out.empty()) out += ' ';
    out += span.kind == DiffKind::kEqual ? '=' : span.kind == DiffKind::kDelete ? '-' : '+';
    out += span.kind == DiffKind::kInsert ? slice(b, span.b) : slice(a, span.a);
  }
  return out;
}

struct Case {
  std::string a, b, spans;
};

TEST(WordDiff, NamesTheWordsThatDiffer) {
  const std::vector<Case> table = {
      {"The pact names four ports.", "The pact names four ports.", "=The pact names four ports."},
      {"The pact names four ports.", "The pact names five ports.",
       "=The pact names -four +five =ports."},
      {"It is binding", "It is not binding", "=It is +not =binding"},
      {"It is not binding", "It is binding", "=It is -not =binding"},
      {"one two", "", "-one two"},
      {"", "one two", "+one two"},
      {"", "", ""},
      {" \n ", "\t", ""},
      {"a  b\nc", "a b c", "=a  b\nc"},
      {"first second", "second", "-first =second"},
      {"$240.1 billion, a record", "$241 billion, a record", "-$240.1 +$241 =billion, a record"},
      {"ships, not planes", "ships not planes", "=ships -, =not planes"},
      {"(four)", "four", "-( =four -)"},
      {"S-400 systems", "S-300 systems", "-S-400 +S-300 =systems"},
      // Korean: an eojeol is a word, including its particle.
      {"푸틴은 평양을 방문했다.", "푸틴이 평양을 방문했다.", "-푸틴은 +푸틴이 =평양을 방문했다."},
      {"조약에 서명했다", "조약에 서명하지 않았다", "=조약에 -서명했다 +서명하지 않았다"},
      // Mixed.
      {"인도는 S-400을 샀다 (출처: a)", "인도는 S-400을 샀다 (출처: b)",
       "=인도는 S-400을 샀다 (출처: -a +b =)"},
  };
  for (const Case& c : table) EXPECT_EQ(shown(c.a, c.b), c.spans) << c.a << " | " << c.b;
}

TEST(WordDiff, FoldedWordsAreEqualIfASearchTreatsThemAsEqual) {
  const std::string nfd = "\u1111\u116E\u1110\u1175\u11AB\u110B\u1173\u11AB 왔다";  // 푸틴은
  const std::vector<Case> table = {
      {"“No Limits”", "\"no limits\"", "=“No Limits”"},
      {nfd, "푸틴은 왔다", "=" + nfd},
      {"the pact’s ‘end’", "The pact's 'end'", "=the pact’s ‘end’"},
      {"No Limits", "No limit", "=No -Limits +limit"},
  };
  for (const Case& c : table) EXPECT_EQ(shown(c.a, c.b, WordMatch::kFolded), c.spans) << c.a;
  EXPECT_EQ(shown("No", "no"), "-No +no");  // not folded: letter case counts
}

TEST(WordDiff, EmptyRangesSayWhereTheOtherTextHasMore) {
  const auto spans = word_diff("a c", "a b c");
  ASSERT_EQ(spans.size(), 3U);
  EXPECT_EQ(spans[1], (DiffSpan{DiffKind::kInsert, {2, 2}, {2, 3}}));
  const auto end = word_diff("a", "a b");
  ASSERT_EQ(end.size(), 2U);
  EXPECT_EQ(end[1], (DiffSpan{DiffKind::kInsert, {1, 1}, {2, 3}}));
}

TEST(WordDiff, SignsAtTheEndsOfWordsAreWordsOfTheirOwn) {
  const std::string text = "“S-400”, don't (11,000.5%) — U.S.";
  std::vector<std::string> words;
  for (const ByteRange word : diff_words(text)) words.emplace_back(slice(text, word));
  EXPECT_EQ(words, (std::vector<std::string>{"“", "S-400", "”", ",", "don't", "(", "11,000.5%", ")",
                                             "—", "U.S", "."}));
}

std::vector<std::string> words_of(std::string_view text, const std::vector<DiffSpan>& spans,
                                  bool of_a) {
  std::vector<std::string> out;
  for (const DiffSpan& span : spans) {
    const std::string_view words = slice(text, of_a ? span.a : span.b);
    for (const ByteRange word : diff_words(words)) out.emplace_back(slice(words, word));
  }
  return out;
}

std::vector<std::string> all_words(std::string_view text) {
  std::vector<std::string> out;
  for (const ByteRange word : diff_words(text)) out.emplace_back(slice(text, word));
  return out;
}

// The textbook table, in quadratic time and space.
std::size_t longest_common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      best[i][j] =
          a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
    }
  }
  return best[a.size()][b.size()];
}

TEST(WordDiff, LosesNoWordAndKeepsAsManyAsPossible) {
  std::mt19937 random(20240627);
  const std::vector<std::string> vocabulary = {"a", "b", "c", "가", "나"};
  const auto text = [&] {
    std::string out;
    for (auto n = random() % 14; n > 0; --n) {
      if (!out.empty()) out += ' ';
      out += vocabulary[random() % vocabulary.size()];
    }
    return out;
  };
  for (int round = 0; round < 5000; ++round) {
    const std::string a = text();
    const std::string b = text();
    const auto spans = word_diff(a, b);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      if (i > 0) {
        ASSERT_NE(spans[i].kind, spans[i - 1].kind) << a << " | " << b;
      }
      if (spans[i].kind != DiffKind::kEqual) continue;
      ASSERT_EQ(slice(a, spans[i].a), slice(b, spans[i].b));
      kept += all_words(slice(a, spans[i].a)).size();
    }
    ASSERT_EQ(words_of(a, spans, true), all_words(a));
    ASSERT_EQ(words_of(b, spans, false), all_words(b));
    ASSERT_EQ(kept, longest_common(all_words(a), all_words(b))) << a << " | " << b;
  }
}

TEST(WordDiff, TextsWithNothingInCommonGiveOneDeletionAndOneInsertion) {
  std::string a = "same ";
  std::string b = "same ";
  for (std::size_t i = 0; i < kMaxDiffEdits; ++i) {
    a += "a" + std::to_string(i) + " ";
    b += "b" + std::to_string(i) + " ";
  }
  const auto spans = word_diff(a + "end", b + "end");
  ASSERT_EQ(spans.size(), 4U);
  EXPECT_EQ(spans[1].kind, DiffKind::kDelete);
  EXPECT_EQ(spans[2].kind, DiffKind::kInsert);
  EXPECT_EQ(slice(a + "end", spans[3].a), "end");
}

}  // namespace
}  // namespace ibid
