// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any text -> words and forms: their byte ranges lie on characters of the text, in order, whatever
// is skipped; the indexer's short way says the same as the whole analysis.
#include <gtest/gtest.h>

#include <set>
#include <tuple>

#include "indexer/analyzer.h"
#include "indexer/normalize.h"
#include "indexer/schema.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/indexer/korean_text.h"

namespace ibid {
namespace {

void expect_range(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  ASSERT_LT(begin, end);
  ASSERT_LE(end, text.size());
  EXPECT_TRUE(testing::is_boundary(text, begin) && testing::is_boundary(text, end));
}

void check_ranges(std::string_view text, const std::vector<ByteRange>& skip,
                  const Analysis& analysis) {
  std::vector<FoldedChar> folded;
  fold(text, folded);
  std::set<std::pair<std::uint32_t, std::uint32_t>> characters;
  for (const FoldedChar& c : folded) {
    expect_range(text, c.begin, c.end);
    characters.insert({c.begin, c.end});
  }
  std::uint32_t begin = 0, end = 0, position = 0, next_form = 0;
  for (const Word& word : analysis.words) {
    expect_range(text, word.begin, word.end);
    EXPECT_GE(word.begin, begin);
    EXPECT_GE(word.end, end);
    // Words share bytes only where one character, with its marks, stands for several: ½ for 1
    // and 2.
    EXPECT_TRUE(word.begin >= end || characters.contains({word.begin, end})) << word.begin;
    EXPECT_EQ(word.position, ++position);
    ASSERT_GE(word.form_count, 1U);
    ASSERT_EQ(word.first_form, next_form);
    next_form += word.form_count;
    begin = word.begin;
    end = word.end;
    for (const ByteRange range : skip) {
      EXPECT_FALSE(word.begin >= range.begin && word.begin < range.end);
    }
    for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
      expect_range(text, form->begin, form->end);
      EXPECT_GE(form->begin, word.begin);
      EXPECT_TRUE(form->kind == FormKind::kDesignator || form->end <= word.end);
      EXPECT_FALSE(analysis.text(*form).empty());
      EXPECT_LE(form->text_size, schema::kMaxFormBytes);
    }
  }
  ASSERT_EQ(next_form, analysis.forms.size());
}

using FormText = std::pair<FormKind, std::string>;

std::vector<FormText> forms_of(const Analysis& analysis, const Word& word) {
  std::vector<FormText> forms;
  for (const Form* form = analysis.begin_of(word); form != analysis.end_of(word); ++form) {
    forms.emplace_back(form->kind, analysis.text(*form));
  }
  return forms;
}

auto all_but_forms(const Word& word) {
  return std::tuple(word.begin, word.end, word.position, word.hash, word.weightiness, word.hangul,
                    word.capitals, word.in_designator, word.known != Word::kUnknown);
}

// `brief` by `analyzer`'s short way, whose words with a number it can spell out.
void check_same(const Analyzer& analyzer, const Analysis& whole, const Analysis& brief) {
  ASSERT_EQ(whole.words.size(), brief.words.size());
  Analysis spelled;
  for (std::size_t w = 0; w < whole.words.size(); ++w) {
    const Word& word = brief.words[w];
    EXPECT_EQ(all_but_forms(whole.words[w]), all_but_forms(word));
    std::vector<FormText> forms = forms_of(brief, word);
    if (word.known != Word::kUnknown) {
      spelled.clear();
      analyzer.spell_out(word.known, spelled);
      ASSERT_EQ(spelled.words.size(), 1U);
      ASSERT_FALSE(forms.empty());
      std::vector<FormText> all = forms_of(spelled, spelled.words.front());
      EXPECT_EQ(all.front(), forms.front());
      all.insert(all.end(), forms.begin() + 1, forms.end());  // designators
      forms = all;
    }
    EXPECT_EQ(forms_of(whole, whole.words[w]), forms);
  }
}

// The first byte says what to skip: nothing, or one stretch of the text.
void analyze_any(std::string_view bytes) {
  if (bytes.empty()) return;
  const auto choice = static_cast<unsigned char>(bytes[0]);
  const std::string text = fuzz::valid_text(bytes.substr(1));
  std::vector<ByteRange> skip;
  if (choice % 2 == 1 && !text.empty()) {
    const std::uint64_t begin = (choice / 2U) % text.size();
    skip.push_back({begin, begin + 1 + (text.size() - begin) / 4});
  }
  static Analyzer whole_way, short_way;
  static Analysis whole, brief;
  whole_way.analyze(text, skip, whole);
  check_ranges(text, skip, whole);
  short_way.analyze_words(text, skip, brief);
  check_same(short_way, whole, brief);
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ibid::analyze_any(ibid::fuzz::bytes_of(data, size));
  return 0;
}
