// SPDX-License-Identifier: GPL-2.0-or-later
//
// Invariants of the analysis of every text: over the sample reports, the same decomposed, and texts
// made to be difficult.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

#include "indexer/analysis/analyzer.h"
#include "indexer/schema.h"
#include "tests/support/korean_text.h"
#include "tests/support/sample_reports.h"

namespace ibid {
namespace {

using testing::decomposed_hangul;
using testing::is_boundary;

std::vector<std::string> texts() {
  std::vector<std::string> all = testing::report_texts();
  const std::size_t plain = all.size();
  for (std::size_t i = 0; i < plain; ++i) all.push_back(decomposed_hangul(all[i]));
  all.emplace_back("S-400S-400S-400 KN-23A-1-B F-16s-17가-S 400");
  all.emplace_back("’’a’b’’c'd' U.S.U.N.a.b.c U.S.A-1 http:// https://x www.- @@##A#b");
  all.emplace_back("Signed by NATO " + std::string(80, '5') + " times");
  all.emplace_back("1,000,000.5.6,7,888 3.1.2.3 .5 5. 1,,2 ①② ½ ２，４０１억");
  all.emplace_back(
      "İstanbul ﬁn\u00ADance e\u0301 \u0301x 한\u11AB\u200B국 👩‍👩‍👧 "
      "北韓한글ABC가나다123라");
  return all;
}

bool has_range(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return begin < end && end <= text.size() && is_boundary(text, begin) && is_boundary(text, end);
}

TEST(Analysis, HasSoundRangesForWordsAndForms) {
  Analyzer analyzer;
  Analysis analysis;
  for (const std::string& text : texts()) {
    analyzer.analyze(text, analysis);
    std::uint32_t begin = 0, end = 0, position = 0, next_form = 0;
    for (const Word& word : analysis.words) {
      ASSERT_TRUE(has_range(text, word.begin, word.end)) << word.begin << ".." << word.end;
      // Words share bytes only if one character becomes several: ½ is 1 and 2.
      const bool same_character = word.begin >= begin && word.end == end;
      ASSERT_TRUE(word.begin >= end || same_character) << "words overlap at byte " << word.begin;
      ASSERT_EQ(word.position, ++position);
      ASSERT_GE(word.form_count, 1U);
      ASSERT_EQ(word.first_form, next_form);
      next_form += word.form_count;
      begin = word.begin;
      end = word.end;
      for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
        ASSERT_TRUE(has_range(text, form->begin, form->end)) << form->begin << ".." << form->end;
        ASSERT_GE(form->begin, word.begin);
        ASSERT_TRUE(is_of_several_words(form->kind) || form->end <= word.end);
      }
    }
    ASSERT_EQ(next_form, analysis.forms.size());
  }
}

TEST(Analysis, HasFormsThatFitIntoTerms) {
  Analyzer analyzer;
  Analysis analysis;
  for (const std::string& text : texts()) {
    analyzer.analyze(text, analysis);
    for (const Form& form : analysis.forms) {
      const std::string_view folded = analysis.text(form);
      ASSERT_FALSE(folded.empty());
      ASSERT_LE(folded.size(), schema::kMaxFormBytes);
      ASSERT_FALSE(folded[0] >= 'A' && folded[0] <= 'Z') << folded;
      ASSERT_TRUE(is_boundary(folded, 0));
    }
    for (const Word& word : analysis.words) {
      ASSERT_EQ(static_cast<int>(analysis.begin_of(word)->kind),
                static_cast<int>(FormKind::kSurface));
    }
  }
}

TEST(Analysis, SurfaceOfAPlainWordIsItsLowerCase) {
  Analyzer analyzer;
  Analysis analysis;
  std::size_t checked = 0;
  for (const std::string& text : texts()) {
    analyzer.analyze(text, analysis);
    for (const Word& word : analysis.words) {
      std::string written = text.substr(word.begin, word.end - word.begin);
      const bool plain = std::all_of(written.begin(), written.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0;
      });
      if (!plain || written.size() > 60) continue;
      std::transform(written.begin(), written.end(), written.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      ASSERT_EQ(analysis.surface(word), written);
      ++checked;
    }
  }
  EXPECT_GT(checked, 5000U);
}

TEST(Analysis, IsTheSameHoweverOftenTheObjectWasUsed) {
  Analyzer used;
  Analysis reused;
  for (const std::string& text : texts()) {
    used.analyze(text, reused);
    Analyzer fresh;
    Analysis other;
    fresh.analyze(text, other);
    ASSERT_EQ(reused.words.size(), other.words.size());
    ASSERT_EQ(reused.folded, other.folded);
    ASSERT_EQ(reused.forms.size(), other.forms.size());
  }
}

}  // namespace
}  // namespace ibid
