// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words found among lists by how they begin are those that a look at every word finds.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "search/index/index_snapshot.h"
#include "search/words/similar_spellings.h"
#include "tests/support/sample_index.h"

namespace ibid {
namespace {

using testing::SampleIndex;

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

// Begins with two letters; "china's" is one.
bool is_latin_word(const std::string& text) {
  return text.size() >= 2 && is_small_letter(text[0]) && is_small_letter(text[1]);
}

// Letters put in, left out, replaced, or exchanged with the next one: the whole table, no limit.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

struct Entry {
  std::string text;
  Xapian::doccount frequency = 0;
};

// As the header of similar_spellings() has it, over all words.
std::vector<std::string> by_brute_force(const std::vector<Entry>& words, const std::string& word) {
  if (word.size() < 4) return {};
  const std::size_t limit = word.size() >= 8 ? 2 : 1;
  std::vector<std::tuple<std::size_t, std::int64_t, std::string>> found;
  bool one_alike = false;
  for (const Entry& entry : words) {
    const std::size_t edits = distance(word, entry.text);
    const bool alike = entry.text.substr(0, 2) == word.substr(0, 2);
    if (edits == 0 || edits > (alike ? limit : 1)) continue;
    one_alike = one_alike || (alike && edits == 1);
    found.emplace_back(edits, -static_cast<std::int64_t>(entry.frequency), entry.text);
  }
  if (one_alike) {
    std::erase_if(
        found, [&](const auto& one) { return std::get<2>(one).substr(0, 2) != word.substr(0, 2); });
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> texts;
  for (const auto& [edits, order, text] : found) {
    if (texts.size() < 4 && edits == std::get<0>(found.front())) texts.push_back(text);
  }
  return texts;
}

TEST(SpellingLists, AreThoseThatALookAtEveryWordFinds) {
  SampleIndex samples;
  IndexSnapshot snapshot(IndexDir(samples.test().index()));
  std::vector<Entry> words;
  const Xapian::Database& database = snapshot.database();
  for (auto it = database.allterms_begin(); it != database.allterms_end(); ++it) {
    if (is_latin_word(*it)) words.push_back({*it, it.get_termfreq()});
  }
  ASSERT_GT(words.size(), 500U);
  std::size_t asked = 0, found = 0;
  const auto check = [&](const std::string& word) {
    std::vector<std::string> texts;
    for (const SimilarSpelling& s : similar_spellings(snapshot.index(), word)) {
      texts.push_back(s.text);
    }
    EXPECT_EQ(texts, by_brute_force(words, word)) << word;
    ++asked;
    if (!texts.empty()) ++found;
  };
  for (std::size_t w = 0; w < words.size(); w += 41) {
    const std::string& word = words[w].text;
    const bool asks = std::all_of(word.begin(), word.end(), is_small_letter);
    if (word.size() < 4 || !asks) continue;  // of other words none is similar
    const std::size_t at = w % word.size();
    check(word);
    check(std::string(word).erase(at, 1));
    check(std::string(word).insert(at, 1, static_cast<char>('a' + w % 26)));
    std::string other = word;
    other[at] = static_cast<char>('a' + w % 26);
    check(other);
    other[(at + 3) % word.size()] = 'z';
    check(other);
    other = word;
    std::swap(other[at], other[(at + 1) % word.size()]);
    check(other);
  }
  EXPECT_GT(found, asked / 4);
}

// A second question is answered from what the first one read, and so is one after many others.
TEST(SpellingLists, AreTheSameHoweverOftenAWordIsAsked) {
  SampleIndex samples;
  const auto texts_of = [](const IndexSnapshot& snapshot, std::string_view word) {
    std::vector<std::string> texts;
    for (const SimilarSpelling& s : similar_spellings(snapshot.index(), word)) {
      texts.push_back(s.text);
    }
    return texts;
  };
  IndexSnapshot warm(IndexDir(samples.test().index()));
  const std::vector<std::string> words = {"러시어",    "북힌",    "핸정",   "goverment",
                                          "Russai",    "treatty", "미살일", "korae",
                                          "agreemnet", "중귝",    "협종"};
  bool any = false;
  for (int pass = 0; pass < 2; ++pass) {
    for (const std::string& word : words) {
      const IndexSnapshot fresh(IndexDir(samples.test().index()));
      const std::vector<std::string> texts = texts_of(warm, word);
      EXPECT_EQ(texts, texts_of(fresh, word)) << word;
      any = any || !texts.empty();
    }
  }
  EXPECT_TRUE(any);
}

}  // namespace
}  // namespace ibid
