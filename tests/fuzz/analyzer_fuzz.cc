// SPDX-License-Identifier: GPL-2.0-or-later
//
// Any text -> words and forms: their byte ranges are on characters of the text, in order, whatever
// is skipped; analyze_words() says the same as the whole analysis.
#include <gtest/gtest.h>

#include <set>
#include <tuple>

#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/normalize.h"
#include "indexer/schema.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/support/korean_text.h"

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
    // Words share bytes only if one character, with its marks, becomes several: ½ is 1 and 2.
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
      EXPECT_TRUE(is_of_several_words(form->kind) || form->end <= word.end);
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
                    word.capitals, word.in_designator);
}

// What an indexer keeps of the words that analyze_words() numbers: their own forms, seen once.
class SeenForms {
 public:
  // All forms of `word` of `brief`: its own are from the first time its spelling came.
  std::vector<FormText> of(const Analysis& brief, const Word& word, std::uint32_t generation) {
    if (generation != generation_) own_.clear();
    generation_ = generation;
    std::vector<FormText> forms = forms_of(brief, word);
    if (word.known == Word::kUnknown) return forms;
    if (word.known == own_.size()) {
      std::vector<FormText>& own = own_.emplace_back(forms);
      std::erase_if(own, [](const FormText& f) { return is_of_several_words(f.first); });
      return forms;
    }
    std::vector<FormText> all = own_.at(word.known);
    EXPECT_EQ(all.front(), forms.front());
    all.insert(all.end(), forms.begin() + 1, forms.end());  // of several words
    return all;
  }

 private:
  std::vector<std::vector<FormText>> own_;  // by number
  std::uint32_t generation_ = 0;
};

void check_same(const Analysis& whole, const Analysis& brief, std::uint32_t generation) {
  static SeenForms seen;
  ASSERT_EQ(whole.words.size(), brief.words.size());
  for (std::size_t w = 0; w < whole.words.size(); ++w) {
    const Word& word = brief.words[w];
    EXPECT_EQ(all_but_forms(whole.words[w]), all_but_forms(word));
    EXPECT_EQ(forms_of(whole, whole.words[w]), seen.of(brief, word, generation));
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
  short_way.analyze_words(text, skip, {}, brief);
  check_same(whole, brief, short_way.known_generation());
}

}  // namespace
}  // namespace ibid

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ibid::analyze_any(ibid::fuzz::bytes_of(data, size));
  return 0;
}
